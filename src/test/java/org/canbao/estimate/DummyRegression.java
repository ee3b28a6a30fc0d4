package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Weighted least squares with explicit dummies and textbook covariances: slow, plain, and independent of what it checks. */
final class DummyRegression {
    private final RealMatrix x;
    private final double[] w;
    private final double[] y;
    private final RealMatrix inverse;
    final double[] b;
    final double[] e;

    /** Columns are given ready; the first are the regressors of interest. */
    DummyRegression(List<double[]> columns, double[] w, double[] y) {
        int n = y.length;
        double[][] values = new double[n][columns.size()];
        for (int j = 0; j < columns.size(); j++) {
            for (int i = 0; i < n; i++) {
                values[i][j] = columns.get(j)[i];
            }
        }
        this.x = new Array2DRowRealMatrix(values, false);
        this.w = w;
        this.y = y;
        RealMatrix wx = x.copy();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < columns.size(); j++) {
                wx.multiplyEntry(i, j, w[i]);
            }
        }
        this.inverse =
                new LUDecomposition(wx.transpose().multiply(x)).getSolver().getInverse();
        this.b = inverse.operate(wx.transpose().operate(y));
        double[] fitted = x.operate(b);
        this.e = new double[n];
        for (int i = 0; i < n; i++) {
            e[i] = y[i] - fitted[i];
        }
    }

    int parameters() {
        return b.length;
    }

    /** Variances with unit factor: iid with RSS in place of its variance. */
    double iid(int j) {
        double rss = 0;
        for (int i = 0; i < e.length; i++) {
            rss += w[i] * e[i] * e[i];
        }
        return rss * inverse.getEntry(j, j);
    }

    /** Heteroskedasticity-robust, residuals over (1-h)^power. */
    double hetero(int j, double power) {
        double[] errors = new double[e.length];
        for (int i = 0; i < e.length; i++) {
            double[] row = x.getRow(i);
            double h = 0;
            double[] image = inverse.operate(row);
            for (int k = 0; k < row.length; k++) {
                h += w[i] * row[k] * image[k];
            }
            errors[i] = e[i] / Math.pow(1 - h, power);
        }
        int[] own = new int[e.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = i;
        }
        return clustered(j, own, errors);
    }

    double clustered(int j, int[] groups) {
        return clustered(j, groups, e);
    }

    private double clustered(int j, int[] groups, double[] errors) {
        double[] bread = inverse.getRow(j);
        TreeMap<Integer, Double> sums = new TreeMap<>();
        for (int i = 0; i < errors.length; i++) {
            double[] row = x.getRow(i);
            double score = 0;
            for (int k = 0; k < row.length; k++) {
                score += bread[k] * row[k];
            }
            sums.merge(groups[i], score * w[i] * errors[i], Double::sum);
        }
        return sums.values().stream().mapToDouble(s -> s * s).sum();
    }

    /** One column per level, the first {@code skip} levels left out, times a slope variable. */
    static <R> List<double[]> dummies(List<R> rows, ToIntFunction<R> level, int skip, ToDoubleFunction<R> slope) {
        List<double[]> columns = new ArrayList<>();
        List<Integer> levels =
                rows.stream().map(level::applyAsInt).distinct().sorted().toList();
        for (int l = skip; l < levels.size(); l++) {
            int wanted = levels.get(l);
            columns.add(rows.stream()
                    .mapToDouble(row -> level.applyAsInt(row) == wanted ? slope.applyAsDouble(row) : 0)
                    .toArray());
        }
        return columns;
    }
}
