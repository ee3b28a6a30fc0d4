package org.canbao.estimate.rd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.canbao.result.Inference;
import org.canbao.result.RdDensityFit;
import org.canbao.spec.RdDensityOptions;
import org.canbao.spec.RdDensityOptions.Sides;

/**
 * The manipulation test of Cattaneo, Jansson and Ma (2020): densities left and right of the cutoff by local polynomials of
 * the distribution function, of one order more than the bandwidth was chosen for, compared by their robust standard error.
 */
public final class DensityTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double CRITICAL = NORMAL.inverseSurvivalProbability(0.025);
    /** How far the figure goes, in bandwidths, and how many points its curves have. */
    private static final double SHOWN = 3;

    private static final int CURVE = 25;

    private final MassPoints points;
    private final RdDensityOptions options;
    private final LocalDensity local;

    /** A test on these values. */
    public DensityTest(MassPoints points, RdDensityOptions options) {
        this.points = points;
        this.options = options;
        this.local = new LocalDensity(points, options);
    }

    /** The test; its statistic is NaN where a side does not have the rows for the polynomial. */
    public RdDensityFit run(String running, double cutoff, Inference inference) {
        Sides h = options.h().orElseGet(() -> new DensityBandwidth(points, options).choose());
        SideDensities at = local.at(h, options.biasOrder(), 1);
        double error = Math.sqrt(at.differenceVariance());
        double statistic = at.difference() / error;
        return new RdDensityFit(
                setting(running, cutoff),
                statistic,
                pValue(statistic),
                side(points.leftRows(), points.leftWithin(h.left()), h.left(), at.left(), at.leftVariance()),
                side(points.rightRows(), points.rightWithin(h.right()), h.right(), at.right(), at.rightVariance()),
                new RdDensityFit.Estimate(at.difference(), error),
                BinomialWindows.of(points, options.binomial(), h),
                DensityHistogram.of(points, cutoff, low(h), high(h)),
                curve(cutoff, h),
                inference);
    }

    private static double pValue(double statistic) {
        return Double.isNaN(statistic) ? Double.NaN : 2 * NORMAL.survivalProbability(Math.abs(statistic));
    }

    private RdDensityFit.Setting setting(String running, double cutoff) {
        String selector = options.bandwidth().name().toLowerCase(Locale.ROOT);
        return new RdDensityFit.Setting(
                running,
                cutoff,
                options.order(),
                options.biasOrder(),
                options.kernel().name().toLowerCase(Locale.ROOT),
                options.restricted(),
                options.h().isPresent() ? "given" : selector,
                options.adjust() && points.size() < points.rows());
    }

    private static RdDensityFit.Side side(long rows, long used, double h, double density, double variance) {
        return new RdDensityFit.Side(rows, used, h, new RdDensityFit.Estimate(density, Math.sqrt(variance)));
    }

    private double low(Sides h) {
        return Math.max(points.value(0), -SHOWN * h.left());
    }

    private double high(Sides h) {
        return Math.min(points.value(points.size() - 1), SHOWN * h.right());
    }

    private List<RdDensityFit.Point> curve(double cutoff, Sides h) {
        List<RdDensityFit.Point> curve = new ArrayList<>();
        for (int i = 0; i < CURVE; i++) {
            curve.add(point(cutoff, low(h) * (CURVE - 1 - i) / (CURVE - 1), false, h.left()));
        }
        for (int i = 0; i < CURVE; i++) {
            curve.add(point(cutoff, high(h) * i / (CURVE - 1), true, h.right()));
        }
        return curve;
    }

    private RdDensityFit.Point point(double cutoff, double at, boolean right, double h) {
        double[] shown = local.inside(at, right, h, options.order());
        double[] corrected = local.inside(at, right, h, options.biasOrder());
        double half = CRITICAL * Math.sqrt(corrected[1]);
        return new RdDensityFit.Point(right, cutoff + at, shown[0], corrected[0] - half, corrected[0] + half);
    }
}
