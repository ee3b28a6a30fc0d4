package org.canbao.estimate.rd;

import java.util.ArrayList;
import java.util.List;
import org.canbao.math.CholeskySolver;
import org.canbao.math.LinearFit;
import org.canbao.math.Sums;

/**
 * Slopes of the outcome, and of the treatment, on covariates beside a local polynomial: g = (Z'MZ)^-1 Z'My, M the weighted
 * residual maker of the polynomial (Calonico, Cattaneo, Farrell and Titiunik 2019). Sides may be added, which then share
 * the slopes.
 *
 * <p>Covariates that the polynomial and those before them explain get slope zero.
 */
final class Adjustment {
    private final int targets;
    private final int covariates;
    private final double[][] gram;
    private final double[][] products;
    private final double[] totals;

    /**
     * Nothing yet.
     *
     * @param targets the columns before the covariates: the outcome, and perhaps the treatment
     * @param covariates how many
     */
    Adjustment(int targets, int covariates) {
        this.targets = targets;
        this.covariates = covariates;
        this.gram = new double[covariates][covariates];
        this.products = new double[targets][covariates];
        this.totals = new double[covariates];
    }

    /** Adds rows with their polynomial. */
    Adjustment add(Stretch rows, LocalPolynomialFit fit) {
        double[] root = new double[rows.rows()];
        for (int i = 0; i < root.length; i++) {
            root[i] = Math.sqrt(fit.weight(i));
        }
        double[][] left = new double[covariates == 0 ? 0 : targets + covariates][];
        for (int c = 0; c < left.length; c++) {
            double[] column = rows.column(c);
            if (c >= targets) {
                totals[c - targets] += squares(column, root);
            }
            left[c] = fit.residuals(column);
            multiply(left[c], root);
        }
        for (int c = 0; c < left.length; c++) {
            for (int z = 0; z < covariates; z++) {
                if (c < targets) {
                    products[c][z] += Sums.dot(left[c], left[targets + z]);
                } else if (z <= c - targets) {
                    gram[c - targets][z] += Sums.dot(left[c], left[targets + z]);
                    gram[z][c - targets] = gram[c - targets][z];
                }
            }
        }
        return this;
    }

    /** The slopes of a target, zero for covariates left out. */
    double[] slopes(int target) {
        double[] slopes = new double[covariates];
        if (covariates > 0) {
            LinearFit solved = CholeskySolver.solve(gram, products[target], totals);
            for (int j = 0; j < solved.size(); j++) {
                slopes[solved.kept(j)] = solved.coefficient(j);
            }
        }
        return slopes;
    }

    /** The covariates that have no slope, with those that explain them. */
    List<LinearFit.LeftOut> leftOut() {
        return covariates == 0
                ? new ArrayList<>()
                : CholeskySolver.solve(gram, products[0], totals).leftOut();
    }

    /** The factors of all columns in "this target less what covariates explain of it". */
    double[] adjusted(int target) {
        double[] factors = new double[targets + covariates];
        factors[target] = 1;
        double[] slopes = slopes(target);
        for (int z = 0; z < covariates; z++) {
            factors[targets + z] = -slopes[z];
        }
        return factors;
    }

    private static double squares(double[] column, double[] root) {
        double[] weighted = column.clone();
        multiply(weighted, root);
        return Sums.dot(weighted, weighted);
    }

    private static void multiply(double[] values, double[] by) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= by[i];
        }
    }
}
