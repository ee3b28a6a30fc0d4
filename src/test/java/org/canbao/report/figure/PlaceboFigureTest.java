package org.canbao.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.canbao.diag.CanbaoException;
import org.canbao.report.figure.FigureModel.Cloud;
import org.canbao.report.figure.FigureModel.Curve;
import org.canbao.report.figure.FigureModel.Point;
import org.canbao.report.figure.FigureModel.Rule;
import org.canbao.result.Fit;
import org.canbao.spec.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceboFigureTest {
    private static final Fit.Draw MISSING = new Fit.Draw(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private static FigureModel figure(Lang lang, Fit.Placebo fit) {
        return new PlaceboFigure(FigureFits.context(lang, false))
                .of(FigureFits.PLACEBO, fit, Optional.empty(), OptionalLong.of(7));
    }

    private static String caption(FigureModel model) {
        return model.caption().get(0).replace('\u00a0', ' ');
    }

    @Test
    void everyDrawIsAPointWithItsPValue() {
        List<Fit.Draw> draws = FigureFits.draws(500, 1);
        FigureModel model = figure(Lang.EN, FigureFits.placebo(0.0371, draws));
        Cloud cloud = (Cloud) model.series().get(0);
        assertThat(cloud.points())
                .containsExactlyInAnyOrderElementsOf(draws.stream()
                        .map(d -> new Point(d.estimate(), d.pValue()))
                        .toList());
        assertThat(((Curve) model.series().get(1)).points()).hasSize(512);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0371, -0.15, 3, 1e-12})
    void axisHoldsTheTrueEstimateWithAir(double truth) {
        FigureModel model = figure(Lang.EN, FigureFits.placebo(truth, FigureFits.draws(200, 2)));
        assertThat(model.x().share(truth)).isBetween(0.03, 0.97);
        assertThat(model.rules())
                .filteredOn(r -> r.name().equals("true estimate"))
                .extracting(Rule::at)
                .containsExactly(truth);
    }

    @Test
    void bothVerticalAxesHaveTheirZeroAtTheSameHeight() {
        FigureModel model = figure(Lang.EN, FigureFits.placebo(0.0371, FigureFits.draws(200, 2)));
        assertThat(model.left().share(0)).isEqualTo(model.right().orElseThrow().share(0));
    }

    @Test
    void captionGivesDrawsBandwidthExactTestAndSeed() {
        FigureModel model = figure(Lang.EN, FigureFits.placebo(0.0371, FigureFits.draws(500, 1)));
        assertThat(caption(model))
                .startsWith("Notes: Density of 500 placebo estimates (Gaussian kernel, bandwidth 0.00305 by Silverman's"
                        + " rule, nrd0) and the p-value of each; the dashed line is p = 0.1.")
                .contains("2 of 500 draws are at least as large in absolute value as the true estimate: exact p-value"
                        + " (c + 1)/(n + 1) = 0.00599.")
                .endsWith("Seed 7. N = 128,734.");
    }

    @Test
    void missingDrawsAreCountedAndNotDrawn() {
        List<Fit.Draw> draws = new ArrayList<>(FigureFits.draws(98, 3));
        draws.add(10, MISSING);
        draws.add(MISSING);
        FigureModel model = figure(Lang.EN, FigureFits.placebo(0.0371, draws));
        assertThat(((Cloud) model.series().get(0)).points()).hasSize(98);
        assertThat(caption(model))
                .contains("Density of 98 placebo", "2 of 100 draws gave no estimate.", "of 98 draws are");
        assertThat(caption(figure(Lang.ZH, FigureFits.placebo(0.0371, draws)))).contains("100 次抽取中有 2 次未得到估计值。");
    }

    @Test
    void equalDrawsHaveNoDensity() {
        List<Fit.Draw> draws = Collections.nCopies(20, new Fit.Draw(0.02, 0.01, 2, 0.046));
        FigureModel model = figure(Lang.EN, FigureFits.placebo(0.0371, draws));
        assertThat(model.series()).hasOnlyElementsOfType(Cloud.class);
        assertThat(model.right()).isEmpty();
        assertThat(model.left().title()).contains("p-value");
        assertThat(caption(model)).contains("all with the same estimate");
    }

    @Test
    void estimateOfAnotherSpecIsDrawnAndTheDifferenceSaid() {
        Fit.Placebo fit = FigureFits.placebo(0.0371, FigureFits.draws(50, 1));
        FigureModel model = new PlaceboFigure(FigureFits.context(Lang.EN, false))
                .of(FigureFits.PLACEBO, fit, Optional.of(0.05), OptionalLong.empty());
        assertThat(model.rules()).anySatisfy(r -> assertThat(r.at()).isEqualTo(0.05));
        assertThat(caption(model)).contains("refers to 0.0371").doesNotContain("Seed");
    }

    @Test
    void noDrawAtAllIsAFinding() {
        Fit.Placebo fit = FigureFits.placebo(0.1, List.of(MISSING, MISSING));
        assertThatThrownBy(() -> figure(Lang.EN, fit))
                .isInstanceOf(CanbaoException.class)
                .hasMessage("figure `figure-2` has no placebo estimate to draw: all 2 draws are missing");
    }
}
