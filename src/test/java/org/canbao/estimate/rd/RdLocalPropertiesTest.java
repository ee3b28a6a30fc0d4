package org.canbao.estimate.rd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.canbao.estimate.rd.RdData.Column;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change an estimate, and what must change it by as much. */
class RdLocalPropertiesTest {
    private static final RdLocalOptions DEFAULT = RdLocalOptions.at(0);

    @ParameterizedTest
    @EnumSource(RdVariance.class)
    void theOrderOfRowsDoesNotMatter(RdVariance kind) {
        RdData data = RdRows.of(11, 700);
        RdLocalOptions options = DEFAULT.withVariance(kind);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, data.rows()).boxed().toList());
        Collections.shuffle(order, new Random(4));
        same(fit(taken(data, order), options), fit(data, options), 1, 1);
    }

    @ParameterizedTest
    @EnumSource(Selector.class)
    void unitsOfBothVariablesDoNotMatter(Selector selector) {
        RdData data = RdRows.plain(12, 600);
        RdLocalOptions options = DEFAULT.withBandwidth(Selected.DEFAULT.with(selector));
        RdLocalFit fit = fit(data, options);
        RdData scaled = new RdData(
                mapped(data.running(), x -> 8 * x),
                mapped(data.outcome(), y -> 5 - 3 * y),
                data.treatment(),
                data.covariates(),
                data.weights(),
                data.clusters());
        same(fit(scaled, options), fit, -3, 8);
    }

    @Test
    void onlyTheDistanceFromTheCutoffMatters() {
        RdData data = RdRows.of(13, 600);
        RdLocalFit fit = fit(data, DEFAULT);
        RdData shifted = withRunning(data, mapped(data.running(), x -> x + 1024));
        assertClose(fit(shifted, DEFAULT.withCutoff(1024)), fit, 1, 1, 1e-6);
    }

    @ParameterizedTest
    @EnumSource(RdVariance.class)
    void theMirrorImageJumpsTheOtherWay(RdVariance kind) {
        RdData data = RdRows.of(14, 600);
        RdLocalOptions options = DEFAULT.withVariance(kind).withBandwidth(Selected.DEFAULT.with(Selector.MSETWO));
        RdLocalFit fit = fit(RdRows.bare(data).withCovariates(data.covariates()).with(data.clusters()), options);
        RdLocalFit mirrored = fit(
                withRunning(
                        RdRows.bare(data).withCovariates(data.covariates()).with(data.clusters()),
                        mapped(data.running(), x -> -x)),
                options);
        assertThat(mirrored.left().h()).isCloseTo(fit.right().h(), within(1e-8));
        assertThat(mirrored.robust().estimate()).isCloseTo(-fit.robust().estimate(), within(1e-8));
        assertThat(mirrored.robust().stdError()).isCloseTo(fit.robust().stdError(), within(1e-8));
    }

    @Test
    void onlyRatiosOfWeightsMatter() {
        RdData data = RdRows.of(15, 500);
        RdData more = new RdData(
                data.running(),
                data.outcome(),
                data.treatment(),
                data.covariates(),
                data.weights().map(w -> Arrays.stream(w).map(v -> 16 * v).toArray()),
                data.clusters());
        same(fit(more, DEFAULT), fit(data, DEFAULT), 1, 1);
        double[] ones = new double[data.rows()];
        Arrays.fill(ones, 3);
        RdData bare = RdRows.bare(data);
        RdData equal = new RdData(
                data.running(), data.outcome(), Optional.empty(), List.of(), Optional.of(ones), Optional.empty());
        same(fit(equal, DEFAULT), fit(bare, DEFAULT), 1, 1);
    }

    /** A row of weight two gives the estimates of two rows. */
    @Test
    void aWeightIsACopyForTheEstimate() {
        RdData data = RdRows.bare(RdRows.of(16, 400));
        double[] weights = IntStream.range(0, 400).mapToDouble(i -> 1 + i % 2).toArray();
        List<Integer> copies = new ArrayList<>();
        IntStream.range(0, 400).forEach(i -> copies.addAll(Collections.nCopies(1 + i % 2, i)));
        RdLocalOptions options = DEFAULT.withBandwidth(new Given(0.5, 0.5, 0.8, 0.8));
        RdLocalFit weighted = fit(
                new RdData(
                        data.running(),
                        data.outcome(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(weights),
                        Optional.empty()),
                options);
        RdLocalFit copied = fit(taken(data, copies), options);
        assertThat(weighted.conventional().estimate())
                .isCloseTo(copied.conventional().estimate(), within(1e-12));
        assertThat(weighted.robust().estimate()).isCloseTo(copied.robust().estimate(), within(1e-12));
    }

    @Test
    void covariatesOfTheSameSpanGiveTheSame() {
        RdData data = RdRows.of(17, 600);
        double[] z1 = data.covariates().get(0).values();
        double[] z2 = data.covariates().get(1).values();
        RdData turned = data.withCovariates(List.of(
                RdRows.column("sum", data, i -> z1[i] + z2[i]), RdRows.column("far", data, i -> 1e4 * z1[i] - z2[i])));
        assertClose(fit(turned, DEFAULT), fit(data, DEFAULT), 1, 1, 1e-7);
    }

    @Test
    void covariatesThatAddNothingAreLeftOutAndNamed() {
        RdData data = RdRows.of(18, 600);
        double[] z1 = data.covariates().get(0).values();
        double[] x = data.running().values();
        List<Column> more = new ArrayList<>(data.covariates());
        more.add(RdRows.column("twice", data, i -> 2 * z1[i] - 7));
        more.add(RdRows.column("side", data, i -> x[i] >= 0 ? 1 : 0));
        more.add(RdRows.column("line", data, i -> 3 - x[i]));
        RdLocalFit fit = fit(data.withCovariates(more), DEFAULT);
        same(fit, fit(data, DEFAULT), 1, 1);
        assertThat(fit.dropped()).extracting(d -> d.name()).containsExactly("twice", "side", "line");
        assertThat(fit.dropped().get(0).with()).containsExactly("z1");
        assertThat(fit.dropped().get(1).with()).containsExactly("x");
        assertThat(fit.design().covariates()).hasSize(5);
    }

    /** A covariate that repeats another on one side, but for noise, must not move the bandwidth with the noise. */
    @Test
    void noiseBetweenTwinsDoesNotMoveTheBandwidth() {
        RdData data = RdRows.of(19, 1500);
        double[] x = data.running().values();
        double[] z = data.covariates().get(0).values();
        double[] other = data.covariates().get(1).values();
        List<Double> bandwidths = new ArrayList<>();
        for (int s = 1; s <= 3; s++) {
            Random noise = new Random(s);
            Column twin = RdRows.column("twin", data, i -> x[i] < 0 ? z[i] + 1e-9 * noise.nextGaussian() : other[i]);
            RdData twins =
                    RdRows.bare(data).withCovariates(List.of(data.covariates().get(0), twin));
            bandwidths.add(fit(twins, DEFAULT).left().h());
        }
        assertThat(Collections.max(bandwidths) - Collections.min(bandwidths)).isLessThan(1e-6);
    }

    @Test
    void withEveryRowACluster() {
        RdData data = RdRows.bare(RdRows.of(20, 500));
        RdData alone = data.with(Optional.of(
                new RdData.Clusters("row", IntStream.range(0, data.rows()).toArray())));
        RdVariance[][] pairs = {
            {RdVariance.CR1, RdVariance.HC1}, {RdVariance.CR2, RdVariance.HC2}, {RdVariance.CR3, RdVariance.HC3}
        };
        for (RdVariance[] pair : pairs) {
            same(fit(alone, DEFAULT.withVariance(pair[0])), fit(data, DEFAULT.withVariance(pair[1])), 1, 1);
        }
    }

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

    private static RdLocalFit fit(RdData data, RdLocalOptions options) {
        return RdLocal.estimate(data, options);
    }

    private static RdData taken(RdData data, List<Integer> order) {
        int[] rows = order.stream().mapToInt(Integer::intValue).toArray();
        return new RdData(
                taken(data.running(), rows),
                taken(data.outcome(), rows),
                data.treatment().map(column -> taken(column, rows)),
                data.covariates().stream().map(column -> taken(column, rows)).toList(),
                data.weights().map(w -> taken(new Column("w", w), rows).values()),
                data.clusters()
                        .map(by -> new RdData.Clusters(
                                by.name(),
                                Arrays.stream(rows).map(i -> by.codes()[i]).toArray())));
    }

    private static Column taken(Column column, int[] rows) {
        return new Column(
                column.name(),
                Arrays.stream(rows).mapToDouble(i -> column.values()[i]).toArray());
    }

    private static Column mapped(Column column, DoubleUnaryOperator by) {
        return new Column(column.name(), Arrays.stream(column.values()).map(by).toArray());
    }

    private static RdData withRunning(RdData data, Column running) {
        return new RdData(
                running, data.outcome(), data.treatment(), data.covariates(), data.weights(), data.clusters());
    }

    private static void same(RdLocalFit found, RdLocalFit expected, double outcome, double running) {
        assertClose(found, expected, outcome, running, 1e-8);
    }

    private static void assertClose(
            RdLocalFit found, RdLocalFit expected, double outcome, double running, double tolerance) {
        assertThat(found.left().h() / running).isCloseTo(expected.left().h(), within(tolerance));
        assertThat(found.right().b() / running).isCloseTo(expected.right().b(), within(tolerance));
        for (int row = 0; row < 3; row++) {
            assertThat(found.rows().get(row).estimate() / outcome)
                    .isCloseTo(expected.rows().get(row).estimate(), within(tolerance));
            assertThat(found.rows().get(row).stdError() / Math.abs(outcome))
                    .isCloseTo(expected.rows().get(row).stdError(), within(tolerance));
        }
    }
}
