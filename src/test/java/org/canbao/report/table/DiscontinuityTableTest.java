package org.canbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.report.Labels;
import org.canbao.report.StudyLabels;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.spec.Lang;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;

class DiscontinuityTableTest {
    @Test
    void showsTheJumpAndDescribesThePolynomialBelow() {
        TableModel table = table(Labels.NAMES, Map.of("a", fit(72, 2, true), "b", fit(72, 1, false)));
        assertThat(lines(table)).extracting(TableModel.Line::key).startsWith("jump", "fe:city");
        assertThat(lines(table))
                .extracting(TableModel.Line::key)
                .doesNotContain("controls", "(month - 72)", "jump:(month - 72)");
        assertThat(line(table, "jump").label()).isEqualTo(new Text("Discontinuity at 72", "断点72处的跳跃"));
        assertThat(line(table, "polynomial_order").cells())
                .containsExactly(Cell.Count.ofOther(2), Cell.Count.ofOther(1));
        assertThat(line(table, "polynomial_sides").cells())
                .containsExactly(new Cell.Words(new Text("separate", "分别")), new Cell.Words(new Text("common", "共同")));
    }

    @Test
    void differentCutoffsAreNotNamed() {
        TableModel table = table(Labels.NAMES, Map.of("a", fit(72, 1, false), "b", fit(60, 1, false)));
        assertThat(line(table, "jump").label().en()).isEqualTo("Discontinuity at the cutoff");
    }

    @Test
    void theLabelOfTheStudyComesFirst() {
        Labels labels = new StudyLabels(Map.of("jump", new Text("Old enough for school", "达到入学年龄")), List.of());
        TableModel table = table(labels, Map.of("a", fit(72, 1, false), "b", fit(72, 1, true)));
        assertThat(line(table, "jump").label()).isEqualTo(new Text("Old enough for school", "达到入学年龄"));
    }

    @Test
    void theTerminalSaysWhereTheDiscontinuityIs() {
        TableContext context = new TableContext(Labels.NAMES, Optional.empty(), false);
        String text = FitText.render(fit(72, 2, true), context, Lang.EN);
        assertThat(text)
                .containsPattern("Cutoff +72 \\(treated at and above\\)")
                .containsPattern("Window +\\[48, 96\\]")
                .containsPattern("Polynomial order +2")
                .contains("untreated 1.500000 (7 rows), treated 1.750000 (9 rows)")
                .contains("40 rows with month outside the window")
                .contains("Discontinuity at 72");
        assertThat(FitText.render(fit(72, 2, true), context, Lang.ZH)).contains("断点及以上为处理侧", "month在窗口之外的40行");
        assertThat(FitCsv.render(fit(72, 2, true))).contains("\nat_cutoff,untreated,1.5,,,,,,,7,\n");
    }

    private static Fit.RdPolynomial fit(double cutoff, int order, boolean separate) {
        List<String> polynomial = List.of("(month - 72)", "jump:(month - 72)");
        return new Fit.RdPolynomial(
                new Fit.Discontinuity("month", cutoff, order, separate, true, List.of(48.0, 96.0)),
                new Fit.AtCutoff(1.5, 7),
                new Fit.AtCutoff(1.75, 9),
                polynomial,
                Fixtures.regression(
                        "y",
                        List.of(
                                Fixtures.coefficient("jump", 0.25, 0.1, 0.01),
                                Fixtures.coefficient(polynomial.get(0), 0.02, 0.01, 0.05),
                                Fixtures.coefficient(polynomial.get(1), 0.03, 0.01, 0.01)),
                        List.of(),
                        Fixtures.inference("hc1", List.of(), new Inference.Loss("window: month", 40))));
    }

    private static TableModel table(Labels labels, Map<String, Fit> fits) {
        return RegressionTable.of(
                new TableSpec.Regression(
                        "t",
                        Text.of("T"),
                        Optional.empty(),
                        fits.keySet().stream()
                                .sorted()
                                .map(id -> new TableSpec.Column(Fixtures.ref(id), Optional.empty()))
                                .toList(),
                        List.of(),
                        3),
                new LinkedHashMap<>(fits),
                new TableContext(labels, Optional.empty(), false));
    }

    private static List<TableModel.Line> lines(TableModel table) {
        return table.rows().stream()
                .filter(TableModel.Line.class::isInstance)
                .map(TableModel.Line.class::cast)
                .toList();
    }

    private static TableModel.Line line(TableModel table, String key) {
        return lines(table).stream()
                .filter(l -> l.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
