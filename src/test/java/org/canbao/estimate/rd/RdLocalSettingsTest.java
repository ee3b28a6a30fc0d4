package org.canbao.estimate.rd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.canbao.estimate.rd.RdLocalComparison.fit;
import static org.canbao.estimate.rd.RdLocalComparison.same;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.canbao.result.Coefficient;
import org.canbao.result.RdLocalFit;
import org.canbao.spec.RdBandwidth.Given;
import org.canbao.spec.RdBandwidth.Selected;
import org.canbao.spec.RdBandwidth.Selector;
import org.canbao.spec.RdKernel;
import org.canbao.spec.RdLocalOptions;
import org.canbao.spec.RdLocalOptions.MassPoints;
import org.canbao.spec.RdVariance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings of an estimate do: degrees, derivatives, bandwidths, mass points, level and scale. */
class RdLocalSettingsTest {
    private static final RdLocalOptions DEFAULT = RdLocalOptions.at(0);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void polynomialsAreFoundExactly(int derivative) {
        RdData rows = RdRows.plain(21, 300);
        double[] x = rows.running().values();
        RdData data = rows.withOutcome(RdRows.column(
                "y",
                rows,
                i -> x[i] < 0 ? 1 + 2 * x[i] - x[i] * x[i] : 3 - x[i] + 4 * x[i] * x[i] + x[i] * x[i] * x[i]));
        double[] jumps = {2, -3, 10};
        RdLocalFit fit = fit(data, derivative(derivative, 2).withBandwidth(new Given(0.7, 0.7, 0.9, 0.9)));
        assertThat(fit.robust().estimate()).isCloseTo(jumps[derivative], within(1e-9));
        assertThat(fit.warnings())
                .extracting(RdLocalFit.Warning::kind)
                .doesNotContain(RdLocalFit.Warning.Kind.MASS_POINTS);
        assertThat(fit.left().corrected() * (derivative == 0 ? 1 : 0)).isCloseTo(derivative == 0 ? 1 : 0, within(1e-9));
    }

    private static RdLocalOptions derivative(int derivative, int order) {
        return new RdLocalOptions(
                0,
                order,
                order + 1,
                derivative,
                RdKernel.EPANECHNIKOV,
                Selected.DEFAULT,
                MassPoints.ADJUST,
                RdVariance.HC0,
                3,
                95,
                1);
    }

    @Test
    void aKinkIsTheDifferenceOfTwoSlopes() {
        RdData data = RdRows.plain(22, 4000);
        RdLocalFit fit = fit(data, derivative(1, 2));
        assertThat(fit.robust().confLow()).isLessThan(-0.5);
        assertThat(fit.robust().confHigh()).isGreaterThan(-0.5);
        assertThat(fit.robust().stdError()).isLessThan(1.5);
    }

    @Test
    void aTreatmentThatIsTheSideIsASharpDesign() {
        RdData data = RdRows.of(23, 500);
        double[] x = data.running().values();
        RdData complied = new RdData(
                data.running(),
                data.outcome(),
                Optional.of(RdRows.column("side", data, i -> x[i] >= 0 ? 1 : 0)),
                data.covariates(),
                data.weights(),
                data.clusters());
        RdData sharp = new RdData(
                data.running(), data.outcome(), Optional.empty(), data.covariates(), data.weights(), data.clusters());
        same(fit(complied, DEFAULT), fit(sharp, DEFAULT), 1, 1);
    }

    @Test
    void combinedBandwidthsAreMadeOfTheOthers() {
        RdData data = RdRows.plain(24, 800);
        RdLocalFit rd = with(data, Selector.MSERD);
        RdLocalFit sum = with(data, Selector.MSESUM);
        RdLocalFit two = with(data, Selector.MSETWO);
        RdLocalFit least = with(data, Selector.MSECOMB1);
        RdLocalFit median = with(data, Selector.MSECOMB2);
        assertThat(least.left().h())
                .isEqualTo(Math.min(rd.left().h(), sum.left().h()));
        assertThat(least.right().b())
                .isEqualTo(Math.min(rd.right().b(), sum.right().b()));
        assertThat(median.left().h())
                .isEqualTo(middle(rd.left().h(), sum.left().h(), two.left().h()));
        assertThat(median.right().b())
                .isEqualTo(middle(rd.right().b(), sum.right().b(), two.right().b()));
        double shrink = Math.pow(800, -1 / 20.0);
        assertThat(with(data, Selector.CERCOMB1).left().h())
                .isCloseTo(shrink * least.left().h(), within(1e-12));
        assertThat(with(data, Selector.CERCOMB2).right().h())
                .isCloseTo(shrink * median.right().h(), within(1e-12));
        assertThat(with(data, Selector.CERCOMB2).right().b())
                .isEqualTo(median.right().b());
    }

    @Test
    void otherSettingsOfTheChoiceOfBandwidths() {
        RdData data = RdRows.plain(25, 500);
        RdLocalFit plain = fit(data, DEFAULT);
        RdLocalFit half = fit(data, selected(OptionalDouble.of(0.5), 1, false, true, 0, false));
        assertThat(half.left().h()).isEqualTo(plain.left().h());
        assertThat(half.left().b()).isEqualTo(2 * half.left().h());
        RdLocalFit free = fit(data, selected(OptionalDouble.empty(), 0, false, true, 0, false));
        assertThat(free.left().h()).isGreaterThan(plain.left().h());
        RdLocalFit wide = fit(data, selected(OptionalDouble.empty(), 1, false, true, 120, false));
        assertThat(wide.left().h()).isNotEqualTo(plain.left().h());
        RdLocalFit standardized = fit(data, selected(OptionalDouble.empty(), 1, false, true, 0, true));
        assertThat(standardized.left().h()).isCloseTo(plain.left().h(), within(1e-9));
        RdLocalFit free2 = fit(data, selected(OptionalDouble.empty(), 0, false, false, 0, false));
        assertThat(free2.left().h()).isGreaterThanOrEqualTo(free.left().h());
    }

    @Test
    void aSharpBandwidthIsThatOfTheOutcome() {
        RdData data = RdRows.of(26, 900);
        RdLocalOptions sharp = selected(OptionalDouble.empty(), 1, true, true, 0, false);
        RdLocalFit fuzzy = fit(data, sharp);
        RdData outcome = new RdData(
                data.running(), data.outcome(), Optional.empty(), data.covariates(), data.weights(), data.clusters());
        assertThat(fuzzy.left().h())
                .isCloseTo(fit(outcome, DEFAULT).left().h(), within(1e-10))
                .isNotCloseTo(fit(data, DEFAULT).left().h(), within(1e-6));
    }

    @Test
    void massPointsWidenPilotBandwidthsOnlyIfAskedTo() {
        RdData data = RdRows.months(27, 2000, 36);
        RdLocalFit adjusted = fit(data, DEFAULT);
        RdLocalFit checked = fit(data, mass(MassPoints.CHECK));
        RdLocalFit off = fit(data, mass(MassPoints.OFF));
        assertThat(adjusted.left().unique()).isEqualTo(36);
        assertThat(checked.left().h())
                .isEqualTo(off.left().h())
                .isNotEqualTo(adjusted.left().h());
        assertThat(adjusted.warnings())
                .containsExactly(new RdLocalFit.Warning(RdLocalFit.Warning.Kind.MASS_POINTS, List.of(36.0, 36.0)));
        assertThat(off.warnings()).isEmpty();
    }

    @Test
    void levelAndScale() {
        RdData data = RdRows.of(28, 500);
        RdLocalFit plain = fit(data, DEFAULT);
        RdLocalFit other = fit(
                data,
                new RdLocalOptions(
                        0,
                        1,
                        2,
                        0,
                        RdKernel.TRIANGULAR,
                        Selected.DEFAULT,
                        MassPoints.ADJUST,
                        RdVariance.NN,
                        3,
                        90,
                        -2));
        for (int row = 0; row < 3; row++) {
            Coefficient before = plain.rows().get(row);
            Coefficient after = other.rows().get(row);
            assertThat(after.estimate()).isCloseTo(-2 * before.estimate(), within(1e-12));
            assertThat(after.stdError()).isCloseTo(2 * before.stdError(), within(1e-12));
            assertThat((after.confHigh() - after.confLow()) / after.stdError())
                    .isCloseTo(2 * 1.6448536269514722, within(1e-10));
        }
        assertThat(other.firstStage().get(0).estimate())
                .isEqualTo(plain.firstStage().get(0).estimate());
    }

    private static RdLocalOptions mass(MassPoints massPoints) {
        return new RdLocalOptions(
                0, 1, 2, 0, RdKernel.TRIANGULAR, Selected.DEFAULT, massPoints, RdVariance.NN, 3, 95, 1);
    }

    private static RdLocalOptions selected(
            OptionalDouble rho, double regularization, boolean sharp, boolean restricted, int least, boolean standard) {
        return DEFAULT.withBandwidth(new Selected(
                Selector.MSERD,
                rho,
                regularization,
                sharp,
                restricted,
                least == 0 ? OptionalInt.empty() : OptionalInt.of(least),
                standard));
    }

    private static RdLocalFit with(RdData data, Selector selector) {
        return fit(data, DEFAULT.withBandwidth(Selected.DEFAULT.with(selector)));
    }

    private static double middle(double x, double y, double z) {
        return Math.max(Math.min(x, y), Math.min(Math.max(x, y), z));
    }
}
