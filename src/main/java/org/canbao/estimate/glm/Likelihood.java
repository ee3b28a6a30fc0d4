package org.canbao.estimate.glm;

import java.util.function.DoubleBinaryOperator;
import org.canbao.design.Design;
import org.canbao.math.Sums;

/** The outcome of a design under a family: sums over its rows, weighted. */
final class Likelihood {
    private final Design design;
    private final Family family;
    private final double[] outcome;

    Likelihood(Design design, Family family) {
        this.design = design;
        this.family = family;
        this.outcome = design.values(design.outcome());
    }

    double deviance(double[] means) {
        return sum(family::deviance, means);
    }

    double logLikelihood(double[] means) {
        return sum(family::logLikelihood, means);
    }

    /**
     * The log-likelihood of a constant alone beside the offset. A constant fits the total of the outcome: without an
     * offset all means are the outcome's, and with a logarithmic link they are in proportion to exp(offset).
     */
    double constantOnly(double[] offset) {
        double[] means = new double[outcome.length];
        for (int cell = 0; cell < means.length; cell++) {
            means[cell] = StrictMath.exp(offset[cell]);
        }
        double scale = Sums.dot(design.weights(), outcome) / Sums.dot(design.weights(), means);
        for (int cell = 0; cell < means.length; cell++) {
            means[cell] *= scale;
        }
        return logLikelihood(means);
    }

    /** The weighted mean of the outcome. */
    double outcomeMean() {
        return Sums.dot(design.weights(), outcome) / Sums.sum(design.weights());
    }

    /** The squared correlation of outcome and means. */
    double squaredCorrelation(double[] means) {
        double[] w = design.weights();
        double total = Sums.sum(w);
        double[] y = centred(outcome, outcomeMean());
        double[] m = centred(means, Sums.dot(w, means) / total);
        double cross = Sums.dot(w, y, m);
        return cross * cross / (Sums.dot(w, y, y) * Sums.dot(w, m, m));
    }

    /** The means at linear predictors. */
    double[] means(double[] eta) {
        double[] means = new double[eta.length];
        for (int cell = 0; cell < means.length; cell++) {
            means[cell] = family.mean(eta[cell]);
        }
        return means;
    }

    private double sum(DoubleBinaryOperator term, double[] means) {
        double[] terms = new double[means.length];
        for (int cell = 0; cell < means.length; cell++) {
            terms[cell] = term.applyAsDouble(outcome[cell], means[cell]);
        }
        return Sums.dot(design.weights(), terms);
    }

    private static double[] centred(double[] values, double mean) {
        double[] centred = values.clone();
        for (int i = 0; i < centred.length; i++) {
            centred[i] -= mean;
        }
        return centred;
    }
}
