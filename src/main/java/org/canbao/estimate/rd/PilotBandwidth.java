package org.canbao.estimate.rd;

import java.util.List;
import org.canbao.spec.RdBandwidth;
import org.canbao.spec.RdKernel;
import org.canbao.spec.RdLocalOptions.MassPoints;

/**
 * The bandwidth that a choice begins with, C min(sd, IQR/1.349) n^(-1/5), and the bounds of all others. n counts rows, or
 * distinct values if mass points are adjusted for.
 */
final class PilotBandwidth {
    /** Share of rows with a value that others have from which on a running variable counts as discrete. */
    static final double DISCRETE = 0.2;
    /** Values that pilot bandwidths hold by default if it is. */
    private static final int LEAST_VALUES = 10;
    /** How much a bandwidth goes beyond a value that it must hold. */
    private static final double BEYOND = 1e-8;

    private final RdSide left;
    private final RdSide right;
    private final boolean restricted;
    private final double floorLeft;
    private final double floorRight;
    private final double start;

    PilotBandwidth(RdKernel kernel, MassPoints massPoints, RdBandwidth.Selected asked, List<RdSide> sides) {
        left = sides.get(0);
        right = sides.get(1);
        restricted = asked.restricted();
        int least = asked.leastValues().orElse(massPoints == MassPoints.ADJUST && isDiscrete(sides) ? LEAST_VALUES : 0);
        floorLeft = least == 0 ? 0 : left.distanceOf(least) + BEYOND;
        floorRight = least == 0 ? 0 : right.distanceOf(least) + BEYOND;
        int n = massPoints == MassPoints.ADJUST ? left.values() + right.values() : left.rows() + right.rows();
        start = floored(limited(constant(kernel) * spread() * StrictMath.pow(n, -0.2), sides), sides);
    }

    /** Whether so many rows share a value with others that the running variable is rather discrete. */
    static boolean isDiscrete(List<RdSide> sides) {
        return sides.stream().anyMatch(side -> 1 - side.values() / (double) side.rows() >= DISCRETE);
    }

    /** The first bandwidth. */
    double start() {
        return start;
    }

    /** A bandwidth for some sides that is within the range of the running variable there. */
    double limited(double bandwidth, List<RdSide> of) {
        double range = of.stream().mapToDouble(RdSide::range).max().orElseThrow();
        return restricted ? Math.min(bandwidth, range) : bandwidth;
    }

    /** A bandwidth for some sides that holds enough values on each. */
    double floored(double bandwidth, List<RdSide> of) {
        double floor = of.stream()
                .mapToDouble(side -> side.isRight() ? floorRight : floorLeft)
                .max()
                .orElseThrow();
        return Math.max(bandwidth, floor);
    }

    private static double constant(RdKernel kernel) {
        return switch (kernel) {
            case TRIANGULAR -> 2.576;
            case EPANECHNIKOV -> 2.34;
            case UNIFORM -> 1.843;
        };
    }

    private double spread() {
        double range = quantile(0.75) - quantile(0.25);
        return Math.min(RdSide.standardDeviation(left.running(), right.running()), range / 1.349);
    }

    /** R's type 2: the inverse of the distribution function, averaged where that is flat. */
    private double quantile(double share) {
        double position = share * (left.rows() + right.rows());
        int below = (int) Math.floor(position);
        return position > below ? ranked(below) : (ranked(below - 1) + ranked(below)) / 2;
    }

    private double ranked(int rank) {
        return rank < left.rows() ? left.running()[rank] : right.running()[rank - left.rows()];
    }
}
