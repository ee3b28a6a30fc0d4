package org.canbao.estimate.did;

import org.canbao.math.CholeskySolver;
import org.canbao.math.LinearFit;

/**
 * The probability of being treated given the covariates, by maximum likelihood: weighted logit, solved by Newton's method.
 */
final class Propensity {
    /** Controls at or above get no weight (Crump et al. 2009; DRDID's default). */
    static final double TRIM = 0.995;
    /** A fitted probability at or above means that treated and controls do not overlap (did's rule). */
    static final double OVERLAP = 0.999;

    private static final int MOST_STEPS = 50;
    /** Convergence is quadratic: after a step so small, what is left is of its square. */
    private static final double SMALL_STEP = 1e-7;

    private final CellRows rows;
    private final CellRows.Part all;
    private final double[] probability;
    /** Minus the inverse of the Hessian. */
    private final double[][] inverse;

    /**
     * Estimates.
     *
     * @throws NotEstimable if a covariate is collinear, or treated and controls do not overlap
     */
    Propensity(CellRows rows, CovariateNames names) {
        this.rows = rows;
        this.all = new CellRows.Part(0, rows.size());
        this.probability = new double[rows.size()];
        double[] coefficients = start();
        boolean found = false;
        for (int step = 0; step < MOST_STEPS && !found; step++) {
            evaluate(coefficients);
            LinearFit newton = newton(names);
            found = move(coefficients, newton);
        }
        evaluate(coefficients);
        requireOverlap(found);
        LinearFit last = newton(names);
        int k = rows.width();
        inverse = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                inverse[i][j] = last.inverse(i, j);
            }
        }
    }

    /** The weights of controls: w p / (1 - p), zero where trimmed; zero for the treated. */
    double[] odds() {
        double[] odds = new double[rows.size()];
        for (int i = rows.controls().from(); i < rows.controls().to(); i++) {
            double p = probability[i];
            odds[i] = p < TRIM ? rows.w(i) * p / (1 - p) : 0;
        }
        return odds;
    }

    /** Adds the influence of {@code sign} times {@code direction}' gamma: per row w (D - p) x'H^-1 direction. */
    void addInfluence(double sign, double[] direction, double[] influence) {
        double[] turned = OutcomeRegression.times(inverse, direction);
        for (int i = 0; i < influence.length; i++) {
            influence[i] += sign * rows.w(i) * (treated(i) - probability[i]) * rows.predict(i, turned);
        }
    }

    private double[] start() {
        double treated = 0;
        double total = 0;
        for (int i = 0; i < rows.size(); i++) {
            treated += rows.w(i) * treated(i);
            total += rows.w(i);
        }
        double[] coefficients = new double[rows.width()];
        coefficients[0] = StrictMath.log(treated / (total - treated));
        return coefficients;
    }

    private void evaluate(double[] coefficients) {
        for (int i = 0; i < probability.length; i++) {
            probability[i] = 1 / (1 + StrictMath.exp(-rows.predict(i, coefficients)));
        }
    }

    /** The Newton step: H^-1 X'w(D - p). */
    private LinearFit newton(CovariateNames names) {
        double[] curvature = new double[rows.size()];
        double[] score = new double[rows.size()];
        for (int i = 0; i < curvature.length; i++) {
            double p = probability[i];
            curvature[i] = rows.w(i) * p * (1 - p);
            score[i] = rows.w(i) * (treated(i) - p);
        }
        Gram gram = new Gram(rows, all, curvature, score);
        LinearFit fit = CholeskySolver.solve(gram.products(), gram.sums(), gram.squares());
        if (!fit.leftOut().isEmpty()) {
            requireOverlap(true);
        }
        names.requireFull(fit, rows.size() + " treated and controls");
        return fit;
    }

    private static boolean move(double[] coefficients, LinearFit newton) {
        double most = 0;
        for (int j = 0; j < coefficients.length; j++) {
            coefficients[j] += newton.coefficient(j);
            most = Math.max(most, Math.abs(newton.coefficient(j)) / (1 + Math.abs(coefficients[j])));
        }
        return most < SMALL_STEP;
    }

    private void requireOverlap(boolean found) {
        double most = 0;
        for (double p : probability) {
            most = Math.max(most, p);
        }
        if (!found || !(most < OVERLAP)) {
            throw new NotEstimable("no overlap: the covariates predict treatment with a probability of " + OVERLAP
                    + " or more for some rows");
        }
    }

    private double treated(int row) {
        return row < rows.controls().from() ? 1 : 0;
    }
}
