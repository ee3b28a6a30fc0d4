package org.canbao.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The wild cluster bootstrap as its definition has it: outcomes drawn row by row, each draw a regression with explicit
 * columns. All vectors of signs.
 */
final class SlowBootstrap {
    private final List<double[]> columns;
    private final int j;
    private final double[] y;
    private final double[] ones;
    private final int[] clusters;
    private final boolean restricted;
    private final DummyRegression model;

    /** Tests the coefficient of column {@code j}; clusters are numbered from 0. */
    SlowBootstrap(List<double[]> columns, int j, double[] y, int[] clusters, boolean restricted) {
        this.columns = columns;
        this.j = j;
        this.y = y;
        this.ones = new double[y.length];
        Arrays.fill(ones, 1);
        this.clusters = clusters;
        this.restricted = restricted;
        this.model = new DummyRegression(columns, ones, y);
    }

    /** The share of draws with |t*| at least |t| for the null hypothesis that the coefficient is {@code value}. */
    double pValue(double value) {
        double t = Math.abs(t(model, value));
        double[] fitted = restricted ? imposed(value) : minus(y, model.e);
        double center = restricted ? value : model.b[j];
        double[] residuals = minus(y, fitted);
        int groups = Arrays.stream(clusters).max().orElseThrow() + 1;
        int extreme = 0;
        for (int draw = 0; draw < 1 << groups; draw++) {
            double[] drawn = new double[y.length];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = fitted[i] + ((draw >>> clusters[i] & 1) == 0 ? 1 : -1) * residuals[i];
            }
            double other = Math.abs(t(new DummyRegression(columns, ones, drawn), center));
            extreme += other >= t * (1 - 1e-9) ? 1 : 0;
        }
        return extreme / (double) (1 << groups);
    }

    private double t(DummyRegression regression, double value) {
        return (regression.b[j] - value) / Math.sqrt(regression.clustered(j, clusters));
    }

    /** What the other columns and {@code value} times column {@code j} fit. */
    private double[] imposed(double value) {
        List<double[]> others = new ArrayList<>(columns);
        double[] own = others.remove(j);
        double[] rest = new double[y.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = y[i] - value * own[i];
        }
        DummyRegression regression = new DummyRegression(others, ones, rest);
        return minus(y, regression.e);
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }
}
