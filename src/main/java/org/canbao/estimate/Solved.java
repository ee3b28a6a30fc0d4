package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.canbao.math.CholeskySolver;
import org.canbao.math.LinearFit;
import org.canbao.math.QrSolver;
import org.canbao.math.Sums;
import org.canbao.result.Fit;

/**
 * Least squares of an absorbed design: b minimises the weighted squares of y - X b. Columns that others explain are left
 * out, later ones first.
 */
public final class Solved {
    /** Share of the outcome's squares below which residuals are rounding. */
    static final double ROUNDING = 1e-20;
    /** Condition of the scaled cross-products above which they are not trusted. */
    static final double ILL_CONDITIONED = 1e6;
    /** Share of the outcome's squares below which residuals found from cross-products are not trusted. */
    static final double TINY_RESIDUALS = 1e-7;

    private final Partialled data;
    private final LinearFit fit;
    private final double[] residuals;
    private final double rss;

    private Solved(Partialled data, LinearFit fit, double[] residuals, double rss) {
        this.data = data;
        this.fit = fit;
        this.residuals = residuals;
        this.rss = rss;
    }

    /** From cross-products, or by reflections of the rows where cross-products are ill-conditioned. */
    public static Solved of(Partialled data) {
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

    /** The absorbed design. */
    public Partialled data() {
        return data;
    }

    /** The coefficients, that of the intercept being zero because all columns are orthogonal to it. */
    public LinearFit fit() {
        return fit;
    }

    /** y - X b in a cell. */
    public double residual(int cell) {
        return residuals[cell];
    }

    /** The weighted sum of squared residuals, those about cell means included. */
    public double rss() {
        return rss;
    }

    /** Whether what is left of the outcome is rounding. */
    boolean fitsExactly() {
        return rss <= ROUNDING * data.gram(data.size(), data.size());
    }

    /** Why the moments of cells do not carry enough digits; empty if they do. */
    public String distrust() {
        if (!data.design().hasWithin()) {
            return "";
        } else if (fit.condition() > ILL_CONDITIONED) {
            return String.format(Locale.ROOT, "cross-products are ill-conditioned (condition %.1e)", fit.condition());
        }
        return rss < TINY_RESIDUALS * data.outcomeLeft() ? "residuals are tiny beside the outcome" : "";
    }

    /** The coefficient of the {@code j}-th kept column; an intercept is the outcome's mean less what the others explain. */
    public double coefficient(int j) {
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

    /** The regressors left out, with what explains them. */
    public List<Fit.Dropped> dropped() {
        List<Fit.Dropped> dropped = new ArrayList<>();
        boolean effects = !data.design().effects().isEmpty();
        for (LinearFit.LeftOut column : fit.leftOut()) {
            List<String> with = new ArrayList<>();
            if (data.design().intercept() && needsIntercept(column)) {
                with.add(data.name(0));
            }
            column.with().keySet().forEach(position -> with.add(data.name(position)));
            boolean absorbed = effects && column.with().isEmpty();
            dropped.add(new Fit.Dropped(
                    data.name(column.column()),
                    absorbed ? Fit.Dropped.Reason.ABSORBED : Fit.Dropped.Reason.COLLINEAR,
                    with));
        }
        return dropped;
    }

    /** Whether the other columns explain a column only up to a constant. */
    private boolean needsIntercept(LinearFit.LeftOut column) {
        double constant = data.mean(column.column());
        double scale = Math.abs(constant);
        for (Map.Entry<Integer, Double> other : column.with().entrySet()) {
            double part = other.getValue() * data.mean(other.getKey());
            constant -= part;
            scale += Math.abs(part);
        }
        return Math.abs(constant) > LinearFit.TOLERANCE * scale;
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
