package org.canbao.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.canbao.diag.CanbaoException;
import org.canbao.report.figure.FigureModel.Estimate;
import org.canbao.report.figure.FigureModel.Estimates;
import org.canbao.report.figure.FigureModel.Tick;
import org.canbao.result.Fit;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;

class EventStudyFigureTest {
    private final Fit.EventStudy fit = FigureFits.eventStudy();

    private static FigureModel figure(Lang lang, boolean simulated, Fit.EventStudy fit) {
        return new EventStudyFigure(FigureFits.context(lang, simulated))
                .of(FigureFits.EVENT_STUDY, FigureFits.alone(fit));
    }

    private static List<Estimate> estimates(FigureModel model, int series) {
        return ((Estimates) model.series().get(series)).estimates();
    }

    @Test
    void pointsAndIntervalsAreThoseOfTheFit() {
        List<Estimate> drawn = estimates(figure(Lang.EN, false, fit), 0);

        assertThat(drawn).extracting(Estimate::at).containsExactly(-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0);
        List<Estimate> estimated = drawn.stream().filter(e -> !e.reference()).toList();
        assertThat(estimated).hasSameSizeAs(fit.by());
        for (int i = 0; i < estimated.size(); i++) {
            Fit.AtTime at = fit.by().get(i);
            assertThat(estimated.get(i))
                    .isEqualTo(new Estimate(at.at(), at.at(), at.estimate(), at.confLow(), at.confHigh(), false));
        }
    }

    @Test
    void referenceIsAHollowPointAtZeroWithoutInterval() {
        assertThat(estimates(figure(Lang.EN, false, fit), 0).get(3))
                .isEqualTo(new Estimate(-1, -1, 0, Double.NaN, Double.NaN, true));
    }

    @Test
    void binnedEndsAreNamedSo() {
        assertThat(figure(Lang.EN, false, fit).x().ticks())
                .extracting(Tick::label)
                .containsExactly("≤\u00a0−4", "−3", "−2", "−1", "0", "1", "2", "3", "≥\u00a04");
    }

    @Test
    void treatmentBeginsBetweenTheLastPeriodBeforeAndTheFirst() {
        assertThat(figure(Lang.ZH, false, fit).rules())
                .anySatisfy(rule -> {
                    assertThat(rule.at()).isEqualTo(-0.5);
                    assertThat(rule.label()).contains("政策实施");
                })
                .anySatisfy(rule -> assertThat(rule.at()).isZero());
    }

    @Test
    void captionGivesTestObservationsClustersAndWhatTheBarsAre() {
        assertThat(figure(Lang.EN, false, fit).caption().get(0).replace('\u00a0', ' '))
                .isEqualTo(
                        "Notes: Points are estimates relative to event time −1 (hollow, zero by definition). Bars are"
                                + " 95% confidence intervals, standard errors clustered by city (60 clusters). Both ends hold all"
                                + " earlier and later event times. Joint test of pre-trends: F(3, 59) = 1.94, p = 0.133."
                                + " N = 128,734.");
        assertThat(figure(Lang.ZH, false, fit).caption().get(0).replace('\u00a0', ' '))
                .contains("标准误按城市（60 个聚类）聚类", "事前趋势联合检验：F(3, 59) = 1.94，p = 0.133。", "N = 128,734。");
    }

    @Test
    void simulatedDataAreMarkedInThePlotAndInTheCaption() {
        FigureModel english = figure(Lang.EN, true, fit);
        assertThat(english.mark()).contains("Simulated data");
        assertThat(english.caption().get(0)).startsWith("Notes: Simulated data.");
        FigureModel chinese = figure(Lang.ZH, true, fit);
        assertThat(chinese.mark()).contains("模拟数据");
        assertThat(chinese.caption().get(0)).startsWith("注：模拟数据。");
        assertThat(figure(Lang.EN, false, fit).mark()).isEmpty();
    }

    @Test
    void notesOfTheSpecFollow() {
        FigureSpec.EventStudy spec = new FigureSpec.EventStudy(
                "f", Text.of("t"), Optional.of(new Text("A note.", "一条注释。")), List.of(FigureFits.column("s")));
        assertThat(new EventStudyFigure(FigureFits.context(Lang.ZH, false))
                        .of(spec, FigureFits.alone(fit))
                        .caption())
                .hasSize(2)
                .last()
                .isEqualTo("一条注释。");
    }

    @Test
    void axisHoldsAllIntervalsAndZeroWithRoom() {
        FigureModel model =
                figure(Lang.EN, false, FigureFits.eventStudy(-4, FigureFits.ESTIMATES, FigureFits.ERRORS, 10));
        double high =
                fit.by().stream().mapToDouble(a -> 10 * a.confHigh()).max().orElseThrow();
        double low = fit.by().stream().mapToDouble(a -> 10 * a.confLow()).min().orElseThrow();
        assertThat(model.left().max()).isGreaterThan(high + 0.1 * (high - low));
        assertThat(model.left().min()).isLessThan(low);
    }

    @Test
    void severalFitsStandSideBySideAroundTheirEventTime() {
        FigureModel model = new EventStudyFigure(FigureFits.context(Lang.EN, false))
                .of(
                        FigureFits.EVENT_STUDY,
                        List.of(EventStudyFigure.Named.of("A", fit), EventStudyFigure.Named.of("B", fit)));
        List<Estimate> first = estimates(model, 0);
        List<Estimate> second = estimates(model, 1);
        for (int i = 0; i < first.size(); i++) {
            assertThat(first.get(i).x()).isLessThan(first.get(i).at());
            assertThat(second.get(i).x()).isGreaterThan(second.get(i).at());
            assertThat((first.get(i).x() + second.get(i).x()) / 2)
                    .isEqualTo(first.get(i).at());
        }
        assertThat(((Estimates) model.series().get(0)).symbol())
                .isNotEqualTo(((Estimates) model.series().get(1)).symbol());
        assertThat(model.caption().get(0)).contains("A: Joint test", "B: Joint test");
    }

    @Test
    void wideWindowsLabelSomeTicksAndKeepTheirEnds() {
        double[] values = new double[41];
        Arrays.fill(values, 0.1);
        values[19] = Double.NaN;
        List<Tick> ticks = figure(Lang.EN, false, FigureFits.eventStudy(-20, values, values, 1))
                .x()
                .ticks();
        assertThat(ticks).hasSize(41);
        List<String> labels =
                ticks.stream().map(Tick::label).filter(l -> !l.isEmpty()).toList();
        assertThat(labels)
                .hasSizeLessThan(15)
                .contains("0")
                .startsWith("≤\u00a0−20")
                .endsWith("≥\u00a020");
    }

    @Test
    void missingEstimatesAreNamedInTheCaption() {
        Fit.EventStudy some = new Fit.EventStudy(
                List.of(
                        new Fit.AtTime(0, 0.1, 0.1, 1, 0.3, -0.1, 0.3, 10),
                        new Fit.AtTime(1, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0)),
                List.of(-1),
                new Fit.Binned(false, false),
                Optional.empty(),
                fit.regression());
        assertThat(figure(Lang.EN, false, some).caption().get(0).replace('\u00a0', ' '))
                .contains("Not estimated: event time 1.")
                .doesNotContain("Joint test", "ends hold");
    }

    @Test
    void nothingToDrawIsAFinding() {
        Fit.EventStudy none = new Fit.EventStudy(
                List.of(new Fit.AtTime(0, Double.NaN, 0, 0, 0, 0, 0, 0)),
                List.of(-1),
                new Fit.Binned(false, false),
                Optional.empty(),
                fit.regression());
        assertThatThrownBy(() -> figure(Lang.EN, false, none))
                .isInstanceOfSatisfying(
                        CanbaoException.class,
                        e -> assertThat(e.diagnostics())
                                .singleElement()
                                .satisfies(d -> assertThat(d.code()).isEqualTo(FigureCode.NOTHING_TO_DRAW)));
    }
}
