package org.canbao.estimate.glm;

import java.util.ArrayList;
import java.util.List;
import org.canbao.design.Design;
import org.canbao.design.Regressor;
import org.canbao.estimate.LeastSquares;
import org.canbao.estimate.Partialled;
import org.canbao.estimate.Sandwich;
import org.canbao.estimate.Solved;

/**
 * Iteratively reweighted least squares: from a linear predictor eta, the least squares of z = eta + (y - mu)/V on the
 * regressors and the effects, with weights w V, give the next (Nelder and Wedderburn 1972; with absorbed effects Guimaraes
 * and Portugal 2010). Columns enter a step as the one before left them absorbed, which spans the same space and is nearly
 * absorbed already (Correia, Guimaraes and Zylkin 2020). Steps that raise the deviance are halved.
 *
 * <p>Done when no row's predictor moves by {@value #STEP} and the deviance by less than its rounding; as the method
 * converges quadratically, the step from there, which gives the estimates, has nothing left to do. That all predictors
 * settle also tells that the maximum exists: where it does not, those of separated rows move by about one each time.
 */
final class Irls {
    private static final double STEP = 1e-6;
    private static final double DEVIANCE = 1e-11;
    private static final int HALVINGS = 25;
    /** Iterations before steps that do not shrink are looked at. */
    private static final int SETTLED = 12;

    private static final int ITERATIONS = 200;

    private final Design design;
    private final Family family;
    private final double[] offset;
    private final LeastSquares leastSquares;
    private final Sandwich sandwich;
    private final int threads;
    private final Likelihood likelihood;
    private final double[] outcome;

    Irls(Design design, Family family, double[] offset, LeastSquares leastSquares, Sandwich sandwich, int threads) {
        this.design = design;
        this.family = family;
        this.offset = offset;
        this.leastSquares = leastSquares;
        this.sandwich = sandwich;
        this.threads = threads;
        this.likelihood = new Likelihood(design, family);
        this.outcome = design.values(design.outcome());
    }

    /** How the iterations ended. */
    sealed interface Outcome {}

    /**
     * A maximum.
     *
     * @param solved the last step, on the columns as they were asked for; its residuals are (y - mu)/V
     * @param predictor eta by cell, offset included
     * @param means mu by cell
     * @param iterations how many
     */
    record Maximum(Solved solved, double[] predictor, double[] means, int iterations) implements Outcome {}

    /** Cells whose likelihood rises for ever. */
    record Separated(boolean[] cells) implements Outcome {}

    /** No end after so many iterations. */
    record Unfinished(int iterations) implements Outcome {}

    Outcome run() {
        double[] eta = start();
        double deviance = likelihood.deviance(likelihood.means(eta));
        List<Regressor> columns = design.regressors();
        for (int i = 1; i <= ITERATIONS; i++) {
            Solved step = step(eta, columns);
            double[] next = halved(eta, predictor(eta, step), i == 1 ? Double.POSITIVE_INFINITY : deviance);
            double after = likelihood.deviance(likelihood.means(next));
            double most = Separation.farthest(eta, next);
            if (most <= STEP && Math.abs(after - deviance) <= DEVIANCE * (0.1 + Math.abs(after))) {
                return new Maximum(step(next, design.regressors()), next, likelihood.means(next), i);
            }
            boolean[] separated = i < SETTLED ? new boolean[0] : Separation.certified(outcome, family, eta, next);
            if (separated.length > 0) {
                return new Separated(separated);
            }
            columns = absorbed(step);
            eta = next;
            deviance = after;
        }
        return new Unfinished(ITERATIONS);
    }

    private double[] start() {
        double overall = likelihood.outcomeMean();
        double[] eta = new double[outcome.length];
        for (int cell = 0; cell < eta.length; cell++) {
            eta[cell] = family.link(family.start(outcome[cell], overall));
        }
        return eta;
    }

    private Solved step(double[] eta, List<Regressor> columns) {
        double[] weights = new double[eta.length];
        double[] response = new double[eta.length];
        for (int cell = 0; cell < eta.length; cell++) {
            double mean = family.mean(eta[cell]);
            double variance = Math.max(family.variance(mean), Double.MIN_NORMAL);
            weights[cell] = design.weights()[cell] * variance;
            response[cell] = eta[cell] - offset[cell] + (outcome[cell] - mean) / variance;
        }
        Design working =
                design.with(columns, design.intercept(), design.effects()).working(weights, response);
        return Solved.of(leastSquares.absorb(() -> Partialled.of(working, sandwich.finest(), threads)));
    }

    /** Offset plus what a step fits: the response less its residual. */
    private double[] predictor(double[] eta, Solved step) {
        double[] next = new double[eta.length];
        for (int cell = 0; cell < eta.length; cell++) {
            double mean = family.mean(eta[cell]);
            double variance = Math.max(family.variance(mean), Double.MIN_NORMAL);
            next[cell] = eta[cell] + (outcome[cell] - mean) / variance - step.residual(cell);
        }
        return next;
    }

    private double[] halved(double[] from, double[] to, double deviance) {
        double[] next = to;
        for (int h = 0; h < HALVINGS && !improves(likelihood.deviance(likelihood.means(next)), deviance); h++) {
            double[] half = next.clone();
            for (int cell = 0; cell < half.length; cell++) {
                half[cell] = (half[cell] + from[cell]) / 2;
            }
            next = half;
        }
        return next;
    }

    private static boolean improves(double after, double before) {
        return Double.isFinite(after) && (after <= before || after - before <= 1e-9 * (0.1 + Math.abs(before)));
    }

    private static List<Regressor> absorbed(Solved step) {
        List<Regressor> columns = new ArrayList<>();
        for (int j = 0; j < step.fit().size(); j++) {
            int position = step.fit().kept(j);
            if (!step.data().isIntercept(position)) {
                double[] x = step.data().x(position);
                columns.add(Regressor.ofFactor(step.data().name(position), cell -> x[cell]));
            }
        }
        return columns;
    }
}
