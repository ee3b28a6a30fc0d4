package org.canbao.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.canbao.report.ExhibitData;
import org.canbao.result.Coefficient;
import org.canbao.result.HonestDidFit;
import org.canbao.result.HonestDidFit.Bounded;
import org.canbao.result.HonestDidFit.Ends;
import org.canbao.result.HonestDidFit.Sensitivity;
import org.canbao.result.Inference;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.Lang;
import org.canbao.spec.StudySpec;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HonestDidFigureTest {
    private static final FigureSpec.HonestDid SPEC = new FigureSpec.HonestDid(
            "f",
            new Text("Sensitivity to differences in trends", "对趋势差异的敏感性"),
            Optional.empty(),
            FigureFits.column("fit"));
    private static final Inference INFERENCE =
            new Inference("cluster", 1200, 2, List.of(), 59, 1, "rows", "", Optional.empty(), List.of(), false);
    private static final Coefficient ORIGINAL = new Coefficient("effect", 0.05, 0.01, 5, 1e-6, 0.03, 0.07);

    private static FigureModel figure(HonestDidFit fit, Lang lang) {
        StudySpec none = null;
        return Figures.of(
                SPEC,
                new ExhibitData(none, Map.of("fit", fit), () -> {
                    throw new AssertionError("no figure reads the sample");
                }),
                FigureFits.context(lang, true));
    }

    private static HonestDidFit fit(Sensitivity smoothness, Sensitivity magnitudes) {
        return new HonestDidFit(
                "event-study",
                "cross_city",
                OptionalInt.of(0),
                ORIGINAL,
                3,
                4,
                Optional.of(smoothness),
                Optional.of(magnitudes),
                INFERENCE);
    }

    private static Bounded set(double bound, double low, double high) {
        return new Bounded(bound, Optional.of(new Ends(low, high)), Optional.empty());
    }

    private static HonestDidFit example() {
        return fit(
                new Sensitivity(
                        List.of(
                                set(0, 0.02, 0.08),
                                set(0.005, 0.01, 0.09),
                                set(0.01, -0.01, 0.11),
                                set(0.02, -0.04, 0.14)),
                        OptionalDouble.of(0.0075)),
                new Sensitivity(
                        List.of(set(0.5, 0.015, 0.085), set(1, -0.005, 0.105), set(1.5, -0.03, 0.13)),
                        OptionalDouble.of(0.875)));
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void everyFormatCanDrawIt(Lang lang) {
        FigureModel model = figure(example(), lang);
        for (FigureFormat format : FigureFormat.all()) {
            assertThat(format.render(model)).isNotEmpty().isEqualTo(format.render(model));
        }
    }

    /** M = 0.0075 lies half-way from the third tick (0.005) to the fourth; M̄ = 0.875 three quarters from 0.5 to 1. */
    @Test
    void breakdownValuesStandBetweenTheirBounds() {
        FigureModel model = figure(example(), Lang.EN);
        assertThat(model.x().ticks())
                .extracting(FigureModel.Tick::label)
                .extracting(label -> label.replace('\u00a0', ' '))
                .containsExactly("none", "M = 0", "0.005", "0.01", "0.02", "M̄ = 0.5", "1", "1.5");
        double[] at =
                model.x().ticks().stream().mapToDouble(FigureModel.Tick::at).toArray();
        assertThat(model.rules())
                .extracting(FigureModel.Rule::name)
                .containsExactly("zero", "breakdown M", "breakdown M̄");
        assertThat(model.rules().get(1).at()).isCloseTo((at[2] + at[3]) / 2, within(1e-12));
        assertThat(model.rules().get(2).at()).isCloseTo(at[5] + 0.75 * (at[6] - at[5]), within(1e-12));
        assertThat(model.caption().get(0)).contains("Zero is left out up to M = 0.00750.");
    }

    @Test
    void boundsAreInTheCsvFile() {
        String csv = new String(new FigureCsv().render(figure(example(), Lang.EN)), StandardCharsets.UTF_8);
        assertThat(csv).contains(",0.005,,0.01,0.09").contains(",1.5,,-0.03,0.13");
    }

    /** A set without any effect, and one that zero never leaves: said, and no line. */
    @Test
    void emptySetsAndNoBreakdownAreSaid() {
        HonestDidFit fit = fit(
                new Sensitivity(
                        List.of(new Bounded(0, Optional.empty(), Optional.empty()), set(1, -1, 1)),
                        OptionalDouble.empty()),
                new Sensitivity(List.of(set(1, -1, 1)), OptionalDouble.of(0.2)));
        FigureModel model = figure(fit, Lang.EN);
        assertThat(model.rules()).hasSize(1);
        assertThat(model.caption().get(0))
                .contains("No effect is in the set at M = 0.", "Zero is in every set of M.", "up to M̄ = 0.2");
    }
}
