package org.canbao.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.canbao.report.figure.FigureModel.Estimate;
import org.canbao.report.figure.FigureModel.Estimates;
import org.canbao.result.CallawaySantannaFit;
import org.canbao.result.CallawaySantannaFit.Average;
import org.canbao.result.CallawaySantannaFit.Effect;
import org.canbao.result.CallawaySantannaFit.Point;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.spec.Lang;
import org.junit.jupiter.api.Test;

class GroupTimeFigureTest {
    private static CallawaySantannaFit fit(boolean uniform) {
        Effect reference = new Effect(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        Effect effect = new Effect(0.25, 0.1, 2.5, 0.0124, -0.02, 0.52);
        return new CallawaySantannaFit(
                "y",
                new CallawaySantannaFit.Design(false, "never-treated", "dr", List.of(), "universal", 0, 500, uniform),
                List.of(),
                List.of(new Average(
                        "dynamic",
                        Optional.of(effect),
                        2.7,
                        List.of(new Point(-2, effect, 5), new Point(-1, reference, 5), new Point(0, effect, 5)))),
                "dynamic",
                List.of(-1),
                List.of(),
                List.of(),
                Optional.of(new Fit.WaldTest(1.2, 0.27, 1, Double.POSITIVE_INFINITY)),
                Optional.empty(),
                List.of(),
                40,
                new Inference(
                        "multiplier-bootstrap",
                        40,
                        3,
                        List.of(new Inference.Clusters("city", 60)),
                        Double.POSITIVE_INFINITY,
                        1,
                        "rows",
                        "",
                        Optional.empty(),
                        List.of(),
                        false));
    }

    private static FigureModel figure(CallawaySantannaFit fit) {
        return new EventStudyFigure(FigureFits.context(Lang.EN, false))
                .of(FigureFits.EVENT_STUDY, List.of(EventStudyFigure.Named.of("att", fit)));
    }

    @Test
    void bandsAreThoseOfTheAveragesByEventTime() {
        Estimates drawn = (Estimates) figure(fit(true)).series().get(0);
        assertThat(drawn.estimates())
                .containsExactly(
                        new Estimate(-2, -2, 0.25, -0.02, 0.52, false),
                        new Estimate(-1, -1, 0, Double.NaN, Double.NaN, true),
                        new Estimate(0, 0, 0.25, -0.02, 0.52, false));
    }

    @Test
    void theCaptionSaysWhatTheBarsAre() {
        assertThat(figure(fit(true)).caption().get(0).replace('\u00a0', ' '))
                .contains(
                        "Bars are 95% confidence intervals, simultaneous for all event times, standard errors clustered"
                                + " by city (60 clusters), multiplier bootstrap.")
                .contains("Joint test of pre-trends: F(1, ∞) = 1.20, p = 0.270.");
        assertThat(figure(fit(false)).caption().get(0)).doesNotContain("simultaneous");
    }
}
