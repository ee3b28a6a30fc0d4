package org.canbao.estimate.honest;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;

/**
 * All minimisers of w'Qw/2 + q'w + λ Σ|w_i| for λ from infinity to zero: straight between a few corners, which are found one
 * after the other (Osborne, Presnell and Turlach 2000; Efron et al. 2004). They are the w that no other beats in both the
 * quadratic form and the sum of absolute values.
 */
final class LassoPath {
    private static final double SAME = 1e-12;
    private static final int MOST_CORNERS = 10_000;

    private final double[][] q;
    private final double[] linear;
    private final List<Integer> active = new ArrayList<>();
    private final List<Double> signs = new ArrayList<>();
    private final List<double[]> corners = new ArrayList<>();

    private LassoPath(double[][] q, double[] linear) {
        this.q = q;
        this.linear = linear;
    }

    /** The corners, from w = 0 to the minimiser without a penalty. */
    static List<double[]> corners(double[][] quadratic, double[] linear) {
        LassoPath path = new LassoPath(quadratic, linear);
        path.walk();
        return path.corners;
    }

    private void walk() {
        corners.add(new double[linear.length]);
        double penalty = 0;
        int first = -1;
        for (int j = 0; j < linear.length; j++) {
            if (Math.abs(linear[j]) > penalty) {
                penalty = Math.abs(linear[j]);
                first = j;
            }
        }
        if (first < 0) {
            return;
        }
        enter(first, -Math.signum(linear[first]));
        int left = -1;
        while (penalty > 0 && corners.size() < MOST_CORNERS) {
            Stretch stretch = new Stretch();
            Event next = stretch.next(penalty, left);
            corners.add(stretch.at(next.penalty));
            left = -1;
            if (next.leaves) {
                left = active.get(next.which);
                active.remove(next.which);
                signs.remove(next.which);
            } else if (next.penalty > 0) {
                enter(next.which, next.sign);
            }
            penalty = next.penalty;
        }
    }

    private void enter(int j, double sign) {
        active.add(j);
        signs.add(sign);
    }

    /** Where the set of weights that are not zero changes; at zero it ends. */
    private record Event(double penalty, boolean leaves, int which, double sign) {}

    /** The path between two corners: w = constant - λ slope on the active weights. */
    private final class Stretch {
        private final RealVector constant;
        private final RealVector slope;

        Stretch() {
            int size = active.size();
            double[][] inner = new double[size][size];
            RealVector right = new ArrayRealVector(size);
            RealVector sign = new ArrayRealVector(size);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    inner[i][j] = q[active.get(i)][active.get(j)];
                }
                right.setEntry(i, -linear[active.get(i)]);
                sign.setEntry(i, signs.get(i));
            }
            DecompositionSolver solver =
                    new LUDecomposition(new Array2DRowRealMatrix(inner, false), Double.MIN_NORMAL).getSolver();
            constant = solver.solve(right);
            slope = solver.solve(sign);
        }

        double[] at(double penalty) {
            double[] w = new double[linear.length];
            for (int i = 0; i < active.size(); i++) {
                w[active.get(i)] = constant.getEntry(i) - penalty * slope.getEntry(i);
            }
            return w;
        }

        /** The nearest event below a penalty; a weight that has just left does not come back at once. */
        Event next(double penalty, int left) {
            Event next = new Event(0, false, -1, 0);
            for (int i = 0; i < active.size(); i++) {
                double zero = constant.getEntry(i) / slope.getEntry(i);
                if (zero > next.penalty && zero < penalty * (1 - SAME)) {
                    next = new Event(zero, true, i, 0);
                }
            }
            for (int j = 0; j < linear.length; j++) {
                if (!active.contains(j)) {
                    next = later(next, entry(j, 1), penalty, j == left);
                    next = later(next, entry(j, -1), penalty, j == left);
                }
            }
            return next;
        }

        private Event later(Event next, Event candidate, double penalty, boolean justLeft) {
            boolean below = candidate.penalty < penalty * (1 - (justLeft ? 1e-9 : SAME));
            return below && candidate.penalty > next.penalty ? candidate : next;
        }

        /** Where the gradient of weight j reaches -sign λ: a - λ b = -sign λ. */
        private Event entry(int j, double sign) {
            double a = linear[j];
            double b = 0;
            for (int i = 0; i < active.size(); i++) {
                a += q[j][active.get(i)] * constant.getEntry(i);
                b += q[j][active.get(i)] * slope.getEntry(i);
            }
            return new Event(a / (b - sign), false, j, sign);
        }
    }
}
