package org.canbao.estimate;

import java.util.function.DoubleUnaryOperator;
import org.canbao.math.SymmetricEigen;

/** Sums over clusters to the degrees of freedom (tr P)² / tr P² of each coefficient; {@link ClusterRobust} has P. */
final class Satterthwaite {
    private final double[][] contrasts;
    private final double[] trace;
    private final double[] own;
    private final double[][][] between;

    /** For these coefficients t = L'c. */
    Satterthwaite(double[][] contrasts) {
        int k = contrasts.length;
        this.contrasts = contrasts;
        this.trace = new double[k];
        this.own = new double[k];
        this.between = new double[k][k == 0 ? 0 : contrasts[0].length][k == 0 ? 0 : contrasts[0].length];
    }

    /** Adds a cluster with B in its eigenvectors, and the function f of B by which its residuals are adjusted. */
    void add(SymmetricEigen.Spectrum spectrum, DoubleUnaryOperator f) {
        for (int j = 0; j < contrasts.length; j++) {
            double[] q = spectrum.apply(h -> h * f.applyAsDouble(h), contrasts[j]);
            double[] h = spectrum.apply(v -> Math.sqrt(Math.max(0, v * (1 - v))) * f.applyAsDouble(v), contrasts[j]);
            double p = squares(h);
            double square = squares(q);
            trace[j] += p;
            own[j] += p * p - square * square;
            addOuter(between[j], q);
        }
    }

    /** The degrees of freedom of each coefficient; NaN where only one cluster tells of it. */
    double[] df() {
        double[] df = new double[trace.length];
        for (int j = 0; j < df.length; j++) {
            double squares = own[j];
            for (double[] row : between[j]) {
                squares += squares(row);
            }
            df[j] = trace[j] > 0 && squares > 0 ? trace[j] * trace[j] / squares : Double.NaN;
        }
        return df;
    }

    private static double squares(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return sum;
    }

    private static void addOuter(double[][] sum, double[] x) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                sum[i][j] += x[i] * x[j];
            }
        }
    }
}
