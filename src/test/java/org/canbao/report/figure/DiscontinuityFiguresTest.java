package org.canbao.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.report.ExhibitData;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.result.RdDensityFit;
import org.canbao.result.RdPlotFit;
import org.canbao.result.RdRobustnessFit;
import org.canbao.result.RdRobustnessFit.Line;
import org.canbao.result.RdRobustnessFit.Section;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.Lang;
import org.canbao.spec.StudySpec;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiscontinuityFiguresTest {
    private static final Text TITLE = new Text("A discontinuity", "断点");
    private static final ColumnRef SPEC = FigureFits.column("fit");
    private static final FigureSpec.RdPlot PLOT =
            new FigureSpec.RdPlot("f", TITLE, Optional.empty(), Optional.of(SPEC), Optional.empty(), true);
    private static final FigureSpec.RdDensity DENSITY = new FigureSpec.RdDensity("f", TITLE, Optional.empty(), SPEC);
    private static final FigureSpec.RdRobustness ROBUSTNESS =
            new FigureSpec.RdRobustness("f", TITLE, Optional.empty(), SPEC);
    private static final Inference INFERENCE =
            new Inference("nn", 1200, 2, List.of(), Double.NaN, 1, "rows", "", Optional.empty(), List.of(), false);

    private static FigureModel figure(FigureSpec spec, Fit fit, Lang lang) {
        StudySpec none = null;
        return Figures.of(
                spec,
                new ExhibitData(none, Map.of("fit", fit), () -> {
                    throw new AssertionError("no figure reads the sample");
                }),
                FigureFits.context(lang, true));
    }

    private static RdPlotFit plot(String... groups) {
        List<RdPlotFit.Group> all = new ArrayList<>();
        for (int g = 0; g < groups.length; g++) {
            all.add(new RdPlotFit.Group(groups[g], "esmv", side(-4, g), side(0, g + 0.5)));
        }
        Optional<String> by = groups[0].isEmpty() ? Optional.empty() : Optional.of("male");
        return new RdPlotFit("y", "age", 0, 1, by, all, INFERENCE);
    }

    private static RdPlotFit.Side side(double from, double level) {
        List<RdPlotFit.Bin> bins = new ArrayList<>();
        List<RdPlotFit.Point> curve = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double x = from + i + 0.5;
            bins.add(new RdPlotFit.Bin(
                    x - 0.5, x + 0.5, x, x, level + x / 10, level - 0.1, level + 0.1, i == 0 ? 2 : 50));
            curve.add(new RdPlotFit.Point(from + 4 * i / 3.0, level));
        }
        return new RdPlotFit.Side(152, 4, bins, curve);
    }

    private static RdDensityFit density() {
        List<RdDensityFit.Bar> bars = new ArrayList<>();
        List<RdDensityFit.Point> curve = new ArrayList<>();
        for (int i = -4; i < 4; i++) {
            bars.add(new RdDensityFit.Bar(i, i + 1, 100, 0.125));
        }
        for (int i = -4; i <= 4; i++) {
            curve.add(new RdDensityFit.Point(i > 0, i, 0.12, -0.01, 0.2));
        }
        RdDensityFit.Side side = new RdDensityFit.Side(400, 300, 3, new RdDensityFit.Estimate(0.12, 0.01));
        return new RdDensityFit(
                new RdDensityFit.Setting("age", 0, 2, 3, "triangular", false, "comb", false),
                0.5,
                0.617,
                side,
                side,
                new RdDensityFit.Estimate(0, 0.01),
                List.of(),
                bars,
                curve,
                INFERENCE);
    }

    private static Line line(Section section, double value, boolean estimated) {
        Coefficient jump = new Coefficient("jump", 0.3, 0.1, 3, 0.002, 0.1, 0.45);
        return new Line(section, value, "", estimated ? Optional.of(jump) : Optional.empty(), 1, 1, 5, 5, "too few");
    }

    private static RdRobustnessFit robustness(Line... others) {
        List<Line> lines = new ArrayList<>(List.of(line(Section.BASELINE, Double.NaN, true)));
        lines.addAll(List.of(others));
        return new RdRobustnessFit("y", "age", 0, "rd-local", lines, INFERENCE);
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void everyFormatCanDrawThem(Lang lang) {
        RdRobustnessFit robust = robustness(line(Section.BANDWIDTH, 0.5, true), line(Section.ORDER, 2, false));
        for (FigureModel model : List.of(
                figure(PLOT, plot(""), lang),
                figure(PLOT, plot("0", "1"), lang),
                figure(DENSITY, density(), lang),
                figure(ROBUSTNESS, robust, lang))) {
            for (FigureFormat format : FigureFormat.all()) {
                assertThat(format.render(model)).isNotEmpty().isEqualTo(format.render(model));
            }
        }
    }

    @Test
    void groupsHaveALegendAndTheirOwnCurves() {
        FigureModel model = figure(PLOT, plot("0", "1"), Lang.EN);
        assertThat(model.series()).hasSize(6);
        assertThat(model.series())
                .filteredOn(FigureModel.Curve.class::isInstance)
                .extracting(series -> ((FigureModel.Curve) series).colour())
                .containsExactly(0, 0, 1, 1);
        assertThat(model.rules()).extracting(FigureModel.Rule::at).containsExactly(0.0);
        assertThat(model.caption().get(0))
                .contains("evenly spaced bins (rule esmv)", "N = 1,200".replace(' ', '\u00a0'));
        assertThat(figure(PLOT, plot(""), Lang.EN).caption().get(0)).contains("4 left and 4 right of the cutoff");
    }

    @Test
    void aHandfulOfRowsHasNoInterval() {
        FigureModel.Estimates points =
                (FigureModel.Estimates) figure(PLOT, plot(""), Lang.EN).series().get(0);
        assertThat(points.estimates().get(0).low()).isNaN();
        assertThat(points.estimates().get(1).low()).isFinite();
    }

    @Test
    void numbersBehindAPlotAreInTheCsvFile() {
        String csv = new String(new FigureCsv().render(figure(PLOT, plot(""), Lang.EN)), StandardCharsets.UTF_8);
        assertThat(csv.lines().filter(l -> l.startsWith("estimate,bins,"))).hasSize(8);
        assertThat(csv).contains("line,cutoff,0,,,");
        String density =
                new String(new FigureCsv().render(figure(DENSITY, density(), Lang.EN)), StandardCharsets.UTF_8);
        assertThat(density.lines().filter(l -> l.startsWith("bar,histogram,"))).hasSize(8);
        assertThat(density).contains("band,left,-4,,0,0.2", "curve,right,1,0.12,,");
    }

    @Test
    void whatIsNotEstimatedIsSaid() {
        FigureModel model = figure(
                ROBUSTNESS, robustness(line(Section.BANDWIDTH, 0.5, true), line(Section.ORDER, 2, false)), Lang.EN);
        assertThat(model.series()).hasSize(2);
        assertThat(model.caption().get(0)).contains("Not estimated: polynomial order 2.");
        assertThat(model.x().ticks()).extracting(FigureModel.Tick::label).containsExactly("base", "0.5", "2");
    }

    @Test
    void aBaselineAloneIsNoFigure() {
        assertThatThrownBy(() -> figure(ROBUSTNESS, robustness(), Lang.EN))
                .hasMessageContaining("nothing beside the baseline");
    }
}
