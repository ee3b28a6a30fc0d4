package org.canbao.estimate.iv;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.canbao.result.IvFit;

/**
 * The effective first-stage F of Montiel Olea and Pflueger (2013), for one endogenous column: F = p'Z'Z p / tr(W), W = F V
 * F' with F'F = Z'Z, p the coefficients of the instruments and V their covariance. With homoskedastic errors it is the F.
 *
 * <p>Its critical value, for a Nagar bias above the share tau of the worst case, is the simplified one: the 95% quantile of
 * a non-central chi-squared with K degrees of freedom and non-centrality K x, over K, where x = 1/tau and K = tr(W)² (1 +
 * 2x) / (tr(W'W) + 2x tr(W) maxeval(W)).
 */
final class EffectiveF {
    private static final double BIAS = 0.1;
    private static final double LEVEL = 0.05;

    private EffectiveF() {}

    /**
     * The statistic and its critical value.
     *
     * @param coefficients of the instruments
     * @param instruments (Z'Z)^-1
     * @param covariance of the coefficients
     */
    static IvFit.EffectiveF of(RealVector coefficients, RealMatrix instruments, RealMatrix covariance) {
        RealMatrix f = new CholeskyDecomposition(RankTest.inverse(instruments), 1e-10, 0).getLT();
        RealMatrix w = f.multiply(covariance).multiply(f.transpose());
        RealVector projected = f.operate(coefficients);
        double statistic = projected.dotProduct(projected) / w.getTrace();
        return new IvFit.EffectiveF(statistic, critical(w, 1 / BIAS), BIAS);
    }

    private static double critical(RealMatrix w, double x) {
        double largest = new EigenDecomposition(w).getRealEigenvalue(0);
        double trace = w.getTrace();
        double squares = w.transpose().multiply(w).getTrace();
        double k = trace * trace * (1 + 2 * x) / (squares + 2 * x * trace * largest);
        return quantile(k, k * x) / k;
    }

    /** The upper 5% point of a non-central chi-squared. */
    static double quantile(double df, double nonCentrality) {
        double mean = df + nonCentrality;
        double high = mean + 20 * Math.sqrt(2 * (df + 2 * nonCentrality));
        return new BrentSolver(1e-13, 1e-12)
                .solve(1000, value -> survival(value, df, nonCentrality) - LEVEL, mean / 1e6, high, mean);
    }

    /** A mixture of central ones with Poisson weights. */
    private static double survival(double value, double df, double nonCentrality) {
        double half = nonCentrality / 2;
        double weight = StrictMath.exp(-half);
        double sum = 0;
        double left = 1;
        for (int j = 0; left > 1e-15 && j < 100_000; j++) {
            sum += weight * ChiSquaredDistribution.of(df + 2 * j).survivalProbability(value);
            left -= weight;
            weight *= half / (j + 1);
        }
        return sum;
    }
}
