package org.canbao.estimate.rd;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.canbao.result.RdPlotFit;

/** The bins of one side of a cutoff, and their means. */
final class PlotSide {
    private static final int CURVE = 101;

    private final SideRows side;
    private final boolean right;
    private final double cutoff;
    private final double range;

    PlotSide(SideRows side, boolean right, double cutoff) {
        this.side = side;
        this.right = right;
        this.cutoff = cutoff;
        this.range = right ? side.last() - cutoff : cutoff - side.first();
    }

    /** The distance from the cutoff to the farthest value. */
    double range() {
        return range;
    }

    /** One bin per value. */
    List<RdPlotFit.Bin> values() {
        List<RdPlotFit.Bin> bins = new ArrayList<>();
        for (int from = 0; from < side.size(); ) {
            int to = from + 1;
            double value = side.x()[from];
            while (to < side.size() && side.x()[to] == value) {
                to++;
            }
            bins.add(bin(from, to, value, value));
            from = to;
        }
        return bins;
    }

    /** So many bins of the same width, from the farthest value to the cutoff. */
    List<RdPlotFit.Bin> even(int number) {
        double start = right ? cutoff : side.first();
        double[] edges = new double[number + 1];
        for (int i = 0; i <= number; i++) {
            edges[i] = start + i * (range / number);
        }
        return between(edges);
    }

    /** So many bins between quantiles of the running variable (linear interpolation of order statistics). */
    List<RdPlotFit.Bin> quantiles(int number) {
        double[] edges = new double[number + 1];
        for (int i = 0; i <= number; i++) {
            double place = (side.size() - 1) * ((double) i / number);
            int below = (int) Math.min(Math.floor(place), side.size() - 1.0);
            int above = Math.min(below + 1, side.size() - 1);
            double step = place - below;
            edges[i] = side.x()[below] + step * (side.x()[above] - side.x()[below]);
        }
        return between(edges);
    }

    /** The polynomial at equal steps from the cutoff to the farthest value. */
    List<RdPlotFit.Point> curve(SidePolynomial polynomial) {
        double start = right ? cutoff : side.first();
        List<RdPlotFit.Point> points = new ArrayList<>();
        for (int i = 0; i < CURVE; i++) {
            double x = start + range * i / (CURVE - 1);
            points.add(new RdPlotFit.Point(x, polynomial.at(x)));
        }
        return points;
    }

    /** Bins that have their lower end; the last has its upper end too. */
    private List<RdPlotFit.Bin> between(double[] edges) {
        List<RdPlotFit.Bin> bins = new ArrayList<>();
        int from = 0;
        for (int bin = 0; bin + 1 < edges.length; bin++) {
            int to = from;
            boolean last = bin + 2 == edges.length;
            while (to < side.size() && (last || side.x()[to] < edges[bin + 1])) {
                to++;
            }
            if (to > from) {
                bins.add(bin(from, to, edges[bin], edges[bin + 1]));
            }
            from = to;
        }
        return bins;
    }

    private RdPlotFit.Bin bin(int from, int to, double low, double high) {
        double total = 0;
        double x = 0;
        double y = 0;
        for (int i = from; i < to; i++) {
            total += side.weights()[i];
            x += side.weights()[i] * side.x()[i];
            y += side.weights()[i] * side.y()[i];
        }
        double mean = y / total;
        double squares = 0;
        for (int i = from; i < to; i++) {
            double difference = side.y()[i] - mean;
            squares += side.weights()[i] * difference * difference;
        }
        int rows = to - from;
        double half = rows == 1
                ? Double.NaN
                : TDistribution.of(rows - 1).inverseSurvivalProbability(0.025)
                        * Math.sqrt(squares / total * rows / (rows - 1) / rows);
        return new RdPlotFit.Bin(low, high, (low + high) / 2, x / total, mean, mean - half, mean + half, rows);
    }
}
