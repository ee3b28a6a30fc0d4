package org.canbao.estimate.rd;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.canbao.spec.RdDensityOptions.Sides;

/**
 * Asymptotic variances of densities at a boundary: f V / (n h) with V the slope's entry of S^-1 G S^-1; for the restricted
 * model that of the weighted matrices of both sides (Cattaneo, Jansson and Ma 2020).
 */
final class PluginVariance {
    private final KernelPolynomial kernel;
    private final int order;
    private final double rows;

    PluginVariance(KernelPolynomial kernel, int order, double rows) {
        this.kernel = kernel;
        this.order = order;
        this.rows = rows;
    }

    /** The same densities with these variances. */
    SideDensities of(SideDensities densities, Sides h, boolean restricted) {
        if (!restricted) {
            double v = new BoundaryMoments(kernel, order).variance(1) / rows;
            return densities.withVariances(densities.left() * v / h.left(), densities.right() * v / h.right(), 0);
        }
        BoundaryMoments moments = new BoundaryMoments(kernel, order);
        RealMatrix right = spread(moments.s());
        RealMatrix rightG = spread(moments.g());
        double fl = densities.left();
        double fr = densities.right();
        RealMatrix inverse = inverse(mirrored(right).scalarMultiply(fl).add(right.scalarMultiply(fr)));
        RealMatrix middle = mirrored(rightG).scalarMultiply(fl * fl * fl).add(rightG.scalarMultiply(fr * fr * fr));
        RealMatrix v = inverse.multiply(middle).multiply(inverse).scalarMultiply(1 / (rows * h.left()));
        return densities.withVariances(v.getEntry(1, 1), v.getEntry(2, 2), v.getEntry(1, 2));
    }

    /**
     * The bias of the restricted slopes per coefficient of degree p + 1.
     *
     * @return left, then right
     */
    double[] restrictedBias(double fl, double fr, double higher) {
        BoundaryMoments moments = new BoundaryMoments(kernel, order);
        RealMatrix right = spread(moments.s());
        RealMatrix c = spreadColumn(moments.c());
        RealMatrix swap = swap();
        double sign = order % 2 == 0 ? -1 : 1;
        RealMatrix target = c.scalarMultiply(fr)
                .add(swap.multiply(c).scalarMultiply(sign * fl))
                .scalarMultiply(higher);
        RealMatrix bias = inverse(right.scalarMultiply(fr).add(mirrored(right).scalarMultiply(fl)))
                .multiply(target);
        return new double[] {bias.getEntry(1, 0), bias.getEntry(2, 0)};
    }

    /** A matrix of one side in the columns of the restricted basis: that of the left slope is zero. */
    private RealMatrix spread(RealMatrix side) {
        RealMatrix wide = new Array2DRowRealMatrix(order + 2, order + 2);
        for (int i = 0; i <= order; i++) {
            for (int j = 0; j <= order; j++) {
                wide.setEntry(place(i), place(j), side.getEntry(i, j));
            }
        }
        return wide;
    }

    private RealMatrix spreadColumn(RealMatrix side) {
        RealMatrix wide = new Array2DRowRealMatrix(order + 2, 1);
        for (int i = 0; i <= order; i++) {
            wide.setEntry(place(i), 0, side.getEntry(i, 0));
        }
        return wide;
    }

    private static int place(int degree) {
        return degree == 0 ? 0 : degree + 1;
    }

    /** What turns a matrix of the right side into that of the left: slopes change places, odd powers their sign. */
    private RealMatrix swap() {
        RealMatrix swap = new Array2DRowRealMatrix(order + 2, order + 2);
        swap.setEntry(0, 0, 1);
        swap.setEntry(1, 2, -1);
        swap.setEntry(2, 1, -1);
        for (int degree = 2; degree <= order; degree++) {
            swap.setEntry(degree + 1, degree + 1, degree % 2 == 0 ? 1 : -1);
        }
        return swap;
    }

    private RealMatrix mirrored(RealMatrix right) {
        return swap().multiply(right).multiply(swap());
    }

    private static RealMatrix inverse(RealMatrix matrix) {
        return new LUDecomposition(matrix, Double.MIN_VALUE).getSolver().getInverse();
    }
}
