package org.canbao.estimate.honest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.canbao.math.CounterRandom;
import org.canbao.math.Parallel;
import org.canbao.result.HonestDidFit.Ends;

/**
 * Confidence sets for θ when the difference in trends changes after the reference by at most M̄ times its largest change
 * between consecutive periods before it (Rambachan and Roth 2023, section 2.3).
 *
 * <p>That set of trends is a union over which change before the reference is the largest, and its sign; in each of them
 * the trends fulfil linear inequalities A δ ≤ 0. A value of θ is in the confidence set if {@link MomentTest} does not
 * reject, in one of them, A (β - τ) ≤ 0 for some τ with l'τ = θ; only inequalities about periods after the reference are
 * used. The set is reported by its ends, which are found on a grid and then by halving.
 */
final class RelativeMagnitudes {
    private static final int GRID = 200;
    private static final double EXACT = 1e-10;
    private static final int STEPS = 1000;

    private final TrendEstimates data;
    private final double alpha;
    private final int threads;
    /** Draws of the estimates about their expectation. */
    private final double[][] draws;

    /**
     * @param alpha one less the coverage; the first stage of the test has a tenth of it
     * @param draws how many, for the critical values of the first stage
     * @param seed of the draws
     */
    RelativeMagnitudes(TrendEstimates data, double alpha, int draws, long seed, int threads) {
        this.data = data;
        this.alpha = alpha;
        this.threads = threads;
        double[][] root = root(data.covariance());
        this.draws = new double[draws][];
        for (int d = 0; d < draws; d++) {
            this.draws[d] = draw(root, new CounterRandom(seed, "relative-magnitudes", d));
        }
    }

    /** The ends of the confidence set at M̄; empty if no value of θ is in it. */
    Optional<Ends> at(double m) {
        int count = 2 * data.before();
        List<Optional<Ends>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(Optional.empty());
        }
        Parallel.forEach(count, threads, i -> parts.set(i, part(m, i / 2, i % 2 == 0 ? 1 : -1)));
        return parts.stream().flatMap(Optional::stream).reduce(RelativeMagnitudes::hull);
    }

    /** The values of θ that trends may explain if the estimates before the reference have no error. */
    Ends identified(double m) {
        double most = 0;
        for (int k = 0; k < data.before(); k++) {
            most = Math.max(most, Math.abs(data.before(k) - data.before(k + 1)));
        }
        double width = 0;
        double later = 0;
        for (int t = data.after() - 1; t >= 0; t--) {
            later += data.target()[t];
            width += Math.abs(later);
        }
        double centre = data.estimate(data.plain());
        return new Ends(centre - m * most * width, centre + m * most * width);
    }

    private static Ends hull(Ends a, Ends b) {
        return new Ends(Math.min(a.low(), b.low()), Math.max(a.high(), b.high()));
    }

    private Optional<Ends> part(double m, int largest, int sign) {
        Inequalities inequalities = new Inequalities(data, m, largest, sign);
        MomentTest test = new MomentTest(
                inequalities.covariance(), inequalities.nuisance(), alpha, alpha / 10, inequalities.times(draws));
        double centre = data.estimate(data.plain());
        double far = STEPS * data.stdError(data.plain()) * (1 + m);
        double low = edge(test, inequalities, centre - far, 1);
        double high = edge(test, inequalities, centre + far, -1);
        if (Double.isNaN(low) || Double.isNaN(high) || low > high) {
            return Optional.empty();
        }
        double first = inward(test, inequalities, low, high);
        return Double.isNaN(first)
                ? Optional.empty()
                : Optional.of(new Ends(first, inward(test, inequalities, high, low)));
    }

    /** Where the first stage stops to reject, coming from far away: its statistic is convex and has straight pieces. */
    private static double edge(MomentTest test, Inequalities inequalities, double from, int direction) {
        double theta = from;
        for (int step = 0; step < STEPS; step++) {
            VertexProgram.Solution best = test.statistic(inequalities.at(theta));
            double excess = best.value() - test.firstStage();
            double slope = -TrendEstimates.dot(best.gamma(), inequalities.direction());
            if (excess <= EXACT * test.firstStage()) {
                return theta;
            }
            if (!(slope * direction < 0)) {
                return Double.NaN;
            }
            theta -= excess / slope;
        }
        return theta;
    }

    /** The first value that is not rejected on the way from one end to the other; NaN if all are. */
    private static double inward(MomentTest test, Inequalities inequalities, double from, double to) {
        double rejected = from;
        for (int i = 0; i <= GRID; i++) {
            double theta = from + (to - from) * i / GRID;
            if (!test.rejects(inequalities.at(theta))) {
                return i == 0 ? theta : halve(test, inequalities, rejected, theta);
            }
            rejected = theta;
        }
        return Double.NaN;
    }

    private static double halve(MomentTest test, Inequalities inequalities, double rejected, double accepted) {
        double outside = rejected;
        double inside = accepted;
        double enough = EXACT * Math.abs(accepted - rejected);
        while (Math.abs(inside - outside) > enough) {
            double middle = (inside + outside) / 2;
            if (middle == inside || middle == outside) {
                // The ends are so close to each other that no number lies between them.
                return inside;
            }
            if (test.rejects(inequalities.at(middle))) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        return inside;
    }

    /** L with LL' = Σ, zero where Σ has no rank. */
    private static double[][] root(double[][] covariance) {
        int n = covariance.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                if (i == j) {
                    root[i][i] = sum > EXACT * covariance[i][i] ? Math.sqrt(sum) : 0;
                } else {
                    root[i][j] = root[j][j] == 0 ? 0 : sum / root[j][j];
                }
            }
        }
        return root;
    }

    private static double[] draw(double[][] root, CounterRandom random) {
        double[] normal = new double[root.length];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = NormalTails.ofUniform(random.nextDouble());
        }
        return new Array2DRowRealMatrix(root, false).operate(normal);
    }
}
