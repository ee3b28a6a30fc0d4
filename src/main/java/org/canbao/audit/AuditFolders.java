package org.canbao.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.published.PublishedCode;
import org.canbao.published.PublishedStudy;
import org.canbao.published.PublishedTable;
import org.canbao.spec.audit.AuditSpec;
import org.canbao.yaml.AuditReader;

/** Where printed numbers lie: one folder per study with CSV files and, beside them, what holds between them. */
public final class AuditFolders {
    /** The file that declares checks. */
    public static final String CHECKS = "checks.yaml";

    private static final Path PUBLISHED = Path.of("configs", "published");
    private static final Map<String, String> NEEDED = needed();

    private final List<Path> folders;
    private final Map<String, PublishedStudy> read = new LinkedHashMap<>();

    /** Folders under {@code configs/published} of these folders, the first of which has precedence. */
    public AuditFolders(List<Path> roots) {
        this(roots.stream().map(root -> root.resolve(PUBLISHED)));
    }

    private AuditFolders(Stream<Path> folders) {
        this.folders = folders.toList();
    }

    /** The folder of one study's printed numbers, and those beside it. */
    public static AuditFolders beside(Path published) {
        return new AuditFolders(Stream.of(published.resolveSibling("")));
    }

    /** The names of all studies with printed numbers, sorted. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> inside = Files.list(folder)) {
                    inside.filter(Files::isDirectory)
                            .map(f -> f.getFileName().toString())
                            .sorted()
                            .filter(name -> !names.contains(name))
                            .forEach(names::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return names;
    }

    /**
     * Audits a study: its name under {@code configs/published}, or a folder.
     *
     * @throws org.canbao.diag.CanbaoException if there is none, or if it cannot be audited
     */
    public List<Finding> audit(String study) {
        PublishedStudy published = study(study);
        Path checks = published.folder().resolve(CHECKS);
        AuditSpec spec = Files.isRegularFile(checks) ? AuditReader.read(checks) : AuditSpec.NONE;
        return Audit.of(published, spec, this::study);
    }

    /**
     * Audits a single table by the checks that need no declaration, or by those of a file.
     *
     * @param checks a file of checks; empty for none
     * @throws org.canbao.diag.CanbaoException if the table cannot be read, or lacks a column
     */
    public List<Finding> auditTable(Path table, Optional<Path> checks) {
        PublishedTable read = PublishedTable.read(table);
        read.require(table.toString(), NEEDED);
        Path folder = table.toAbsolutePath().getParent();
        PublishedStudy alone = new PublishedStudy(read.name(), folder == null ? Path.of("") : folder, List.of(read));
        return Audit.of(alone, checks.map(AuditReader::read).orElse(AuditSpec.NONE), this::study);
    }

    private PublishedStudy study(String name) {
        PublishedStudy known = read.get(name);
        if (known == null) {
            known = PublishedStudy.read(folder(name));
            read.put(name, known);
        }
        return known;
    }

    private Path folder(String study) {
        boolean path = study.contains("/") || study.contains("\\");
        if (path && Files.isDirectory(Path.of(study))) {
            return Path.of(study);
        }
        return folders.stream()
                .map(folder -> folder.resolve(study))
                .filter(f -> !path && !study.contains("..") && Files.isDirectory(f))
                .findFirst()
                .orElseThrow(() -> Diagnostic.error(
                                PublishedCode.NO_STUDY, "there are no printed numbers of `" + study + "`")
                        .nearest(Nearest.to(study, names()))
                        .hint("printed numbers are CSV files in configs/published/STUDY/; one table alone is audited by"
                                + " --table FILE")
                        .hint("studies here: " + (names().isEmpty() ? "none" : String.join(", ", names())))
                        .toException());
    }

    private static Map<String, String> needed() {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("value", "the printed number, with its decimals");
        return needed;
    }
}
