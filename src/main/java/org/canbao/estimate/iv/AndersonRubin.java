package org.canbao.estimate.iv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.statistics.distribution.FDistribution;
import org.canbao.estimate.Student;
import org.canbao.result.Fit;
import org.canbao.result.IvFit;

/**
 * Anderson and Rubin's test (1949): with the true coefficient b the instruments explain nothing of y - x b, so that the
 * reduced form less b times the first stage, r - p b, is zero: F(b) = (r - p b)'S(b)^-1 (r - p b)/q, S(b) = V_rr - b (V_rp
 * + V_pr) + b² V_pp. It holds however weak the instruments are. The set of b that are not rejected is where F(b) is at most
 * its 5% critical value: an interval, rays, the whole line, or nothing.
 */
final class AndersonRubin {
    private static final double LEVEL = 0.05;
    /** Values of b at which the test is looked at before its ends are searched for, evenly in angle. */
    private static final int GRID = 2048;

    private static final int BISECTIONS = 200;

    private final RealVector reduced;
    private final RealVector first;
    private final RealMatrix[] variances;
    private final double df2;

    private AndersonRubin(RealVector reduced, RealVector first, RealMatrix[] variances, double df2) {
        this.reduced = reduced;
        this.first = first;
        this.variances = variances;
        this.df2 = df2;
    }

    /**
     * The test that all endogenous coefficients are zero, and the set of values if there is one of them.
     *
     * @param reduced coefficients of the instruments in the reduced form
     * @param firsts coefficients of the instruments in each first stage
     * @param covariance of the reduced form's coefficients, then of each first stage's
     * @param df2 denominator degrees of freedom
     * @param estimate of the coefficient, and its standard error, about which values are tried
     * @return empty if the covariance of the reduced form is singular
     */
    static Optional<IvFit.AndersonRubin> of(
            RealVector reduced, List<RealVector> firsts, RealMatrix covariance, double df2, double[] estimate) {
        int q = reduced.getDimension();
        RealMatrix rr = block(covariance, 0, 0, q);
        if (!new LUDecomposition(rr).getSolver().isNonSingular()) {
            return Optional.empty();
        }
        double f = reduced.dotProduct(RankTest.inverse(rr).operate(reduced)) / q;
        Fit.WaldTest zero = new Fit.WaldTest(f, Student.fTail(f, q, df2), q, df2);
        if (firsts.size() > 1) {
            return Optional.of(new IvFit.AndersonRubin(zero, List.of()));
        }
        RealMatrix cross = block(covariance, 0, 1, q).add(block(covariance, 1, 0, q));
        RealMatrix[] variances = {rr, cross, block(covariance, 1, 1, q)};
        AndersonRubin test = new AndersonRubin(reduced, firsts.get(0), variances, df2);
        return Optional.of(new IvFit.AndersonRubin(zero, test.set(estimate[0], estimate[1])));
    }

    private static RealMatrix block(RealMatrix covariance, int row, int column, int q) {
        return covariance.getSubMatrix(row * q, row * q + q - 1, column * q, column * q + q - 1);
    }

    /** F(b) less the critical value, at b = centre + scale tan(angle); for b without bound at the ends. */
    private double excess(double angle, double centre, double scale, double critical) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double own = cos;
        double times = centre * cos + scale * sin;
        RealVector difference = reduced.mapMultiply(own).subtract(first.mapMultiply(times));
        RealMatrix variance = variances[0]
                .scalarMultiply(own * own)
                .subtract(variances[1].scalarMultiply(own * times))
                .add(variances[2].scalarMultiply(times * times));
        double quadratic = difference.dotProduct(
                new LUDecomposition(variance, 0).getSolver().solve(difference));
        return quadratic / difference.getDimension() - critical;
    }

    private List<IvFit.Interval> set(double centre, double scale) {
        double critical = FDistribution.of(reduced.getDimension(), df2).inverseSurvivalProbability(LEVEL);
        List<IvFit.Interval> set = new ArrayList<>();
        double open = excess(angle(0), centre, scale, critical) <= 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        for (int i = 1; i <= GRID; i++) {
            boolean inside = excess(angle(i), centre, scale, critical) <= 0;
            if (inside == Double.isNaN(open)) {
                double end = end(angle(i - 1), angle(i), centre, scale, critical);
                if (!inside) {
                    set.add(new IvFit.Interval(open, end));
                }
                open = inside ? end : Double.NaN;
            }
        }
        if (!Double.isNaN(open)) {
            set.add(new IvFit.Interval(open, Double.POSITIVE_INFINITY));
        }
        return set;
    }

    private static double angle(int i) {
        return Math.PI * ((double) i / GRID - 0.5);
    }

    private double end(double from, double to, double centre, double scale, double critical) {
        boolean inside = excess(from, centre, scale, critical) <= 0;
        double low = from;
        double high = to;
        for (int i = 0; i < BISECTIONS && high - low > 1e-16; i++) {
            double middle = (low + high) / 2;
            if (excess(middle, centre, scale, critical) <= 0 == inside) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return centre + scale * StrictMath.tan((low + high) / 2);
    }
}
