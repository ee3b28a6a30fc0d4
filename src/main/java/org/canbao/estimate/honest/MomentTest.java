package org.canbao.estimate.honest;

import java.util.Arrays;

/**
 * Test that E[y] - Xτ ≤ 0 for some τ, y being normal with covariance V: the conditional and least-favourable hybrid of
 * Andrews, Roth and Pakes (2023), as Rambachan and Roth (2023) use it.
 *
 * <p>η = max y'γ over γ ≥ 0 with X'γ = 0 and σ'γ = 1, σ the standard deviations of y, is the smallest number of standard
 * deviations by which some τ violates the inequalities. The first stage rejects if η exceeds its 1-κ quantile at E[y] = 0.
 * The second compares η with the quantile of a normal variable with variance γ'Vγ, cut off where another vertex would be
 * the best or the first stage would have rejected, at level (α-κ)/(1-κ).
 */
final class MomentTest {
    private static final double NO_VARIANCE = 1e-10;

    private final double[][] covariance;
    private final VertexProgram program;
    private final double level;
    private final double first;

    /**
     * @param covariance V
     * @param nuisance X; one row per inequality
     * @param alpha the level of the test
     * @param kappa the level of its first stage
     * @param draws of y at E[y] = 0
     */
    MomentTest(double[][] covariance, double[][] nuisance, double alpha, double kappa, double[][] draws) {
        this.covariance = covariance;
        this.program = new VertexProgram(withDeviations(covariance, nuisance));
        this.level = (alpha - kappa) / (1 - kappa);
        double[] statistics = Arrays.stream(draws)
                .mapToDouble(y -> program.maximise(y).value())
                .toArray();
        this.first = quantile(statistics, 1 - kappa);
    }

    /** The critical value of the first stage. */
    double firstStage() {
        return first;
    }

    /** η and γ. */
    VertexProgram.Solution statistic(double[] y) {
        return program.maximise(y);
    }

    /** Whether the inequalities are rejected. */
    boolean rejects(double[] y) {
        VertexProgram.Solution best = program.maximise(y);
        double eta = best.value();
        if (eta > first) {
            return true;
        }
        double[] image = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            image[i] = TrendEstimates.dot(covariance[i], best.gamma());
        }
        double variance = TrendEstimates.dot(image, best.gamma());
        if (Math.sqrt(Math.max(0, variance)) < NO_VARIANCE * deviation(y.length)) {
            return eta > NO_VARIANCE;
        }
        double[] rest = new double[y.length];
        double[] negative = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            image[i] /= variance;
            rest[i] = y[i] - image[i] * eta;
            negative[i] = -image[i];
        }
        double sigma = Math.sqrt(variance);
        double high = Math.min(first, program.reach(rest, image, eta)) / sigma;
        double low = -program.reach(rest, negative, -eta) / sigma;
        return eta / sigma > Math.max(0, NormalTails.truncated(1 - level, low, high));
    }

    private double deviation(int size) {
        double most = 0;
        for (int i = 0; i < size; i++) {
            most = Math.max(most, covariance[i][i]);
        }
        return Math.sqrt(most);
    }

    private static double[][] withDeviations(double[][] covariance, double[][] nuisance) {
        double[][] w = new double[covariance.length][];
        for (int i = 0; i < w.length; i++) {
            w[i] = new double[nuisance[i].length + 1];
            w[i][0] = Math.sqrt(covariance[i][i]);
            System.arraycopy(nuisance[i], 0, w[i], 1, nuisance[i].length);
        }
        return w;
    }

    /** The quantile by linear interpolation between order statistics (Hyndman and Fan's type 7). */
    private static double quantile(double[] values, double p) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = p * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
