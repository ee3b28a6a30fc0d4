package org.canbao.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Least squares from cross-products, by a Cholesky factor that takes the columns in order. */
public final class CholeskySolver {
    private final double[][] gram;
    private final double[] scale;
    private final Upper upper = new Upper();
    private final List<Integer> kept = new ArrayList<>();
    private final List<LinearFit.LeftOut> leftOut = new ArrayList<>();

    private CholeskySolver(double[][] gram, double[] scale) {
        this.gram = gram;
        this.scale = scale;
    }

    /**
     * Solves the normal equations.
     *
     * @param gram X'WX, k by k
     * @param target X'Wy, k
     * @param totals the squares that each column had before anything was absorbed; a column with less than
     *     {@link LinearFit#ABSORBED} of them left is left out at once
     */
    public static LinearFit solve(double[][] gram, double[] target, double[] totals) {
        double[] scale = new double[target.length];
        for (int j = 0; j < scale.length; j++) {
            scale[j] = gram[j][j] > LinearFit.ABSORBED * totals[j] ? Math.sqrt(gram[j][j]) : 0;
        }
        CholeskySolver solver = new CholeskySolver(gram, scale);
        for (int j = 0; j < scale.length; j++) {
            solver.take(j);
        }
        return solver.finish(target);
    }

    private void take(int column) {
        if (scale[column] == 0) {
            leftOut.add(new LinearFit.LeftOut(column, Map.of()));
            return;
        }
        double[] products = new double[kept.size()];
        for (int i = 0; i < products.length; i++) {
            products[i] = scaled(kept.get(i), column);
        }
        double[] above = upper.solveTransposed(products);
        double pivot = 1;
        for (double entry : above) {
            pivot -= entry * entry;
        }
        if (pivot > LinearFit.TOLERANCE) {
            upper.append(above, Math.sqrt(pivot));
            kept.add(column);
        } else {
            leftOut.add(explained(column, upper.solve(above), kept, scale));
        }
    }

    private LinearFit finish(double[] target) {
        int[] columns = kept.stream().mapToInt(Integer::intValue).toArray();
        double[] right = new double[columns.length];
        double[][] scaled = new double[columns.length][columns.length];
        for (int i = 0; i < columns.length; i++) {
            right[i] = target[columns[i]] / scale[columns[i]];
            for (int j = 0; j < columns.length; j++) {
                scaled[i][j] = scaled(columns[i], columns[j]);
            }
        }
        double[] solution = upper.solve(upper.solveTransposed(right));
        double[][] inverse = upper.inverseGram();
        double condition = LinearFit.norm(scaled) * LinearFit.norm(inverse);
        return LinearFit.unscale(columns, leftOut, solution, inverse, condition, scale);
    }

    private double scaled(int i, int j) {
        return gram[i][j] / (scale[i] * scale[j]);
    }

    static LinearFit.LeftOut explained(int column, double[] coefficients, List<Integer> kept, double[] scale) {
        Map<Integer, Double> with = new TreeMap<>();
        for (int i = 0; i < coefficients.length; i++) {
            if (Math.abs(coefficients[i]) > LinearFit.NEGLIGIBLE) {
                with.put(kept.get(i), coefficients[i] * scale[column] / scale[kept.get(i)]);
            }
        }
        return new LinearFit.LeftOut(column, with);
    }
}
