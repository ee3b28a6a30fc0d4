package org.canbao.estimate.rd;

import java.util.Arrays;
import org.canbao.spec.RdDensityOptions;
import org.canbao.spec.RdDensityOptions.Sides;
import org.canbao.spec.RdKernel;

/**
 * Bandwidths that minimise the mean squared error of a density at a cutoff (Cattaneo, Jansson and Ma 2020; rddensity):
 * h = (V / (2p B^2 n))^(1/(2p+1)), V and B estimated with preliminary bandwidths by a rule of thumb for normal data.
 * They do not exceed the range of the data and hold at least the rows and values that are asked for.
 */
final class DensityBandwidth {
    private static final int PRELIMINARY_ROWS = 20;

    private final MassPoints points;
    private final RdDensityOptions options;
    private final KernelPolynomial kernel;
    private final int order;

    DensityBandwidth(MassPoints points, RdDensityOptions options) {
        this.points = points;
        this.options = options;
        this.kernel = KernelPolynomial.of(options.kernel());
        this.order = options.order();
    }

    /** The bandwidths left and right of the cutoff. */
    Sides choose() {
        double[] each = all();
        return switch (options.bandwidth()) {
            case EACH -> new Sides(each[0], each[1]);
            case DIFF -> new Sides(each[2], each[2]);
            case SUM -> new Sides(each[3], each[3]);
            case COMB -> combined(each);
        };
    }

    private Sides combined(double[] h) {
        if (options.restricted()) {
            double least = Math.min(h[2], h[3]);
            return new Sides(least, least);
        }
        return new Sides(median(h[0], h[2], h[3]), median(h[1], h[2], h[3]));
    }

    private static double median(double... three) {
        Arrays.sort(three);
        return three[1];
    }

    /** For the left density, the right one, their difference and their sum. */
    double[] all() {
        double n = points.rows();
        double forBias = preliminary(order + 2, order + 1);
        double forDensity = preliminary(order, 1);
        LocalDensity local = new LocalDensity(points, options);
        SideDensities high = local.at(new Sides(forBias, forBias), order + 2, order + 1);
        SideDensities low = local.at(new Sides(forDensity, forDensity), order, 1);
        double[] bias = bias(high, low);
        double[] variances = {low.leftVariance(), low.rightVariance(), low.differenceVariance(), low.sumVariance()};
        double[] h = new double[4];
        for (int i = 0; i < h.length; i++) {
            double variance = n * forDensity * variances[i];
            double best = power(variance / (2 * order * bias[i] * bias[i] * n), 2 * order + 1);
            h[i] = variance < 0 || Double.isNaN(best) ? 0 : best;
        }
        return regularised(h);
    }

    private double[] bias(SideDensities high, SideDensities low) {
        double left;
        double right;
        if (options.restricted()) {
            double[] both = new PluginVariance(kernel, order, points.rows())
                    .restrictedBias(low.left(), low.right(), high.leftHigher());
            left = both[0];
            right = both[1];
        } else {
            double constant = new BoundaryMoments(kernel, order).bias(1);
            left = high.leftHigher() * constant * (order % 2 == 0 ? 1 : -1);
            right = high.rightHigher() * constant;
        }
        return new double[] {left, right, right - left, right + left};
    }

    /** The rule of thumb for a derivative of the distribution function, for normal data and the uniform kernel. */
    private double preliminary(int degree, int derivative) {
        double n = points.rows();
        double sd = points.sd();
        double z = points.mean() / sd;
        double hermite = hermite(z, degree);
        double normal = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI);
        double constant = new BoundaryMoments(KernelPolynomial.of(RdKernel.UNIFORM), degree).ruleOfThumb(derivative);
        double ratio = derivative == 1 ? 1.0 / (2 * degree) : (2 * order + 1) / 4.0;
        double h = sd * power(ratio * constant / (hermite * hermite * normal) / n, 2 * degree + 1);
        h = Math.min(h, Math.max(-points.value(0), points.value(points.size() - 1)));
        int least = PRELIMINARY_ROWS + degree + 1;
        if (options.leastRows() > 0) {
            h = Math.max(h, Math.max(points.leftRow(least), points.rightRow(least)));
        }
        if (options.leastValues() > 0) {
            h = Math.max(h, Math.max(points.leftValue(least), points.rightValue(least)));
        }
        return h;
    }

    private double[] regularised(double[] h) {
        double left = -points.value(0);
        double right = points.value(points.size() - 1);
        double both = Math.max(left, right);
        double[] most = {left, right, both, both};
        double leastLeft = 0;
        double leastRight = 0;
        if (options.leastRows() > 0) {
            leastLeft = points.leftRow(options.leastRows());
            leastRight = points.rightRow(options.leastRows());
        }
        if (options.leastValues() > 0) {
            leastLeft = Math.max(leastLeft, points.leftValue(options.leastValues()));
            leastRight = Math.max(leastRight, points.rightValue(options.leastValues()));
        }
        double leastBoth = Math.max(leastLeft, leastRight);
        double[] least = {leastLeft, leastRight, leastBoth, leastBoth};
        for (int i = 0; i < h.length; i++) {
            h[i] = Math.max(Math.min(h[i], most[i]), least[i]);
        }
        return h;
    }

    private static double power(double value, int root) {
        return StrictMath.pow(value, 1.0 / root);
    }

    /** The probabilists' Hermite polynomial, He_n. */
    static double hermite(double x, int degree) {
        double before = 1;
        double value = x;
        for (int n = 1; n < degree; n++) {
            double next = x * value - n * before;
            before = value;
            value = next;
        }
        return degree == 0 ? 1 : value;
    }
}
