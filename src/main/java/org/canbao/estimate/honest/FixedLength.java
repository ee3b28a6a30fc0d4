package org.canbao.estimate.honest;

import java.util.List;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Fixed-length confidence intervals for θ when the slope of the difference in trends changes by at most M between
 * consecutive periods (Rambachan and Roth 2023, section 4; Armstrong and Kolesár 2018): v'β ± the 1-α quantile of |N(b,
 * v'Σv)|, b being the largest bias of v'β, and v the weights with the shortest interval.
 *
 * <p>v is l on the effects. Its weights before the reference are second differences of W_0, W_1 … (each period one more),
 * W_s being the weight of the change of slope s periods before the reference in the bias. Linear trends leave no bias, so
 * W_0 = Σ l_t t, and b = M (Σ|W_s| + Σ|P_s|) with P_s = Σ_{t>s} l_t (t - s) for changes after it. Of the W no other beats
 * in both bias and variance, which {@link LassoPath} gives, the best is taken.
 */
final class FixedLength {
    private static final int EVALUATIONS = 500;

    private final TrendEstimates data;
    private final double alpha;
    private final double[] fixed;
    private final double[][] free;
    private final double leastBias;
    private final List<double[]> corners;

    /** An interval, and the weights behind it. */
    record Interval(double estimate, double halfLength, double[] weights) {
        double low() {
            return estimate - halfLength;
        }

        double high() {
            return estimate + halfLength;
        }
    }

    FixedLength(TrendEstimates data, double alpha) {
        this.data = data;
        this.alpha = alpha;
        double[] l = data.target();
        double trend = 0;
        double bias = 0;
        for (int s = 0; s < l.length; s++) {
            double later = 0;
            for (int t = s + 1; t <= l.length; t++) {
                later += l[t - 1] * (t - s);
            }
            trend = s == 0 ? later : trend;
            bias += Math.abs(later);
        }
        this.leastBias = bias;
        this.fixed = data.plain();
        addChange(fixed, 0, trend);
        this.free = new double[data.before() - 1][data.size()];
        for (int s = 1; s < data.before(); s++) {
            addChange(free[s - 1], s, 1);
        }
        this.corners = corners();
    }

    /** The shortest interval at M. */
    Interval at(double m) {
        Interval best = interval(corners.get(corners.size() - 1), m);
        for (int c = 0; c + 1 < corners.size(); c++) {
            double[] from = corners.get(c);
            double[] to = corners.get(c + 1);
            double share = new BrentOptimizer(1e-10, 1e-14)
                    .optimize(
                            new MaxEval(EVALUATIONS),
                            GoalType.MINIMIZE,
                            new UnivariateObjectiveFunction(x -> interval(between(from, to, x), m).halfLength),
                            new SearchInterval(0, 1))
                    .getPoint();
            best = shorter(best, interval(between(from, to, share), m));
            best = shorter(best, interval(from, m));
        }
        return best;
    }

    private static Interval shorter(Interval a, Interval b) {
        return b.halfLength < a.halfLength ? b : a;
    }

    private static double[] between(double[] from, double[] to, double share) {
        double[] point = new double[from.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = from[i] + share * (to[i] - from[i]);
        }
        return point;
    }

    private Interval interval(double[] changes, double m) {
        double[] weights = fixed.clone();
        double bias = leastBias;
        for (int s = 0; s < changes.length; s++) {
            bias += Math.abs(changes[s]);
            for (int i = 0; i < weights.length; i++) {
                weights[i] += changes[s] * free[s][i];
            }
        }
        double error = data.stdError(weights);
        return new Interval(data.estimate(weights), error * NormalTails.folded(m * bias / error, alpha), weights);
    }

    private List<double[]> corners() {
        double[][] quadratic = new double[free.length][free.length];
        double[] linear = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            linear[i] = data.product(free[i], fixed);
            for (int j = 0; j < free.length; j++) {
                quadratic[i][j] = data.product(free[i], free[j]);
            }
        }
        return LassoPath.corners(quadratic, linear);
    }

    /** Adds {@code weight} in W_s: to the estimate of period s + 1 once, s twice less, s - 1 once (the reference has none). */
    private void addChange(double[] weights, int s, double weight) {
        add(weights, s - 1, weight);
        add(weights, s, -2 * weight);
        add(weights, s + 1, weight);
    }

    private void add(double[] weights, int before, double weight) {
        if (before > 0) {
            weights[data.before() - before] += weight;
        }
    }
}
