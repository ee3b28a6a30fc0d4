package org.canbao.estimate.honest;

/**
 * The part of the trends of relative magnitudes in which one change before the reference is the largest: |Δ_t| ≤ M̄ s Δ_r
 * for the changes Δ_t after the reference, r being the largest and s its sign. They become A (β - τ) ≤ 0, and, with τ = g
 * θ + N ν for l'g = 1 and l'N = 0, A β - A g θ - A N ν ≤ 0.
 */
final class Inequalities {
    private final TrendEstimates data;
    /** A: one row per inequality, one column per estimate. */
    private final double[][] a;

    private final double[] constant;
    private final double[] direction;
    private final double[][] nuisance;

    /**
     * @param m M̄
     * @param largest how many periods before the reference the largest change ends
     * @param sign its sign
     */
    Inequalities(TrendEstimates data, double m, int largest, int sign) {
        this.data = data;
        int after = data.after();
        this.a = new double[2 * after][data.size()];
        for (int t = 0; t < after; t++) {
            for (int side = 0; side < 2; side++) {
                double[] row = a[2 * t + side];
                addChange(row, t, side == 0 ? 1 : -1);
                addChange(row, -largest - 1, -m * sign);
            }
        }
        int pivot = pivot(data.target());
        this.constant = new double[a.length];
        this.direction = new double[a.length];
        this.nuisance = new double[a.length][after - 1];
        for (int i = 0; i < a.length; i++) {
            constant[i] = TrendEstimates.dot(a[i], data.estimates());
            fill(i, pivot);
        }
    }

    /** The covariance of A β. */
    double[][] covariance() {
        double[][] covariance = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = data.product(a[i], a[j]);
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    /** A N. */
    double[][] nuisance() {
        return nuisance;
    }

    /** A g. */
    double[] direction() {
        return direction;
    }

    /** A β - A g θ. */
    double[] at(double theta) {
        double[] y = new double[a.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = constant[i] - direction[i] * theta;
        }
        return y;
    }

    /** A times each of several vectors. */
    double[][] times(double[][] vectors) {
        double[][] products = new double[vectors.length][a.length];
        for (int d = 0; d < vectors.length; d++) {
            for (int i = 0; i < a.length; i++) {
                products[d][i] = TrendEstimates.dot(a[i], vectors[d]);
            }
        }
        return products;
    }

    /** g is e_p / l_p, and the columns of N are e_j - l_j / l_p e_p. */
    private void fill(int row, int pivot) {
        double[] l = data.target();
        double atPivot = a[row][data.before() + pivot] / l[pivot];
        direction[row] = atPivot;
        int column = 0;
        for (int j = 0; j < l.length; j++) {
            if (j != pivot) {
                nuisance[row][column++] = a[row][data.before() + j] - l[j] * atPivot;
            }
        }
    }

    /** Adds {@code weight} times the change from period t to t + 1, the reference being 0. */
    private void addChange(double[] row, int t, double weight) {
        add(row, t + 1, weight);
        add(row, t, -weight);
    }

    private void add(double[] row, int t, double weight) {
        if (t != 0) {
            row[t < 0 ? data.before() + t : data.before() + t - 1] += weight;
        }
    }

    private static int pivot(double[] l) {
        int pivot = 0;
        for (int j = 1; j < l.length; j++) {
            pivot = Math.abs(l[j]) > Math.abs(l[pivot]) ? j : pivot;
        }
        return pivot;
    }
}
