package org.canbao.estimate.did;

/** Weighted cross-products of packed covariates, and of these with a number per row. */
final class Gram {
    private final double[][] products;
    private final double[] sums;

    /** Over a part: X'WX and X'v. */
    Gram(CellRows rows, CellRows.Part part, double[] weights, double[] values) {
        int k = rows.width();
        double[] x = rows.covariates();
        double[] packed = new double[k * (k + 1) / 2];
        sums = new double[k];
        for (int i = part.from(); i < part.to(); i++) {
            int row = i * k;
            double weight = weights[i];
            double value = values[i];
            int at = 0;
            for (int j = 0; j < k; j++) {
                double xj = x[row + j];
                sums[j] += value * xj;
                double scaled = weight * xj;
                for (int l = 0; l <= j; l++) {
                    packed[at++] += scaled * x[row + l];
                }
            }
        }
        products = unpack(packed, k);
    }

    /** X'WX. */
    double[][] products() {
        return products;
    }

    /** X'v. */
    double[] sums() {
        return sums;
    }

    /** The diagonal of X'WX. */
    double[] squares() {
        double[] diagonal = new double[products.length];
        for (int j = 0; j < diagonal.length; j++) {
            diagonal[j] = products[j][j];
        }
        return diagonal;
    }

    private static double[][] unpack(double[] packed, int k) {
        double[][] full = new double[k][k];
        int at = 0;
        for (int j = 0; j < k; j++) {
            for (int l = 0; l <= j; l++) {
                full[j][l] = packed[at];
                full[l][j] = packed[at++];
            }
        }
        return full;
    }
}
