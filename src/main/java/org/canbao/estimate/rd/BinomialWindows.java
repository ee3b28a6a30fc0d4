package org.canbao.estimate.rd;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.canbao.result.RdDensityFit;
import org.canbao.spec.RdDensityOptions.Binomial;
import org.canbao.spec.RdDensityOptions.Sides;

/**
 * Exact binomial tests in nested windows about a cutoff: whether its rows fall on either side as by independent draws
 * (Cattaneo, Frandsen and Titiunik 2015). The windows are rddensity's.
 */
public final class BinomialWindows {
    /** Probabilities that differ by less, relatively, count as equal, as in R's binom.test. */
    private static final double TIE = 1 + 1e-7;

    private BinomialWindows() {}

    /**
     * The tests.
     *
     * @param h the bandwidths, which the windows go up to if no step is given
     */
    static List<RdDensityFit.Binomial> of(MassPoints points, Binomial asked, Sides h) {
        List<RdDensityFit.Binomial> tests = new ArrayList<>();
        for (Sides window : windows(points, asked, h)) {
            long left = points.leftWithin(window.left());
            long right = points.rightWithin(window.right());
            tests.add(new RdDensityFit.Binomial(
                    window.left(), window.right(), left, right, pValue(left, right, 1 - asked.share())));
        }
        return tests;
    }

    private static List<Sides> windows(MassPoints points, Binomial asked, Sides h) {
        if (asked.windows() == 0) {
            return List.of();
        }
        double wide = Math.max(points.leftRow(asked.rows()), points.rightRow(asked.rows()));
        Sides first = asked.width().orElse(new Sides(wide, wide));
        boolean filled = first.left() >= h.left() || first.right() >= h.right();
        int windows = asked.step().isEmpty() && filled ? 1 : asked.windows();
        List<Sides> all = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            int steps = i;
            all.add(asked.step()
                    .map(step -> new Sides(first.left() + steps * step.left(), first.right() + steps * step.right()))
                    .orElseGet(() -> new Sides(
                            upTo(first.left(), h.left(), steps, windows),
                            upTo(first.right(), h.right(), steps, windows))));
        }
        return all;
    }

    private static double upTo(double first, double most, int steps, int windows) {
        boolean beyond = first * windows > most;
        return first + steps * (beyond && windows > 1 ? (most - first) / (windows - 1) : first);
    }

    /**
     * The two-sided p-value of so many successes: the probability of all outcomes that are not likelier.
     *
     * @param share the probability of a success; 0.5 by symmetry for either side
     */
    public static double pValue(long successes, long failures, double share) {
        int n = Math.toIntExact(successes + failures);
        if (n == 0) {
            return 1;
        }
        int x = (int) successes;
        BinomialDistribution law = BinomialDistribution.of(n, share);
        double mean = n * share;
        if (x == mean) {
            return 1;
        }
        double likely = law.probability(x) * TIE;
        double sum;
        if (x < mean) {
            // beyond the mode, probabilities fall: the first place above the mean that is not likelier
            int place = firstBelow(law, likely, (int) Math.ceil(mean), n + 1, 1);
            sum = law.cumulativeProbability(x) + law.survivalProbability(place - 1);
        } else {
            int place = firstBelow(law, likely, (int) Math.floor(mean), -1, -1);
            sum = law.survivalProbability(x - 1) + (place < 0 ? 0 : law.cumulativeProbability(place));
        }
        return Math.min(1, sum);
    }

    /** The place nearest to {@code from}, going towards {@code end}, whose probability is at most {@code most}. */
    private static int firstBelow(BinomialDistribution law, double most, int from, int end, int step) {
        int near = from - step;
        int far = end;
        while (Math.abs(far - near) > 1) {
            int middle = near + (far - near) / 2;
            if (law.probability(middle) <= most) {
                far = middle;
            } else {
                near = middle;
            }
        }
        return far;
    }
}
