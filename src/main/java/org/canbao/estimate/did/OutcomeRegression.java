package org.canbao.estimate.did;

import org.canbao.math.CholeskySolver;
import org.canbao.math.LinearFit;

/** Weighted least squares of the outcome on the covariates over a part of the rows, with its influence on what uses it. */
final class OutcomeRegression {
    private final CellRows rows;
    private final CellRows.Part part;
    private final double[] coefficients;
    private final double[][] inverse;

    /**
     * Estimates.
     *
     * @param where the part, in words
     * @throws NotEstimable if a covariate is collinear, or there are fewer rows than covariates
     */
    OutcomeRegression(CellRows rows, CellRows.Part part, CovariateNames names, String where) {
        this.rows = rows;
        this.part = part;
        int k = rows.width();
        if (part.size() < k) {
            throw new NotEstimable(part.size() + " " + where + " for " + k + " parameters");
        }
        double[] weighted = new double[rows.size()];
        for (int i = part.from(); i < part.to(); i++) {
            weighted[i] = rows.w(i) * rows.y(i);
        }
        Gram gram = new Gram(rows, part, rows.weights(), weighted);
        LinearFit fit = CholeskySolver.solve(gram.products(), gram.sums(), gram.squares());
        names.requireFull(fit, part.size() + " " + where);
        coefficients = new double[k];
        inverse = new double[k][k];
        for (int i = 0; i < k; i++) {
            coefficients[i] = fit.coefficient(i);
            for (int j = 0; j < k; j++) {
                inverse[i][j] = fit.inverse(i, j);
            }
        }
    }

    /** The coefficients. */
    double[] coefficients() {
        return coefficients;
    }

    /** The prediction for any row. */
    double predict(int row) {
        return rows.predict(row, coefficients);
    }

    /** Adds the influence of {@code sign} times {@code direction}' b: per row w e x'(X'WX)^-1 direction. */
    void addInfluence(double sign, double[] direction, double[] influence) {
        double[] turned = times(inverse, direction);
        for (int i = part.from(); i < part.to(); i++) {
            influence[i] += sign * rows.w(i) * (rows.y(i) - predict(i)) * rows.predict(i, turned);
        }
    }

    static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }
}
