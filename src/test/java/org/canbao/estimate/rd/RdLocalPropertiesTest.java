package org.canbao.estimate.rd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.canbao.estimate.rd.RdLocalComparison.assertClose;
import static org.canbao.estimate.rd.RdLocalComparison.fit;
import static org.canbao.estimate.rd.RdLocalComparison.mapped;
import static org.canbao.estimate.rd.RdLocalComparison.same;
import static org.canbao.estimate.rd.RdLocalComparison.taken;
import static org.canbao.estimate.rd.RdLocalComparison.withRunning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.canbao.estimate.rd.RdData.Column;
import org.canbao.result.RdLocalFit;
import org.canbao.spec.RdBandwidth.Given;
import org.canbao.spec.RdBandwidth.Selected;
import org.canbao.spec.RdBandwidth.Selector;
import org.canbao.spec.RdLocalOptions;
import org.canbao.spec.RdVariance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
}
