package org.canbao.run;

import java.nio.file.Path;
import java.util.List;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;

/**
 * Finds study files: a path as it is, a name under {@code configs} or {@code configs/examples} of the working folder,
 * then of the folder where canbao is installed.
 */
public final class StudyLocator {
    private static final List<String> FOLDERS = List.of("configs", "configs/examples");

    private final NamedFiles files;
    private final NamedFiles own;

    /** A locator that looks under these folders, in this order. */
    public StudyLocator(List<Path> roots) {
        this.files = new NamedFiles(roots, FOLDERS);
        this.own = new NamedFiles(roots, FOLDERS.subList(0, 1));
    }

    /**
     * The study file of that name or path.
     *
     * @throws org.canbao.diag.CanbaoException if there is none; with the nearest names
     */
    public Path find(String study) {
        return files.find(study)
                .orElseThrow(() -> Diagnostic.error(RunCode.NO_STUDY, "there is no study `" + study + "`")
                        .nearest(Nearest.to(study, names()))
                        .hint(
                                names().isEmpty()
                                        ? "give the path of a study file, for example `canbao run my-study.yaml`"
                                        : "studies here: " + String.join(", ", names()))
                        .toException());
    }

    /** The names of all studies under {@code configs}, examples last. */
    public List<String> names() {
        return files.names();
    }

    /** The names of all studies under {@code configs}, examples left out. */
    public List<String> withoutExamples() {
        return own.names();
    }
}
