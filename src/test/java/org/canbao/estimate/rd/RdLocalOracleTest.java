package org.canbao.estimate.rd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.canbao.result.RdLocalFit;
import org.canbao.spec.RdBandwidth.Given;
import org.canbao.spec.RdKernel;
import org.canbao.spec.RdLocalOptions;
import org.canbao.spec.RdVariance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Estimates and standard errors against dense algebra, and against estimates of their parts. */
class RdLocalOracleTest {
    static Stream<Arguments> variances() {
        return Arrays.stream(RdVariance.values())
                .filter(kind -> kind != RdVariance.NN)
                .flatMap(kind -> Stream.of(
                        Arguments.of(kind, new Given(0.6, 0.6, 0.6, 0.6), 1, 0),
                        Arguments.of(kind, new Given(0.5, 0.4, 0.8, 0.9), 1, 0),
                        Arguments.of(kind, new Given(0.8, 0.9, 0.6, 0.7), 2, 1)));
    }

    @ParameterizedTest
    @MethodSource("variances")
    void everyVarianceIsThatOfDenseAlgebra(RdVariance kind, Given bandwidths, int order, int derivative) {
        RdData rows = RdRows.of(1, 260);
        RdData data = new RdData(
                rows.running(), rows.outcome(), Optional.empty(), List.of(), Optional.empty(), rows.clusters());
        RdLocalOptions options = new RdLocalOptions(
                0.05,
                order,
                order + 1,
                derivative,
                RdKernel.TRIANGULAR,
                bandwidths,
                RdLocalOptions.MassPoints.ADJUST,
                kind,
                3,
                95,
                1);
        RdLocalFit fit = RdLocal.estimate(data, options);
        DenseSide left = side(data, false, bandwidths.hLeft(), bandwidths.bLeft(), order);
        DenseSide right = side(data, true, bandwidths.hRight(), bandwidths.bRight(), order);
        same(fit.conventional().estimate(), right.estimate(derivative) - left.estimate(derivative));
        same(fit.robust().estimate(), right.corrected(derivative) - left.corrected(derivative));
        same(
                fit.conventional().stdError(),
                Math.sqrt(right.variance(derivative, kind) + left.variance(derivative, kind)));
        same(
                fit.robust().stdError(),
                Math.sqrt(right.robustVariance(derivative, kind) + left.robustVariance(derivative, kind)));
    }

    private static DenseSide side(RdData data, boolean right, double h, double b, int order) {
        double[] u = Arrays.stream(data.running().values()).map(x -> x - 0.05).toArray();
        int[] rows =
                IntStream.range(0, u.length).filter(i -> u[i] >= 0 == right).toArray();
        return new DenseSide(
                Arrays.stream(rows).mapToDouble(i -> u[i]).toArray(),
                Arrays.stream(rows).mapToDouble(i -> data.outcome().values()[i]).toArray(),
                Arrays.stream(rows)
                        .map(i -> data.clusters().orElseThrow().codes()[i])
                        .toArray(),
                h,
                b,
                order,
                order + 1);
    }

    @Test
    void nearestNeighboursAreFoundOneByOne() {
        RdData data = RdRows.months(3, 90, 12);
        RdSide side = RdSide.split(data, 0).get(1);
        double[] y = side.columns()[0];
        double[] residuals = NearestNeighbours.residuals(side.all(), y, 3);
        double[] x = side.running();
        for (int i = 0; i < y.length; i++) {
            double at = x[i];
            double[] distances =
                    Arrays.stream(x).map(v -> Math.abs(v - at)).sorted().toArray();
            double reach = distances[3];
            int row = i;
            double[] near = IntStream.range(0, y.length)
                    .filter(j -> j != row && Math.abs(x[j] - at) <= reach)
                    .mapToDouble(j -> y[j])
                    .toArray();
            double mean = Arrays.stream(near).average().orElseThrow();
            same(residuals[i], Math.sqrt(near.length / (near.length + 1.0)) * (y[i] - mean));
        }
    }

    /** With the slopes of a regression of both sides together taken off the outcome, covariates change nothing. */
    @Test
    void covariatesAreTakenOffTheOutcome() {
        RdData rows = RdRows.of(5, 400);
        RdData data = RdRows.bare(rows).withCovariates(rows.covariates());
        Given bandwidths = new Given(0.6, 0.7, 0.9, 0.8);
        RdLocalOptions options = RdLocalOptions.at(0).withBandwidth(bandwidths);
        RdLocalFit fit = RdLocal.estimate(data, options);
        double[] slopes = slopes(data, bandwidths);
        RdData adjusted = RdRows.bare(data)
                .withOutcome(RdRows.column(
                        "y",
                        data,
                        i -> data.outcome().values()[i]
                                - slopes[0] * data.covariates().get(0).values()[i]
                                - slopes[1] * data.covariates().get(1).values()[i]));
        RdLocalFit expected = RdLocal.estimate(adjusted, options);
        same(fit.conventional().estimate(), expected.conventional().estimate());
        same(fit.robust().estimate(), expected.robust().estimate());
        same(fit.robust().stdError(), expected.robust().stdError());
    }

    /** Weighted least squares on an intercept and a slope for each side and both covariates. */
    private static double[] slopes(RdData data, Given bandwidths) {
        double[] x = data.running().values();
        int[] used = IntStream.range(0, x.length)
                .filter(i -> Math.abs(x[i]) < (x[i] < 0 ? bandwidths.hLeft() : bandwidths.hRight()))
                .toArray();
        double[][] design = new double[used.length][];
        double[] y = new double[used.length];
        for (int row = 0; row < used.length; row++) {
            int i = used[row];
            double root = Math.sqrt(1 - Math.abs(x[i]) / (x[i] < 0 ? bandwidths.hLeft() : bandwidths.hRight()));
            double right = x[i] >= 0 ? 1 : 0;
            design[row] = new double[] {
                root,
                root * x[i],
                root * right,
                root * right * x[i],
                root * data.covariates().get(0).values()[i],
                root * data.covariates().get(1).values()[i]
            };
            y[row] = root * data.outcome().values()[i];
        }
        double[] solved = new QRDecomposition(new Array2DRowRealMatrix(design))
                .getSolver()
                .solve(new ArrayRealVector(y))
                .toArray();
        return new double[] {solved[4], solved[5]};
    }

    /** The ratio of two sharp estimates; its error that of the outcome less the ratio times the treatment, over the jump. */
    @Test
    void aFuzzyEstimateIsARatioOfSharpOnes() {
        RdData data = RdRows.of(7, 500);
        RdData fuzzy = new RdData(
                data.running(), data.outcome(), data.treatment(), List.of(), data.weights(), Optional.empty());
        RdLocalOptions options = RdLocalOptions.at(0).withBandwidth(new Given(0.7, 0.7, 0.9, 0.9));
        RdLocalFit fit = RdLocal.estimate(fuzzy, options);
        RdLocalFit outcome = RdLocal.estimate(fuzzy.sharp(), options);
        RdLocalFit first =
                RdLocal.estimate(fuzzy.sharp().withOutcome(data.treatment().orElseThrow()), options);
        assertThat(fit.firstStage()).hasSize(3);
        for (int row = 0; row < 3; row++) {
            same(fit.firstStage().get(row).estimate(), first.rows().get(row).estimate());
            same(fit.firstStage().get(row).stdError(), first.rows().get(row).stdError());
        }
        double ratio = outcome.conventional().estimate() / first.conventional().estimate();
        same(fit.conventional().estimate(), ratio);
        RdLocalFit linear = RdLocal.estimate(
                fuzzy.sharp()
                        .withOutcome(RdRows.column(
                                "y",
                                data,
                                i -> (data.outcome().values()[i]
                                                - ratio
                                                        * data.treatment()
                                                                .orElseThrow()
                                                                .values()[i])
                                        / first.conventional().estimate())),
                options);
        same(fit.conventional().stdError(), linear.conventional().stdError());
        same(fit.robust().stdError(), linear.robust().stdError());
        same(fit.robust().estimate(), ratio + linear.robust().estimate());
    }

    private static void same(double found, double expected) {
        assertThat(found).isCloseTo(expected, withPercentage(1e-6));
    }
}
