package org.canbao.estimate.did;

import java.util.Optional;
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
    private final CovariateNames names;
    private final double[] coefficients;
    private final double[] probability;
    private final double[] curvature;
    /** Weight times what treatment differs from its probability. */
    private final double[] score;
    /** Minus the inverse of the Hessian. */
    private final double[][] inverse;

    /**
     * Estimates.
     *
     * @param near coefficients to start from
     * @throws NotEstimable if a covariate is collinear, or treated and controls do not overlap
     */
    Propensity(CellRows rows, CovariateNames names, Optional<double[]> near) {
        this.rows = rows;
        this.names = names;
        this.all = new CellRows.Part(0, rows.size());
        this.probability = new double[rows.size()];
        this.curvature = new double[rows.size()];
        this.score = new double[rows.size()];
        this.coefficients = near.map(double[]::clone).orElseGet(this::start);
        boolean found = converge();
        if (!found && near.isPresent()) {
            double[] start = start();
            System.arraycopy(start, 0, coefficients, 0, start.length);
            found = converge();
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
        fillOdds(odds, probability, rows.weights(), rows.controls().from(), rows.size());
        return odds;
    }

    private static void fillOdds(double[] odds, double[] probability, double[] weights, int from, int to) {
        for (int i = from; i < to; i++) {
            double p = probability[i];
            odds[i] = p < TRIM ? weights[i] * p / (1 - p) : 0;
        }
    }

    /** Adds the influence of {@code sign} times {@code direction}' gamma: per row w (D - p) x'H^-1 direction. */
    void addInfluence(double sign, double[] direction, double[] influence) {
        double[] turned = new double[rows.size()];
        rows.predict(all, OutcomeRegression.times(inverse, direction), turned);
        OutcomeRegression.addProduct(influence, sign, score, turned, 0, rows.size());
    }

    /** Moves the coefficients to the maximum; false if it is not found. */
    private boolean converge() {
        boolean found = false;
        for (int step = 0; step < MOST_STEPS && !found; step++) {
            evaluate(coefficients);
            found = move(coefficients, newton(names));
        }
        return found;
    }

    /** The coefficients. */
    double[] coefficients() {
        return coefficients;
    }

    private double[] start() {
        double treated = sum(rows.weights(), 0, rows.treated().to());
        double controls = sum(rows.weights(), rows.controls().from(), rows.size());
        double[] coefficients = new double[rows.width()];
        coefficients[0] = StrictMath.log(treated / controls);
        return coefficients;
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    private void evaluate(double[] coefficients) {
        rows.predict(all, coefficients, probability);
        toProbability(probability);
    }

    private static void toProbability(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 / (1 + StrictMath.exp(-values[i]));
        }
    }

    /** The Newton step: H^-1 X'w(D - p). */
    private LinearFit newton(CovariateNames names) {
        differentiate(1, 0, rows.treated().to());
        differentiate(0, rows.controls().from(), rows.size());
        Gram gram = new Gram(rows, all, curvature, score);
        LinearFit fit = CholeskySolver.solve(gram.products(), gram.sums(), gram.squares());
        if (!fit.leftOut().isEmpty()) {
            requireOverlap(true);
        }
        names.requireFull(fit, rows.size() + " treated and controls");
        return fit;
    }

    /** What rows add to the curvature and to the score of the likelihood. */
    private void differentiate(double treated, int from, int to) {
        double[] weights = rows.weights();
        for (int i = from; i < to; i++) {
            double p = probability[i];
            curvature[i] = weights[i] * p * (1 - p);
            score[i] = weights[i] * (treated - p);
        }
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
}
