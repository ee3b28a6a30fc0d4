package org.canbao.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.compare.Grade;
import org.canbao.files.AtomicFile;
import org.canbao.files.FolderLock;
import org.canbao.files.Unreadable;
import org.canbao.report.page.GradedPage.Mark;
import org.canbao.report.page.OverviewPage;
import org.canbao.spec.Lang;

/**
 * The page of all studies of an output folder, {@code index.html} and {@code index.zh.html}: made from the summaries that
 * their runs left, so that it is the same whichever study was run last.
 */
public final class Overview {
    private static final String ENGLISH = "index.html";
    private static final String CHINESE = "index.zh.html";

    private Overview() {}

    /**
     * Writes the page; nothing if no study has been run.
     *
     * @param out the folder of all outputs
     * @throws org.canbao.diag.CanbaoException if it cannot be read or written
     */
    public static void write(Path out) {
        try (FolderLock mine = FolderLock.acquire(out, () -> {})) {
            List<StudySummary> studies = studies(out);
            if (!studies.isEmpty()) {
                replace(out.resolve(ENGLISH), page(studies, Lang.EN).html(Lang.EN, CHINESE));
                replace(out.resolve(CHINESE), page(studies, Lang.ZH).html(Lang.ZH, ENGLISH));
            }
        }
    }

    /** Files that are as they should be keep their time. */
    private static void replace(Path file, String text) {
        try {
            if (Files.isRegularFile(file) && Files.readString(file).equals(text)) {
                return;
            }
        } catch (IOException e) {
            throw Unreadable.finding(file, e);
        }
        AtomicFile.write(file, text);
    }

    /** Sorted by study; what is hidden is not looked at. */
    private static List<StudySummary> studies(Path out) {
        try (Stream<Path> folders = Files.list(out)) {
            return folders.filter(Files::isDirectory)
                    .filter(f -> !f.getFileName().toString().startsWith("."))
                    .flatMap(f -> StudySummary.read(f).stream()
                            .filter(s -> s.study().equals(f.getFileName().toString())))
                    .sorted(Comparator.comparing(StudySummary::study))
                    .toList();
        } catch (IOException e) {
            throw Unreadable.finding(out, e);
        }
    }

    private static OverviewPage page(List<StudySummary> studies, Lang lang) {
        return new OverviewPage(studies.stream().map(s -> row(s, lang)).toList());
    }

    private static OverviewPage.Row row(StudySummary study, Lang lang) {
        return new OverviewPage.Row(
                study.study(),
                study.title(),
                study.study() + "/" + PageStage.file(lang, study.lang()),
                study.data(),
                study.rows(),
                study.tables(),
                study.figures(),
                study.comparison().map(StudySummary.Compared::words),
                study.comparison().map(c -> mark(c.grade())).orElse(Mark.OPEN),
                study.audit().map(StudySummary.Audited::words));
    }

    private static Mark mark(Grade grade) {
        return switch (grade) {
            case FULL -> Mark.GOOD;
            case MINOR -> Mark.FAIR;
            case PARTIAL -> Mark.OPEN;
            case NOT -> Mark.BAD;
        };
    }
}
