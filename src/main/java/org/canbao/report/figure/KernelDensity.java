package org.canbao.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.canbao.report.figure.FigureModel.Point;

/**
 * A Gaussian kernel density, f(x) = 1/(n h) Σ φ((x − x_i)/h), summed exactly (R's {@code density()} bins the data
 * first, which differs in the fourth digit or so).
 *
 * <p>The bandwidth is Silverman's rule of thumb as R's {@code bw.nrd0}: h = 0.9 min(s, IQR/1.34) n^(−1/5), with the
 * standard deviation s (divisor n − 1) and the interquartile range of R's quantile type 7; where the minimum is zero, s
 * stands for it, then |x_1|, then 1. The curve has 512 points from 3 h below the least to 3 h above the greatest value,
 * as {@code density()} has.
 *
 * @param bandwidth h, in units of the data
 * @param curve the density on an even grid
 */
record KernelDensity(double bandwidth, List<Point> curve) {
    private static final int GRID = 512;
    private static final double CUT = 3;
    private static final double NORMAL = 1 / StrictMath.sqrt(2 * Math.PI);

    KernelDensity {
        curve = List.copyOf(curve);
    }

    /** The density of finite values, at least two. */
    static KernelDensity of(double[] values) {
        double bandwidth = nrd0(values);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double from = sorted[0] - CUT * bandwidth;
        double to = sorted[sorted.length - 1] + CUT * bandwidth;
        List<Point> curve = new ArrayList<>(GRID);
        for (int i = 0; i < GRID; i++) {
            double x = from + (to - from) * i / (GRID - 1);
            curve.add(new Point(x, at(x, sorted, bandwidth)));
        }
        return new KernelDensity(bandwidth, curve);
    }

    /** R's {@code bw.nrd0}. */
    static double nrd0(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double deviation = standardDeviation(values);
        double spread = Math.min(deviation, (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34);
        if (spread == 0) {
            spread = deviation != 0 ? deviation : values[0] != 0 ? Math.abs(values[0]) : 1;
        }
        return 0.9 * spread * StrictMath.pow(values.length, -0.2);
    }

    private static double at(double x, double[] values, double bandwidth) {
        double sum = 0;
        for (double value : values) {
            double z = (x - value) / bandwidth;
            sum += NORMAL * StrictMath.exp(-z * z / 2);
        }
        return sum / (values.length * bandwidth);
    }

    private static double standardDeviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return StrictMath.sqrt(squares / (values.length - 1));
    }

    /** R's quantile type 7: linear between order statistics at (n − 1) p. */
    private static double quantile(double[] sorted, double share) {
        double position = (sorted.length - 1) * share;
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
