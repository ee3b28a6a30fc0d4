package org.canbao.estimate;

import org.canbao.math.CholeskySolver;
import org.canbao.math.LinearFit;
import org.canbao.math.QrSolver;
import org.canbao.math.Sums;

/**
 * Least squares of an absorbed design: b minimises the weighted squares of y - X b. Columns that others explain are left
 * out, later ones first.
 *
 * @param data the absorbed design
 * @param fit the coefficients, that of the intercept being zero because all columns are orthogonal to it
 * @param residuals y - X b in each cell
 * @param rss the weighted sum of squared residuals, those about cell means included
 */
record Solved(Partialled data, LinearFit fit, double[] residuals, double rss) {
    /** Condition of the scaled cross-products above which they are not trusted. */
    static final double ILL_CONDITIONED = 1e6;
    /** Share of the outcome's squares below which residuals found from cross-products are not trusted. */
    static final double TINY_RESIDUALS = 1e-7;

    /** From cross-products, or by reflections of the rows where cross-products are ill-conditioned. */
    static Solved of(Partialled data) {
        LinearFit fit = CholeskySolver.solve(data.gram(), data.target(), data.references());
        boolean byRows = !data.design().hasWithin();
        if (byRows && fit.condition() > ILL_CONDITIONED) {
            fit = QrSolver.solve(data.x(), data.y(), data.design().weights(), data.references());
        }
        double[] residuals = data.y().clone();
        for (int j = 0; j < fit.size(); j++) {
            double[] x = data.x(fit.kept(j));
            double b = data.isIntercept(fit.kept(j)) ? 0 : fit.coefficient(j);
            for (int cell = 0; cell < residuals.length; cell++) {
                residuals[cell] -= b * x[cell];
            }
        }
        double between = Sums.dot(data.design().weights(), residuals, residuals);
        return new Solved(data, fit, residuals, between + Math.max(0, within(data, fit)));
    }

    /** Why the moments of cells do not carry enough digits; empty if they do. */
    String distrust() {
        if (!data.design().hasWithin()) {
            return "";
        } else if (fit.condition() > ILL_CONDITIONED) {
            return String.format(
                    java.util.Locale.ROOT, "cross-products are ill-conditioned (condition %.1e)", fit.condition());
        }
        int y = data.size();
        return rss < TINY_RESIDUALS * data.gram(y, y) ? "residuals are tiny beside the outcome" : "";
    }

    /** The coefficient of the {@code j}-th kept column; an intercept is the outcome's mean less what the others explain. */
    double coefficient(int j) {
        if (!data.isIntercept(fit.kept(j))) {
            return fit.coefficient(j);
        }
        double intercept = data.outcomeMean();
        for (int other = 0; other < fit.size(); other++) {
            if (other != j) {
                intercept -= data.mean(fit.kept(other)) * fit.coefficient(other);
            }
        }
        return intercept;
    }

    private static double within(Partialled data, LinearFit fit) {
        int y = data.size();
        Sums.Compensated sum = new Sums.Compensated();
        sum.add(data.within().total(y, y));
        for (int i = 0; i < fit.size(); i++) {
            sum.add(-2 * fit.coefficient(i) * data.within().total(fit.kept(i), y));
            for (int j = 0; j < fit.size(); j++) {
                sum.add(fit.coefficient(i) * fit.coefficient(j) * data.within().total(fit.kept(i), fit.kept(j)));
            }
        }
        return sum.value();
    }
}
