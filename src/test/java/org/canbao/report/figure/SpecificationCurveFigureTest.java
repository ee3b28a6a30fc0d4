package org.canbao.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.diag.Place;
import org.canbao.report.figure.FigureModel.Estimate;
import org.canbao.report.figure.FigureModel.GridRow;
import org.canbao.report.figure.FigureModel.Ranking;
import org.canbao.report.figure.FigureModel.Run;
import org.canbao.result.Coefficient;
import org.canbao.result.CurveJson;
import org.canbao.result.SpecificationCurve;
import org.canbao.result.SpecificationCurve.Coverage;
import org.canbao.result.SpecificationCurve.Inert;
import org.canbao.result.SpecificationCurve.Point;
import org.canbao.result.SpecificationCurve.Specification;
import org.canbao.spec.ChoicePoint;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.CurveSpec;
import org.canbao.spec.CurveSpec.Combine;
import org.canbao.spec.Lang;
import org.canbao.spec.SampleEdit;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;

class SpecificationCurveFigureTest {
    private static final Place HERE = Place.of("study.yaml");
    private static final CurveSpec SPEC = new CurveSpec(
            "curve",
            new Text("A curve", "曲线"),
            Optional.of(new Text("A note.", "附注。")),
            new ColumnRef("main", HERE),
            "did",
            List.of(
                    point("I-O1", "start", "later"),
                    point("I-O2", "A label that is much longer than the column for it and is broken into lines", "b"),
                    point("I-O3", "never", "nothing")),
            Combine.ALL,
            100,
            7,
            List.of(),
            HERE);

    private static ChoicePoint point(String id, String label, String option) {
        return new ChoicePoint(id, Text.of(label), List.of(option("default"), option(option)), HERE);
    }

    private static ChoicePoint.Option option(String id) {
        return new ChoicePoint.Option(id, new Text(id + " in words", id + "之说明"), SampleEdit.NONE, false, HERE);
    }

    private static Specification of(String first, String second, double estimate, double error) {
        double p = Math.abs(estimate) > 2 * error ? 0.01 : 0.4;
        Coefficient c = new Coefficient(
                "did", estimate, error, estimate / error, p, estimate - 2 * error, estimate + 2 * error);
        return new Specification(List.of(first, second), Optional.of(c), 100, "");
    }

    private static SpecificationCurve curve(List<Specification> specifications) {
        return new SpecificationCurve(
                "curve",
                "main",
                "did",
                List.of(new Point("I-O1", List.of("default", "later")), new Point("I-O2", List.of("default", "b"))),
                List.of(new Inert("I-O3", "nothing")),
                new Coverage(8, false, 7, 4),
                specifications);
    }

    private static SpecificationCurve small() {
        return curve(List.of(
                of("default", "default", 0.2, 0.01),
                of("later", "default", -0.1, 0.2),
                of("default", "b", 0.1, 0.01),
                new Specification(List.of("later", "b"), Optional.empty(), 0, "no row is left")));
    }

    private static FigureModel figure(SpecificationCurve curve, Lang lang) {
        return SpecificationCurveFigure.of(SPEC, curve, Optional.empty(), FigureFits.context(lang, true));
    }

    private static Ranking series(FigureModel model, String name) {
        return (Ranking) model.series().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> places(Ranking ranking) {
        return ranking.estimates().stream().map(Estimate::x).toList();
    }

    @Test
    void estimatesAscendAndWhatIsMissingStandsAtTheEnd() {
        FigureModel model = figure(small(), Lang.EN);
        assertThat(places(series(model, "Not significant"))).containsExactly(1.0);
        assertThat(places(series(model, "Significant at 5%"))).containsExactly(2.0, 3.0);
        assertThat(places(series(model, "Not estimated"))).containsExactly(4.0);
        assertThat(places(series(model, "As in the study"))).containsExactly(3.0);
        List<GridRow> rows = model.grid().orElseThrow().groups().get(0).rows();
        assertThat(rows).extracting(GridRow::label).containsExactly("default in words", "later in words");
        assertThat(rows.get(0).runs()).containsExactly(new Run(1.5, 2.5), new Run(2.5, 3.5));
        assertThat(rows.get(1).runs()).containsExactly(new Run(0.5, 1.5), new Run(3.5, 4.5));
    }

    @Test
    void whatIsAddedUnderTheFigureLeavesTheChoicesThere() {
        FigureModel model = figure(small(), Lang.EN);

        FigureModel more = model.with(List.of("Source: a survey."));

        assertThat(more.grid()).isEqualTo(model.grid()).isPresent();
        assertThat(more.caption()).endsWith("Source: a survey.");
    }

    @Test
    void theNoteSaysHowManyAreSignificantAndWhatIsMissing() {
        assertThat(String.join(" ", figure(small(), Lang.EN).caption()))
                .contains(
                        "Simulated data.",
                        "4 specifications: all 8 combinations of options; 4 that are the same estimation as another",
                        "2 of 3 (66.7%) are significant at 5%, 2 of 3 (66.7%) have the study's sign.",
                        "Median 0.100, range −0.100 to 0.200; the study's estimate is 0.200.",
                        "1 not estimated (crosses at the right end): no row is left.",
                        "Without bearing on this estimate: I-O3.",
                        "A note.");
        assertThat(String.join(" ", figure(small(), Lang.ZH).caption()))
                .contains("模拟数据。", "66.7%", "1 种设定未能估计（右端叉号）：no row is left。", "附注。");
    }

    @Test
    void ofManyNeighbouringMarksAreOne() {
        List<Specification> many = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            many.add(of(i < 200 ? "default" : "later", i % 2 == 0 ? "default" : "b", 0.001 * i, 0.02));
        }
        FigureModel model = figure(curve(many), Lang.EN);
        List<FigureModel.GridGroup> groups = model.grid().orElseThrow().groups();
        assertThat(groups.get(0).rows().get(0).runs()).containsExactly(new Run(0.5, 200.5));
        assertThat(groups.get(1).rows().get(0).runs()).hasSize(200);
        String svg = new String(new SvgFigure().render(model), StandardCharsets.UTF_8);
        assertThat(svg).contains("I-O1 start", "default in words", "Simulated data");
        assertThat(svg.length()).isLessThan(250_000);
    }

    @Test
    void everyFormatIsWritten() {
        for (Lang lang : Lang.values()) {
            FigureModel model = figure(small(), lang);
            for (FigureFormat format : FigureFormat.all()) {
                assertThat(format.render(model))
                        .as(format.extension())
                        .isNotEmpty()
                        .isEqualTo(format.render(model));
            }
        }
        String csv = new String(new FigureCsv().render(figure(small(), Lang.EN)), StandardCharsets.UTF_8);
        assertThat(csv).contains("estimate,Not estimated,4,,,", "mark,I-O1 start: later in words,1,,0.5,1.5");
    }

    @Test
    void labelsThatAreTooLongAreBrokenOrCutAndCoverNothing() {
        FigureFont font = FigureFont.bundled();
        FigureLayout layout = FigureLayout.of(figure(small(), Lang.EN), font);
        GridLayout grid = layout.grid().orElseThrow();
        assertThat(grid.texts()).extracting(PlacedText::text).anyMatch(text -> text.endsWith("…"));
        for (PlacedText text : grid.texts()) {
            double width = font.width(text.text(), text.size());
            double left = text.x() - text.anchor().share() * width;
            assertThat(left).as(text.text()).isGreaterThanOrEqualTo(FigureLayout.MARGIN - 1);
            assertThat(left + width).as(text.text()).isLessThan(layout.plot().x);
        }
    }

    @Test
    void aCurveIsReadBackFromItsJson() {
        assertThat(CurveJson.read(CurveJson.write(small()))).isEqualTo(small());
        assertThat(new String(CurveCsv.of(small()), StandardCharsets.UTF_8)).isEqualTo("""
                        rank,I-O1,I-O2,estimate,std_error,p_value,conf_low,conf_high,n,problem
                        1,later,default,-0.1,0.2,0.4,-0.5,0.30000000000000004,100,
                        2,default,b,0.1,0.01,0.01,0.08,0.12000000000000001,100,
                        3,default,default,0.2,0.01,0.01,0.18000000000000002,0.22,100,
                        4,later,b,,,,,,,no row is left
                        """);
    }
}
