package org.canbao.estimate.exact;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Gamma;

/**
 * Fisher's exact test of a 2 × 2 table, and the odds ratio given its margins: with the odds ratio ψ, the count x in the
 * last cell has P(x) ∝ C(c, x) C(n - c, r - x) ψ^x, c and r being the margins of its column and row. The estimate is where
 * E(x) is the count seen, and the interval has all ψ of which neither tail is too improbable; both as R's {@code
 * fisher.test}, which stops its searches at four digits, where these go on to twelve.
 */
final class FourfoldTable {
    /** Probabilities that differ by less, relatively, count as equal; R's. */
    static final double TIE = 1e-7;

    private static final double ACCURACY = 1e-13;
    private static final int STEPS = 500;

    private final int low;
    private final int seen;
    private final double[] logs;

    /**
     * A table.
     *
     * @param counts two rows of two
     */
    FourfoldTable(long[][] counts) {
        long row = counts[1][0] + counts[1][1];
        long column = counts[0][1] + counts[1][1];
        long n = counts[0][0] + counts[0][1] + row;
        long least = Math.max(0, row + column - n);
        long most = Math.min(row, column);
        this.low = Math.toIntExact(least);
        this.seen = Math.toIntExact(counts[1][1] - least);
        this.logs = new double[Math.toIntExact(most - least) + 1];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = logChoose(column, least + i) + logChoose(n - column, row - least - i);
        }
    }

    /** How many tables have these margins. */
    int tables() {
        return logs.length;
    }

    /** How many of them are no more probable than the one seen. */
    int extreme() {
        double[] p = probabilities(0);
        int extreme = 0;
        for (double each : p) {
            extreme += each <= p[seen] * (1 + TIE) ? 1 : 0;
        }
        return extreme;
    }

    /** The probability of tables that are no more probable than the one seen. */
    double twoSided() {
        double[] p = probabilities(0);
        double sum = 0;
        for (double each : p) {
            sum += each <= p[seen] * (1 + TIE) ? each : 0;
        }
        return Math.min(1, sum);
    }

    /** The probability of a count as small as the one seen, if the log odds ratio is this. */
    double lower(double logOdds) {
        double[] p = probabilities(logOdds);
        double sum = 0;
        for (int i = 0; i <= seen; i++) {
            sum += p[i];
        }
        return Math.min(1, sum);
    }

    /** The probability of a count as large as the one seen, if the log odds ratio is this. */
    double upper(double logOdds) {
        double[] p = probabilities(logOdds);
        double sum = 0;
        for (int i = p.length - 1; i >= seen; i--) {
            sum += p[i];
        }
        return Math.min(1, sum);
    }

    /** The odds ratio by conditional maximum likelihood; 0, infinity or NaN where the count seen is the least, most, or only one. */
    double oddsRatio() {
        if (logs.length == 1) {
            return Double.NaN;
        } else if (seen == 0) {
            return 0;
        } else if (seen == logs.length - 1) {
            return Double.POSITIVE_INFINITY;
        }
        return StrictMath.exp(root(logOdds -> mean(logOdds) - seen));
    }

    /** The lower end of the interval of odds ratios, with this much probability beyond either end. */
    double lowEnd(double tail) {
        return seen == 0 ? 0 : StrictMath.exp(root(logOdds -> upper(logOdds) - tail));
    }

    /** The upper end. */
    double highEnd(double tail) {
        return seen == logs.length - 1
                ? Double.POSITIVE_INFINITY
                : StrictMath.exp(root(logOdds -> tail - lower(logOdds)));
    }

    /** The root of a function that rises. */
    private static double root(UnivariateFunction rising) {
        double width = 1;
        while (rising.value(-width) > 0 || rising.value(width) < 0) {
            width *= 2;
        }
        return new BrentSolver(ACCURACY, ACCURACY, ACCURACY * ACCURACY).solve(STEPS, rising, -width, width);
    }

    private double mean(double logOdds) {
        double[] p = probabilities(logOdds);
        double mean = 0;
        for (int i = 0; i < p.length; i++) {
            mean += i * p[i];
        }
        return mean;
    }

    private double[] probabilities(double logOdds) {
        double[] p = new double[logs.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < p.length; i++) {
            p[i] = logs[i] + (low + i) * logOdds;
            most = Math.max(most, p[i]);
        }
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = StrictMath.exp(p[i] - most);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    private static double logChoose(long n, long k) {
        return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }
}
