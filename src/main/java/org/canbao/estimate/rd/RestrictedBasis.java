package org.canbao.estimate.rd;

import org.canbao.estimate.rd.CdfRegression.Basis;

/**
 * One polynomial through the cutoff whose slope alone differs between the sides: 1, the distance left of the cutoff,
 * that right of it, and the higher powers of the distance, in bandwidths.
 */
record RestrictedBasis(KernelPolynomial kernel, int order, double h) implements Basis {
    @Override
    public int size() {
        return order + 2;
    }

    @Override
    public void fill(double value, double[] row) {
        double u = value / h;
        row[0] = 1;
        row[1] = value < 0 ? u : 0;
        row[2] = value < 0 ? 0 : u;
        double power = u;
        for (int degree = 2; degree <= order; degree++) {
            power *= u;
            row[degree + 1] = power;
        }
    }

    @Override
    public double weight(double value) {
        return kernel.at(value / h) / h;
    }

    @Override
    public double scale(int column) {
        return column == 0 ? 1 : StrictMath.pow(h, Math.max(1, column - 1));
    }
}
