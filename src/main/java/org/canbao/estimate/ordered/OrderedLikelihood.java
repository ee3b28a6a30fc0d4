package org.canbao.estimate.ordered;

import java.util.Arrays;

/**
 * The likelihood of ordered outcomes: l = sum w log(F(k_y - x b) - F(k_{y-1} - x b)), with k_0 = -∞ and k_J = ∞ (McCullagh
 * 1980), its gradient and its Hessian. Parameters are b, then k. It is concave in them (Pratt 1981).
 */
final class OrderedLikelihood {
    private final Latent latent;
    private final int[] level;
    private final double[] weights;
    private final double[][] x;
    private final int levels;

    /**
     * Rows.
     *
     * @param level each row's place among the levels, from 0
     * @param weights one per row
     * @param x the columns
     * @param levels how many levels there are
     */
    OrderedLikelihood(Latent latent, int[] level, double[] weights, double[][] x, int levels) {
        this.latent = latent;
        this.level = level;
        this.weights = weights;
        this.x = x;
        this.levels = levels;
    }

    /** The distribution. */
    Latent latent() {
        return latent;
    }

    /** How many parameters. */
    int size() {
        return x.length + levels - 1;
    }

    /** b = 0 and the cut points that fit the shares of the levels. */
    double[] start() {
        double[] share = shares();
        double[] start = new double[size()];
        double below = 0;
        for (int j = 0; j < levels - 1; j++) {
            below += share[j];
            start[x.length + j] = latent.quantile(below);
        }
        return start;
    }

    /** The log-likelihood of cut points alone. */
    double constantOnly() {
        double[] share = shares();
        double sum = 0;
        for (int i = 0; i < level.length; i++) {
            sum += weights[i] * StrictMath.log(share[level[i]]);
        }
        return sum;
    }

    private double[] shares() {
        double[] share = new double[levels];
        double total = 0;
        for (int i = 0; i < level.length; i++) {
            share[level[i]] += weights[i];
            total += weights[i];
        }
        for (int j = 0; j < levels; j++) {
            share[j] /= total;
        }
        return share;
    }

    /** The log-likelihood; -∞ where cut points are out of order. */
    double value(double[] parameters) {
        double sum = 0;
        for (int i = 0; i < level.length; i++) {
            double at = predictor(parameters, i);
            double p = latent.between(cut(parameters, level[i] - 1) - at, cut(parameters, level[i]) - at);
            if (!(p > 0)) {
                return Double.NEGATIVE_INFINITY;
            }
            sum += weights[i] * StrictMath.log(p);
        }
        return sum;
    }

    /** x b of a row. */
    double predictor(double[] parameters, int row) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += parameters[j] * x[j][row];
        }
        return sum;
    }

    /** A cut point; infinite beyond the ends. */
    double cut(double[] parameters, int j) {
        if (j < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return j >= levels - 1 ? Double.POSITIVE_INFINITY : parameters[x.length + j];
    }

    /**
     * First and second derivatives of a row's log-probability by its predictor and by the cut points above and below.
     *
     * @param high by the cut point above
     * @param low by the one below
     * @param eta by the predictor
     */
    private record Derivatives(
            double eta,
            double high,
            double low,
            double etaEta,
            double etaHigh,
            double etaLow,
            double highHigh,
            double lowLow,
            double highLow) {}

    private Derivatives derivatives(double[] parameters, int row) {
        double at = predictor(parameters, row);
        double a = cut(parameters, level[row] - 1) - at;
        double b = cut(parameters, level[row]) - at;
        double p = latent.between(a, b);
        double fa = latent.densityAt(a) / p;
        double fb = latent.densityAt(b) / p;
        double sa = latent.slopeAt(a) / p;
        double sb = latent.slopeAt(b) / p;
        double gap = fb - fa;
        return new Derivatives(
                -gap,
                fb,
                -fa,
                sb - sa - gap * gap,
                -sb + fb * gap,
                sa - fa * gap,
                sb - fb * fb,
                -sa - fa * fa,
                fa * fb);
    }

    /** The scores of rows, weighted: one array per row. */
    double[][] scores(double[] parameters) {
        double[][] scores = new double[level.length][size()];
        for (int i = 0; i < level.length; i++) {
            Derivatives d = derivatives(parameters, i);
            for (int j = 0; j < x.length; j++) {
                scores[i][j] = weights[i] * d.eta() * x[j][i];
            }
            int above = x.length + level[i];
            if (level[i] < levels - 1) {
                scores[i][above] = weights[i] * d.high();
            }
            if (level[i] > 0) {
                scores[i][above - 1] = weights[i] * d.low();
            }
        }
        return scores;
    }

    /** The sum of scores. */
    static double[] sum(double[][] scores, int size) {
        double[] sum = new double[size];
        for (double[] score : scores) {
            for (int j = 0; j < size; j++) {
                sum[j] += score[j];
            }
        }
        return sum;
    }

    /** Minus the Hessian. */
    double[][] information(double[] parameters) {
        double[][] information = new double[size()][size()];
        double[] row = new double[x.length];
        for (int i = 0; i < level.length; i++) {
            Derivatives d = derivatives(parameters, i);
            for (int j = 0; j < x.length; j++) {
                row[j] = x[j][i];
            }
            add(information, row, level[i], d, weights[i]);
        }
        for (int j = 0; j < size(); j++) {
            for (int l = 0; l < j; l++) {
                information[l][j] = information[j][l];
            }
        }
        return information;
    }

    /** Adds a row to the lower triangle. */
    private void add(double[][] information, double[] row, int at, Derivatives d, double weight) {
        int k = x.length;
        int above = k + at;
        for (int j = 0; j < k; j++) {
            double scaled = -weight * d.etaEta() * row[j];
            for (int l = 0; l <= j; l++) {
                information[j][l] += scaled * row[l];
            }
        }
        if (at < levels - 1) {
            addCut(information[above], row, -weight * d.etaHigh());
            information[above][above] -= weight * d.highHigh();
        }
        if (at > 0) {
            addCut(information[above - 1], row, -weight * d.etaLow());
            information[above - 1][above - 1] -= weight * d.lowLow();
        }
        if (at > 0 && at < levels - 1) {
            information[above][above - 1] -= weight * d.highLow();
        }
    }

    private static void addCut(double[] target, double[] row, double scale) {
        for (int j = 0; j < row.length; j++) {
            target[j] += scale * row[j];
        }
    }

    /** The levels that occur, ascending. */
    static double[] levelsOf(double[] outcome) {
        return Arrays.stream(outcome).distinct().sorted().toArray();
    }
}
