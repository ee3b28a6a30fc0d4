package org.canbao.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.canbao.audit.rule.Verdict;
import org.canbao.report.page.Appendix;
import org.canbao.report.page.GradedPage;
import org.canbao.report.page.GradedPage.Row;
import org.canbao.report.page.GradedPage.Section;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/** An audit as a page, in HTML and Markdown. */
public final class AuditPage {
    private static final Text TITLE = new Text("Audit of printed numbers", "刊印数字的一致性核查");
    private static final Text LEAD = new Text(
            "Each finding with its arithmetic. Rounding is never taken for a contradiction: a number that is rounded may be"
                    + " anything that rounds to it.",
            "每条结果附算式。舍入造成的差异不视为矛盾：经过舍入的数字可以是任何舍入后与之相同的值。");
    private static final List<Text> HEADERS =
            List.of(new Text("Check", "检查"), new Text("Verdict", "结论"), new Text("Arithmetic", "算式"));

    private static final Text DOUBTS = new Text("What disagrees or cannot be told", "矛盾或无法判断的项目");
    private static final Text AGREEING = new Text("What agrees", "一致的项目");

    private AuditPage() {}

    /** The page in HTML. */
    public static String html(AuditReport report, Lang lang) {
        return page(report, lang).html(lang);
    }

    /** The page in Markdown. */
    public static String markdown(AuditReport report, Lang lang) {
        return page(report, lang).markdown(lang);
    }

    /** The audit at the end of a study's page: what does not agree, and what does to unfold. */
    public static Appendix appendix(AuditReport report, Lang lang) {
        List<Finding> open = report.findings().stream()
                .filter(f -> f.verdict() != Verdict.AGREES)
                .toList();
        List<Finding> agreeing = report.findings().stream()
                .filter(f -> f.verdict() == Verdict.AGREES)
                .toList();
        List<Section> shown = new ArrayList<>();
        List<Section> folded = new ArrayList<>();
        if (!open.isEmpty()) {
            shown.add(section(DOUBTS, open, lang));
        }
        if (!agreeing.isEmpty()) {
            folded.add(section(AGREEING, agreeing, lang));
        }
        return new Appendix(report.counts(lang), Optional.empty(), LEAD.in(lang), shown, folded);
    }

    /** Findings under a heading; what disagrees comes first. */
    private static Section section(Text heading, List<Finding> findings, Lang lang) {
        List<Row> rows = findings.stream()
                .sorted(Comparator.comparing(f -> f.verdict() != Verdict.DISAGREES))
                .map(f -> row(f, lang))
                .toList();
        return new Section(heading.in(lang), new AuditReport(findings).counts(lang), HEADERS, rows);
    }

    private static GradedPage page(AuditReport report, Lang lang) {
        List<Section> sections = new ArrayList<>();
        report.byStudy()
                .forEach((study, its) -> sections.add(new Section(
                        study,
                        its.counts(lang),
                        HEADERS,
                        its.findings().stream().map(f -> row(f, lang)).toList())));
        return new GradedPage(TITLE, Optional.empty(), List.of(LEAD), sections);
    }

    private static Row row(Finding finding, Lang lang) {
        GradedPage.Mark mark = switch (finding.verdict()) {
            case AGREES -> GradedPage.Mark.GOOD;
            case DISAGREES -> GradedPage.Mark.BAD;
            case CANNOT_TELL -> GradedPage.Mark.OPEN;
        };
        return new Row(
                mark,
                List.of(
                        finding.id() + ". " + finding.title().in(lang),
                        finding.verdict().word(lang),
                        finding.arithmetic().in(lang)));
    }
}
