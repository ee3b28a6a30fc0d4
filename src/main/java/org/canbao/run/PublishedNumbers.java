package org.canbao.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.canbao.audit.AuditFolders;
import org.canbao.compare.Comparer;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.files.Sha256;
import org.canbao.files.Unreadable;
import org.canbao.spec.StudySpec;

/** The published numbers that a study names: they must be there, and the manifest records which they were. */
final class PublishedNumbers {
    private static final String SUFFIX = ".csv";
    /** What says where they are replicated, and what holds between them. */
    private static final List<String> BESIDE = List.of(Comparer.MAP, AuditFolders.CHECKS);

    private PublishedNumbers() {}

    /** Their folder, beside the study file; empty if the study names none. */
    static Optional<Path> folder(StudySpec study) {
        return study.published().map(Path.of(study.file())::resolveSibling);
    }

    /**
     * The files, by name; none if the study names no folder.
     *
     * @throws org.canbao.diag.CanbaoException if the folder is not there, or has no CSV file
     */
    static List<Manifest.FileHash> of(StudySpec study) {
        if (study.published().isEmpty()) {
            return List.of();
        }
        Path folder = folder(study).orElseThrow();
        if (!Files.isDirectory(folder)) {
            throw missing(study, "`published`: there is no folder `" + folder + "`");
        }
        try (Stream<Path> inside = Files.list(folder)) {
            List<Manifest.FileHash> files = inside.filter(
                            f -> f.getFileName().toString().endsWith(SUFFIX)
                                    || BESIDE.contains(f.getFileName().toString()))
                    .sorted()
                    .map(f -> new Manifest.FileHash(f.getFileName().toString(), Sha256.of(f)))
                    .toList();
            if (files.stream().noneMatch(f -> f.file().endsWith(SUFFIX))) {
                throw missing(study, "`published`: the folder `" + folder + "` has no CSV file");
            }
            return files;
        } catch (IOException e) {
            throw Unreadable.finding(folder, e);
        }
    }

    private static RuntimeException missing(StudySpec study, String message) {
        return Diagnostic.error(RunCode.NO_PUBLISHED, message)
                .at(Place.of(study.file()))
                .hint("it is looked for beside the study file, and holds the printed numbers, one CSV file per exhibit")
                .toException();
    }
}
