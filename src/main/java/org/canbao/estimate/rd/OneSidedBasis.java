package org.canbao.estimate.rd;

import org.canbao.estimate.rd.CdfRegression.Basis;

/** The powers of the distance from a point, in bandwidths. */
record OneSidedBasis(KernelPolynomial kernel, int order, double at, double h) implements Basis {
    @Override
    public int size() {
        return order + 1;
    }

    @Override
    public void fill(double value, double[] row) {
        double u = (value - at) / h;
        row[0] = 1;
        for (int i = 1; i <= order; i++) {
            row[i] = row[i - 1] * u;
        }
    }

    @Override
    public double weight(double value) {
        return kernel.at((value - at) / h) / h;
    }

    @Override
    public double scale(int column) {
        return StrictMath.pow(h, column);
    }
}
