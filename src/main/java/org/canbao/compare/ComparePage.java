package org.canbao.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.published.Printed;
import org.canbao.report.Numbers;
import org.canbao.report.page.Appendix;
import org.canbao.report.page.GradedPage;
import org.canbao.report.page.GradedPage.Mark;
import org.canbao.report.page.GradedPage.Row;
import org.canbao.report.page.GradedPage.Section;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/** A comparison as a page, in HTML and Markdown. */
public final class ComparePage {
    private static final Text TITLE = new Text("Printed and replicated numbers", "刊印数字与重现数字");
    private static final Text EXPLANATION = new Text(
            "A number is inside rounding if it rounds to what is printed, its standard error and stars included; minor if sign"
                    + " and stars are the same and it is within a tenth of the printed standard error, or 1%; similar if the"
                    + " sign is the same and it is within one printed standard error, or 10%. An exhibit is reproduced in full"
                    + " if all its numbers are inside rounding, with minor differences if none is worse than minor, partially if"
                    + " only some are.",
            "数字（含标准误与星号）舍入后与刊印值相同，记为舍入范围内；符号与星号相同且相差不超过刊印标准误的十分之一或1%，记为细微差异；"
                    + "符号相同且相差不超过一个刊印标准误或10%，记为大致相近。图表的全部数字均在舍入范围内为完全重现，"
                    + "均不差于细微差异为细微差异，仅部分如此为部分重现。");
    private static final Text SUMMARY_HEADING = new Text("Exhibit by exhibit", "逐个图表");
    private static final List<Text> SUMMARY =
            List.of(new Text("Exhibit", "图表"), new Text("Grade", "等级"), new Text("Reason", "理由"));
    private static final Text UNMATCHED_HEADING = new Text("Printed numbers without a replication", "没有对应结果的刊印数字");
    private static final List<Text> UNMATCHED =
            List.of(new Text("Where", "位置"), new Text("Printed", "刊印"), new Text("Reason", "理由"));
    private static final List<Text> CELLS = List.of(
            new Text("Where", "位置"),
            new Text("Printed", "刊印"),
            new Text("Replicated", "重现"),
            new Text("Difference", "差异"),
            new Text("In printed SE", "以刊印标准误计"),
            new Text("Match", "匹配"));
    private static final int MORE_DECIMALS = 2;
    private static final int ERRORS_DECIMALS = 2;

    private ComparePage() {}

    /** The page in HTML. */
    public static String html(Comparison comparison, Lang lang) {
        return page(comparison, lang).html(lang);
    }

    /** The page in Markdown. */
    public static String markdown(Comparison comparison, Lang lang) {
        return page(comparison, lang).markdown(lang);
    }

    /** The comparison at the end of a study's page: its summary, and each exhibit to unfold. */
    public static Appendix appendix(Comparison comparison, Lang lang) {
        Optional<String> warning =
                comparison.simulated() ? Optional.of(Comparison.CALIBRATION.in(lang)) : Optional.empty();
        return new Appendix(
                comparison.inShort(lang),
                warning,
                EXPLANATION.in(lang),
                overview(comparison, lang),
                comparison.exhibits().stream().map(e -> exhibit(e, lang)).toList());
    }

    private static GradedPage page(Comparison comparison, Lang lang) {
        List<Text> leads = new ArrayList<>();
        leads.add(comparison.title());
        leads.add(EXPLANATION);
        List<Section> sections = new ArrayList<>(overview(comparison, lang));
        comparison.exhibits().forEach(e -> sections.add(exhibit(e, lang)));
        Optional<Text> warning = comparison.simulated() ? Optional.of(Comparison.CALIBRATION) : Optional.empty();
        return new GradedPage(TITLE, warning, leads, sections);
    }

    /** The grades, and the printed numbers that nothing replicates. */
    private static List<Section> overview(Comparison comparison, Lang lang) {
        List<Section> sections = new ArrayList<>(List.of(summary(comparison, lang)));
        List<Row> rows = new ArrayList<>();
        comparison
                .unmatched()
                .forEach((exhibit, cells) -> cells.forEach(cell -> rows.add(new Row(
                        Mark.BAD,
                        List.of(
                                exhibit + ", " + cell.row().where(),
                                cell.printed().text(),
                                cell.reason(lang))))));
        if (!rows.isEmpty()) {
            String count = new Text("numbers: " + rows.size(), rows.size() + "个数字").in(lang);
            sections.add(new Section(UNMATCHED_HEADING.in(lang), count, UNMATCHED, rows));
        }
        return sections;
    }

    private static Section summary(Comparison comparison, Lang lang) {
        List<Row> rows = new ArrayList<>();
        for (ComparedExhibit exhibit : comparison.exhibits()) {
            Grade grade = exhibit.grade();
            rows.add(new Row(mark(grade), List.of(exhibit.name(), grade.word(lang), exhibit.reason(lang))));
        }
        comparison
                .notCompared()
                .forEach((table, why) -> rows.add(
                        new Row(Mark.OPEN, List.of(table, new Text("not compared", "未比较").in(lang), why.in(lang)))));
        return new Section(SUMMARY_HEADING.in(lang), comparison.inShort(lang), SUMMARY, rows);
    }

    private static Mark mark(Grade grade) {
        return switch (grade) {
            case FULL -> Mark.GOOD;
            case MINOR -> Mark.FAIR;
            case PARTIAL -> Mark.OPEN;
            case NOT -> Mark.BAD;
        };
    }

    private static Section exhibit(ComparedExhibit exhibit, Lang lang) {
        String lead = exhibit.grade().word(lang) + ": " + exhibit.reason(lang);
        return new Section(
                exhibit.name(),
                lead,
                CELLS,
                exhibit.cells().stream().map(c -> row(c, lang)).toList());
    }

    private static Row row(ComparedCell cell, Lang lang) {
        Match match = cell.match();
        Mark mark = switch (match) {
            case EXACT -> Mark.GOOD;
            case NEAR -> Mark.FAIR;
            case ROUGH -> Mark.OPEN;
            case DIFFERENT, MISSING -> Mark.BAD;
        };
        return new Row(
                mark,
                List.of(
                        cell.row().where(),
                        printed(cell),
                        cell.value().map(v -> replicated(v, cell)).orElse(cell.reason(lang)),
                        Numbers.fixed(cell.difference(), decimals(cell, cell.difference())),
                        Numbers.fixed(cell.inErrors(), ERRORS_DECIMALS),
                        match.word(lang)));
    }

    /** Whole numbers beside counts have no decimals, others more than are printed. */
    private static int decimals(ComparedCell cell, double value) {
        boolean whole = cell.printed().interval().isExact() && value == StrictMath.rint(value);
        return whole ? 0 : cell.printed().decimals() + MORE_DECIMALS;
    }

    private static String printed(ComparedCell cell) {
        Optional<Printed> error = cell.printedError();
        return cell.printed().text()
                + cell.row().field("stars")
                + error.map(e -> " (" + e.text() + ")").orElse("");
    }

    private static String replicated(Replicated.Value value, ComparedCell cell) {
        int decimals = decimals(cell, value.value());
        String error = cell.printedError().isEmpty() || !Double.isFinite(value.stdError())
                ? ""
                : " (" + Numbers.fixed(value.stdError(), decimals) + ")";
        return Numbers.fixed(value.value(), decimals) + (error.isEmpty() ? "" : ComparedCell.stars(value)) + error;
    }
}
