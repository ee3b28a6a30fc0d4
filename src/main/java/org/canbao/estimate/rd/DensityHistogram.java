package org.canbao.estimate.rd;

import java.util.ArrayList;
import java.util.List;
import org.canbao.result.RdDensityFit;

/**
 * A histogram whose bars do not cross the cutoff: on each side min(√n, 10 log10 n) bars. Where the values lie on a grid,
 * such as months, every bar holds the same number of grid points, so that no bar stands out for its width.
 */
final class DensityHistogram {
    private static final double GRID = 1e-6;

    private DensityHistogram() {}

    /**
     * The bars.
     *
     * @param cutoff what the distances are from
     * @param low where the histogram begins, as a distance; not positive
     * @param high where it ends
     */
    static List<RdDensityFit.Bar> of(MassPoints points, double cutoff, double low, double high) {
        double spacing = spacing(points, low, high);
        List<RdDensityFit.Bar> bars = new ArrayList<>();
        double left = width(points.leftWithin(-low), -low, spacing);
        int bins = (int) Math.ceil(-low / left - GRID);
        for (int i = bins; i > 0; i--) {
            bars.add(bar(points, cutoff, -i * left, -(i - 1) * left, points.from(-(i - 1) * left)));
        }
        double right = width(points.rightWithin(high), high + spacing, spacing);
        bins = (int) Math.ceil((high + spacing) / right - GRID);
        for (int i = 0; i < bins; i++) {
            double to = (i + 1) * right;
            bars.add(bar(points, cutoff, i * right, to, i == bins - 1 ? points.to(to) : points.from(to)));
        }
        return bars;
    }

    private static RdDensityFit.Bar bar(MassPoints points, double cutoff, double from, double to, int end) {
        long rows = (end == points.size() ? points.rows() : points.before(end)) - points.before(points.from(from));
        return new RdDensityFit.Bar(cutoff + from, cutoff + to, rows, rows / (points.rows() * (to - from)));
    }

    private static double width(long rows, double length, double spacing) {
        double bins = Math.max(1, Math.ceil(Math.min(Math.sqrt(rows), 10 * StrictMath.log10(rows))));
        double width = length / bins;
        return spacing == 0 ? width : Math.max(1, Math.rint(width / spacing)) * spacing;
    }

    /** The distance of neighbours on the grid that the values lie on; 0 if they lie on none. */
    private static double spacing(MassPoints points, double low, double high) {
        int from = points.from(low);
        int to = points.to(high);
        double least = Double.POSITIVE_INFINITY;
        for (int i = from + 1; i < to; i++) {
            least = Math.min(least, points.value(i) - points.value(i - 1));
        }
        if (to - from < 3 || (high - low) / least > 4 * (to - from)) {
            return 0;
        }
        for (int i = from; i < to; i++) {
            double steps = (points.value(i) - points.value(from)) / least;
            if (Math.abs(steps - Math.rint(steps)) > GRID) {
                return 0;
            }
        }
        return least;
    }
}
