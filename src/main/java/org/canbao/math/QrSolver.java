package org.canbao.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Least squares by Householder reflections of the rows, which keeps twice the digits of cross-products where columns are
 * nearly collinear. It takes the columns in order: reflections already made are applied to the next column, and what is
 * left of it below them decides whether it is kept.
 */
public final class QrSolver {
    private final List<double[]> reflections = new ArrayList<>();
    private final Upper upper = new Upper();
    private final List<Integer> kept = new ArrayList<>();
    private final List<LinearFit.LeftOut> leftOut = new ArrayList<>();
    private final double[] scale;

    private QrSolver(double[] scale) {
        this.scale = scale;
    }

    /**
     * Solves min |y - X b| in the weighted norm.
     *
     * @param x k columns of n values
     * @param y n values
     * @param weights n positive values
     * @param totals as in {@link CholeskySolver#solve}
     */
    public static LinearFit solve(double[][] x, double[] y, double[] weights, double[] totals) {
        double[] scale = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            double squares = Sums.dot(weights, x[j], x[j]);
            scale[j] = squares > LinearFit.ABSORBED * totals[j] ? Math.sqrt(squares) : 0;
        }
        QrSolver solver = new QrSolver(scale);
        for (int j = 0; j < x.length; j++) {
            solver.take(j, x[j], weights);
        }
        return solver.finish(weighted(y, weights, 1));
    }

    private void take(int column, double[] values, double[] weights) {
        if (scale[column] == 0) {
            leftOut.add(new LinearFit.LeftOut(column, Map.of()));
            return;
        }
        double[] v = weighted(values, weights, scale[column]);
        reflect(v);
        int top = kept.size();
        double squares = 0;
        for (int i = top; i < v.length; i++) {
            squares += v[i] * v[i];
        }
        if (squares <= LinearFit.TOLERANCE) {
            leftOut.add(CholeskySolver.explained(column, upper.solve(v), kept, scale));
            return;
        }
        double length = Math.sqrt(squares);
        double diagonal = v[top] > 0 ? -length : length;
        upper.append(v, diagonal);
        kept.add(column);
        reflections.add(reflection(v, top, diagonal));
    }

    /** The vector u of the reflection I - u u' that turns the part of {@code v} from {@code top} on into its length. */
    private static double[] reflection(double[] v, int top, double diagonal) {
        double[] u = v;
        Arrays.fill(u, 0, top, 0);
        u[top] -= diagonal;
        double squares = 0;
        for (int i = top; i < u.length; i++) {
            squares += u[i] * u[i];
        }
        double norm = Math.sqrt(squares / 2);
        for (int i = top; i < u.length; i++) {
            u[i] /= norm;
        }
        return u;
    }

    private void reflect(double[] v) {
        for (int r = 0; r < reflections.size(); r++) {
            double[] u = reflections.get(r);
            Sums.Compensated sum = new Sums.Compensated();
            for (int from = r; from < v.length; from += 256) {
                int to = Math.min(from + 256, v.length);
                double part = 0;
                for (int i = from; i < to; i++) {
                    part += u[i] * v[i];
                }
                sum.add(part);
            }
            double product = sum.value();
            for (int i = r; i < v.length; i++) {
                v[i] -= product * u[i];
            }
        }
    }

    private LinearFit finish(double[] y) {
        reflect(y);
        int[] columns = kept.stream().mapToInt(Integer::intValue).toArray();
        double[] solution = upper.solve(y);
        double[][] inverse = upper.inverseGram();
        return LinearFit.unscale(columns, leftOut, solution, inverse, LinearFit.norm(inverse), scale);
    }

    private static double[] weighted(double[] values, double[] weights, double scale) {
        double[] v = new double[values.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = values[i] * Math.sqrt(weights[i]) / scale;
        }
        return v;
    }
}
