package org.canbao.math;

import java.util.Arrays;
import java.util.List;

/**
 * Effects by their factored Schur complement S = N_oo - N_of N_fo, where N are the weighted cross-products of the
 * orthonormal columns of the first effect (f) and of the others (o).
 */
final class DirectEffects implements OtherEffects {
    private final EffectBasis first;
    private final List<EffectBasis> others;
    private final double[] weights;
    private final int columns;
    /** One row per column of the first effect. */
    private final double[][] cross;

    private final Semidefinite schur;

    DirectEffects(EffectBasis first, List<EffectBasis> others, double[] weights, int columns) {
        this.first = first;
        this.others = others;
        this.weights = weights;
        this.columns = columns;
        this.cross = new double[first.size()][columns];
        double[][] matrix = new double[columns][columns];
        accumulate(matrix);
        for (double[] row : cross) {
            subtractOuter(matrix, row);
        }
        this.schur = new Semidefinite(matrix);
    }

    @Override
    public void subtract(double[] x) {
        double[] theta = new double[columns];
        int offset = 0;
        for (EffectBasis other : others) {
            double[] part = other.coefficients(x);
            System.arraycopy(part, 0, theta, offset, part.length);
            offset += part.length;
        }
        schur.solve(theta);
        offset = 0;
        for (EffectBasis other : others) {
            other.subtract(x, Arrays.copyOfRange(theta, offset, offset + other.size()));
            offset += other.size();
        }
        first.subtract(x, first.coefficients(x));
    }

    @Override
    public String name() {
        return "factored";
    }

    @Override
    public int iterations() {
        return 0;
    }

    @Override
    public boolean addLeverage(double[] leverage) {
        double[] row = new double[columns];
        for (int i = 0; i < leverage.length; i++) {
            fillWithoutFirst(i, row);
            schur.forward(row);
            double squares = 0;
            for (double entry : row) {
                squares += entry * entry;
            }
            leverage[i] += weights[i] * squares;
        }
        return true;
    }

    /** Row {@code i} of the other effects' columns less its projection on the first effect's. */
    private void fillWithoutFirst(int i, double[] row) {
        Arrays.fill(row, 0);
        for (int k = 0; k < first.perLevel(); k++) {
            double[] of = cross[first.position(i, k)];
            double value = first.value(i, k);
            for (int c = 0; c < columns; c++) {
                row[c] -= value * of[c];
            }
        }
        int offset = 0;
        for (EffectBasis other : others) {
            for (int k = 0; k < other.perLevel(); k++) {
                row[offset + other.position(i, k)] += other.value(i, k);
            }
            offset += other.size();
        }
    }

    private void accumulate(double[][] matrix) {
        int entries = others.stream().mapToInt(EffectBasis::perLevel).sum();
        int[] position = new int[entries];
        double[] value = new double[entries];
        for (int i = 0; i < weights.length; i++) {
            int filled = 0;
            int offset = 0;
            for (EffectBasis other : others) {
                for (int k = 0; k < other.perLevel(); k++) {
                    position[filled] = offset + other.position(i, k);
                    value[filled++] = other.value(i, k);
                }
                offset += other.size();
            }
            addRow(matrix, i, position, value);
        }
    }

    private void addRow(double[][] matrix, int row, int[] position, double[] value) {
        for (int a = 0; a < position.length; a++) {
            double weighted = weights[row] * value[a];
            for (int b = 0; b < position.length; b++) {
                matrix[position[a]][position[b]] += weighted * value[b];
            }
            for (int k = 0; k < first.perLevel(); k++) {
                cross[first.position(row, k)][position[a]] += weighted * first.value(row, k);
            }
        }
    }

    private static void subtractOuter(double[][] matrix, double[] row) {
        int[] filled = new int[row.length];
        int count = 0;
        for (int c = 0; c < row.length; c++) {
            if (row[c] != 0) {
                filled[count++] = c;
            }
        }
        for (int a = 0; a < count; a++) {
            double[] target = matrix[filled[a]];
            double value = row[filled[a]];
            for (int b = 0; b <= a; b++) {
                target[filled[b]] -= value * row[filled[b]];
            }
        }
    }
}
