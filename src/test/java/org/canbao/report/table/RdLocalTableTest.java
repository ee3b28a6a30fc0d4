package org.canbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.canbao.report.Labels;
import org.canbao.report.StudyLabels;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.result.RdLocalFit;
import org.canbao.spec.Lang;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;

/** How local-polynomial discontinuities are shown. */
class RdLocalTableTest {
    private static final TableContext PLAIN = new TableContext(Labels.NAMES, Optional.empty(), false);

    @Test
    void aTableHasTheConventionalEstimateWithTheRobustInterval() {
        TableModel table = table(PLAIN);
        assertThat(line(table, "jump").cells())
                .containsExactly(new Cell.Interval(1.5, 0.75, 2.0625, 0.004, 3), new Cell.Estimate(2, 0.5, 0.001, 3));
        assertThat(line(table, "jump").label()).isEqualTo(new Text("Discontinuity at 0", "断点0处的跳跃"));
        assertThat(keys(table))
                .startsWith("jump", "fe:city")
                .containsSubsequence("polynomial_order", "kernel", "bandwidth", "effective_rows", "observations")
                .doesNotContain("controls", "conventional", "bias_corrected", "robust", "z2");
        assertThat(line(table, "bandwidth").cells().get(0))
                .isEqualTo(new Cell.Words(new Text("12.50 / 8.250", "12.50／8.250")));
        assertThat(line(table, "effective_rows").cells().get(0))
                .isEqualTo(new Cell.Words(new Text("1,012 / 338", "1,012／338")));
    }

    @Test
    void theNotesSayWhatTheBracketsAre() {
        TableModel table = table(PLAIN);
        assertThat(table.notes())
                .extracting(Text::en)
                .anyMatch(note ->
                        note.startsWith("Column (1): Local polynomial; in brackets the robust bias-corrected 95%"
                                + " confidence interval (CR2, clustered by city)"))
                .anyMatch(note -> note.startsWith("Column (1): z2 omitted: collinear with z1."))
                .anyMatch(note -> note.contains("month has 36 distinct values left of the cutoff and 37 right of it"));
        assertThat(table.notes()).extracting(Text::zh).anyMatch(note -> note.contains("稳健偏误修正的95%置信区间（CR2，聚类到city层面）"));
        assertThat(TextTable.render(table, Lang.EN)).contains("1.500***").contains("[0.750, 2.062]");
        assertThat(CsvTable.render(table, Lang.EN)).contains(",interval,1.5,,0.004,***,\"1.500*** [0.750, 2.062]\",");
    }

    @Test
    void theTerminalHasSidesThenTheThreeRows() {
        String text = FitText.render(fit(), PLAIN, Lang.EN);
        assertThat(text)
                .containsSubsequence(
                        "Running variable", "Treatment (fuzzy design)", "Covariates", "Kernel", "mserd", "Warning")
                .containsSubsequence(
                        "Sides of the cutoff",
                        "Effective observations",
                        "Unique values",
                        "Bandwidth of the estimate (h)",
                        "First stage: jump of treated",
                        "Discontinuity at 0",
                        "Conventional",
                        "Bias-corrected",
                        "Robust")
                .containsPattern("Effective observations +1,012 +338")
                .containsPattern("Robust +1\\.400000 +0\\.350000 +4\\.000 +0\\.0040")
                .contains("95% low")
                .doesNotContain("Correction factor", "bias_corrected", "Coefficients");
        Labels labels = new StudyLabels(Map.of("treated", new Text("Hospital stay", "住院")), List.of());
        assertThat(FitText.render(fit(), new TableContext(labels, Optional.empty(), false), Lang.ZH))
                .contains("第一阶段：住院的跳跃", "有效观测值", "偏误修正", "稳健推断", "36个不同取值");
    }

    @Test
    void recordsHaveEverythingOnce() {
        assertThat(FitCsv.render(fit()).lines())
                .contains(
                        "coefficient,robust,1.4,0.35,4,0.004,0.75,2.0625,Inf,,",
                        "first_stage,conventional,0.6,0.1,6,0.0001,0.4,0.8,Inf,,",
                        "bandwidth_h,left,12.5,,,,,,,1012,",
                        "at_cutoff,right,4.5,,,,,,,962,",
                        "omitted,z2,,,,,,,,,collinear: z1")
                .anyMatch(record -> record.startsWith("warning,mass_points,"));
    }

    /** A fuzzy design with covariates, clusters and a warning. */
    static RdLocalFit fit() {
        return new RdLocalFit(
                new RdLocalFit.Design(
                        "visits",
                        "month",
                        Optional.of("treated"),
                        List.of("z1", "z2"),
                        0,
                        1,
                        2,
                        0,
                        "triangular",
                        "mserd",
                        "adjust",
                        95,
                        1),
                new RdLocalFit.Side(2936, 1012, 1500, 36, OptionalInt.of(30), 12.5, 18.25, 3, 3.1),
                new RdLocalFit.Side(962, 338, 468, 37, OptionalInt.of(31), 8.25, 18.25, 4.5, 4.5),
                rows(1.5, 1.4),
                List.of(
                        new Coefficient("conventional", 0.6, 0.1, 6, 0.0001, 0.4, 0.8),
                        new Coefficient("bias_corrected", 0.5, 0.1, 5, 0.001, 0.3, 0.7),
                        new Coefficient("robust", 0.5, 0.125, 4, 0.004, 0.25, 0.75)),
                List.of(new Fit.Dropped("z2", Fit.Dropped.Reason.COLLINEAR, List.of("z1"))),
                List.of(new RdLocalFit.Warning(RdLocalFit.Warning.Kind.MASS_POINTS, List.of(36.0, 37.0))),
                new Inference(
                        "cr2",
                        3898,
                        2,
                        List.of(new Inference.Clusters("city", 40)),
                        Double.POSITIVE_INFINITY,
                        Double.NaN,
                        "rows",
                        "each row counts",
                        Optional.empty(),
                        List.of(new Inference.Loss("missing: z1", 3)),
                        false));
    }

    private static List<Coefficient> rows(double conventional, double corrected) {
        return List.of(
                new Coefficient("conventional", conventional, 0.25, 6, 0.0001, 1, 2),
                new Coefficient("bias_corrected", corrected, 0.25, 5.6, 0.0002, 0.9, 1.9),
                new Coefficient("robust", corrected, 0.35, 4, 0.004, 0.75, 2.0625));
    }

    private static TableModel table(TableContext context) {
        Fit.RdPolynomial global = new Fit.RdPolynomial(
                new Fit.Discontinuity("month", 0, 2, true, true, List.of()),
                new Fit.AtCutoff(1, 7),
                new Fit.AtCutoff(3, 9),
                List.of(),
                Fixtures.regression(
                        "visits",
                        List.of(Fixtures.coefficient("jump", 2, 0.5, 0.001)),
                        List.of(),
                        Fixtures.inference("hc1", List.of())));
        return RegressionTable.of(
                new TableSpec.Regression(
                        "t", Text.of("T"), Optional.empty(), List.of(column("local"), column("global")), List.of(), 3),
                Map.of("local", fit(), "global", global),
                context);
    }

    private static TableSpec.Column column(String spec) {
        return new TableSpec.Column(Fixtures.ref(spec), Optional.empty());
    }

    private static List<String> keys(TableModel table) {
        return lines(table).stream().map(TableModel.Line::key).toList();
    }

    private static TableModel.Line line(TableModel table, String key) {
        return lines(table).stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<TableModel.Line> lines(TableModel table) {
        return table.rows().stream()
                .filter(TableModel.Line.class::isInstance)
                .map(TableModel.Line.class::cast)
                .toList();
    }
}
