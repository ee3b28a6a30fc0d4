package org.canbao.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;

/**
 * Finds study files: a path as it is, a name under {@code configs} or {@code configs/examples} of the working folder,
 * then of the folder where canbao is installed.
 */
public final class StudyLocator {
    private static final List<String> FOLDERS = List.of("configs", "configs/examples");

    private final List<Path> roots;

    /** A locator that looks under these folders, in this order. */
    public StudyLocator(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /**
     * The study file of that name or path.
     *
     * @throws org.canbao.diag.CanbaoException if there is none; with the nearest names
     */
    public Path find(String study) {
        Path direct = Path.of(study);
        if (looksLikePath(study) && Files.isRegularFile(direct)) {
            return direct;
        }
        for (Path folder : folders()) {
            Path file = folder.resolve(study + ".yaml");
            if (!study.contains("..") && Files.isRegularFile(file)) {
                return file;
            }
        }
        throw Diagnostic.error(RunCode.NO_STUDY, "there is no study `" + study + "`")
                .nearest(Nearest.to(study, names()))
                .hint(
                        names().isEmpty()
                                ? "give the path of a study file, for example `canbao run my-study.yaml`"
                                : "studies here: " + String.join(", ", names()))
                .toException();
    }

    /** The names of all studies under {@code configs}, examples last. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Path folder : folders()) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(p -> p.getFileName().toString())
                            .filter(n -> n.endsWith(".yaml"))
                            .map(n -> n.substring(0, n.length() - ".yaml".length()))
                            .sorted()
                            .filter(n -> !names.contains(n))
                            .forEach(names::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return names;
    }

    private List<Path> folders() {
        return FOLDERS.stream()
                .flatMap(f -> roots.stream().map(r -> r.resolve(f)))
                .distinct()
                .toList();
    }

    private static boolean looksLikePath(String study) {
        return study.contains("/") || study.contains("\\") || study.endsWith(".yaml") || study.endsWith(".yml");
    }
}
