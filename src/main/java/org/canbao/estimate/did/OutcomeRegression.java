package org.canbao.estimate.did;

import org.canbao.math.CholeskySolver;
import org.canbao.math.LinearFit;

/** Weighted least squares of the outcome on the covariates over a part of the rows, with its influence on what uses it. */
final class OutcomeRegression {
    private final CellRows rows;
    private final CellRows.Part part;
    private final double[] coefficients;
    private final double[][] inverse;
    /** Weight times residual of each row of the part. */
    private final double[] scores;

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
        weigh(weighted, rows.weights(), rows.outcomes(), part.from(), part.to());
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
        scores = weighted;
        rows.predict(part, coefficients, scores);
        toScores(scores, rows.weights(), rows.outcomes(), part.from(), part.to());
    }

    private static void weigh(double[] product, double[] weights, double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            product[i] = weights[i] * values[i];
        }
    }

    /** Predictions into weighted residuals. */
    private static void toScores(double[] predicted, double[] weights, double[] outcomes, int from, int to) {
        for (int i = from; i < to; i++) {
            predicted[i] = weights[i] * (outcomes[i] - predicted[i]);
        }
    }

    /** The coefficients. */
    double[] coefficients() {
        return coefficients;
    }

    /** Adds the influence of {@code sign} times {@code direction}' b: per row w e x'(X'WX)^-1 direction. */
    void addInfluence(double sign, double[] direction, double[] influence) {
        double[] turned = new double[rows.size()];
        rows.predict(part, times(inverse, direction), turned);
        addProduct(influence, sign, scores, turned, part.from(), part.to());
    }

    /** Adds {@code sign} times the products of {@code a} and {@code b}. */
    static void addProduct(double[] sum, double sign, double[] a, double[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] += sign * a[i] * b[i];
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
