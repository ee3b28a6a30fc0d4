package org.canbao.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.canbao.audit.AuditReport;
import org.canbao.audit.rule.Verdict;
import org.canbao.compare.Grade;
import org.canbao.report.page.DataKind;
import org.canbao.spec.Lang;
import org.canbao.spec.StudySpec;
import org.canbao.spec.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run of a study came to, in a few numbers: {@code summary.json}. The page of all studies is made of these.
 *
 * @param study the study
 * @param title its title
 * @param simulated whether any input was simulated
 * @param data what it was made from
 * @param lang the language of {@code index.html} in its folder
 * @param rows observations of the sample
 * @param estimates how many estimates it has
 * @param tables how many tables
 * @param figures how many figures
 * @param comparison how it compares with the printed numbers; empty if it names none that could be compared
 * @param audit what an audit of the printed numbers found; empty if it names none
 */
public record StudySummary(
        String study,
        Text title,
        boolean simulated,
        DataKind data,
        Lang lang,
        long rows,
        int estimates,
        int tables,
        int figures,
        Optional<Compared> comparison,
        Optional<Audited> audit) {
    /** A summary that lacks what it was made from is of an older canbao, and is not one. */
    public StudySummary {
        Objects.requireNonNull(data);
    }

    /** Its name in a study's folder. */
    static final String FILE = "summary.json";

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A comparison: its grade, how many printed numbers are compared, and how many of them are reproduced. */
    public record Compared(Grade grade, long reproduced, long numbers) {
        /** In words. */
        public Text words() {
            return grade.over(reproduced, numbers);
        }
    }

    /** An audit: how many findings there are of each verdict. */
    public record Audited(long agree, long disagree, long cannotTell) {
        /** In words. */
        public Text words() {
            return AuditReport.counts(agree, disagree, cannotTell);
        }
    }

    static StudySummary of(StudySpec study, RunFacts run, Lang lang, PublishedStage published) {
        return new StudySummary(
                study.id(),
                study.title(),
                run.simulated(),
                run.data(study),
                lang,
                run.rows(),
                study.specs().size(),
                study.tables().size(),
                study.figures().size(),
                published
                        .compared()
                        .filter(c -> c.numbers() > 0)
                        .map(c -> new Compared(c.grade(), c.reproduced(), c.numbers())),
                published
                        .audited()
                        .filter(a -> !a.findings().isEmpty())
                        .map(a -> new Audited(
                                a.count(Verdict.AGREES), a.count(Verdict.DISAGREES), a.count(Verdict.CANNOT_TELL))));
    }

    /** The summary that a run left. */
    public static StudySummary of(RunOutcome outcome) {
        return read(outcome.folder()).orElseThrow(() -> new IllegalStateException("a run leaves its summary"));
    }

    /** The summary as JSON, with a line break at its end. */
    String json() {
        return JSON.writeValueAsString(this).replace("\r\n", "\n") + "\n";
    }

    /** The summary in a study's folder; empty if there is none that can be read. */
    static Optional<StudySummary> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), StudySummary.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
