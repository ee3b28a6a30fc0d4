package org.canbao.math;

import java.util.ArrayList;
import java.util.List;

/**
 * The dummies of one effect, and their products with its slope variables, as columns that are orthonormal under the
 * weights. Columns of different levels never overlap, so a level's columns come from its own rows: the constant first,
 * then each slope variable less its projection on those before it. A slope that does not vary within a level gets no
 * column there.
 */
final class EffectBasis {
    /** Share of a slope's squares below which what is left of it in a level is rounding. */
    private static final double NO_VARIATION = 1e-20;

    private final GroupIndex groups;
    private final double[] weights;
    /** Value of the constant's column in each level; empty without intercepts. */
    private final double[] constant;

    private final List<double[]> slopes = new ArrayList<>();

    EffectBasis(Absorber.Effect effect, double[] weights) {
        this.groups = effect.groups();
        this.weights = weights;
        this.constant = effect.intercepts() ? constants() : new double[0];
        for (double[] slope : effect.slopes()) {
            slopes.add(orthonormal(slope));
        }
    }

    /** The levels. */
    GroupIndex groups() {
        return groups;
    }

    /** Whether there are columns beside the constants. */
    boolean hasSlopes() {
        return !slopes.isEmpty() || !hasConstant();
    }

    /** How many columns, counting those that are zero. */
    int size() {
        return groups.groups() * perLevel();
    }

    /** How many columns have entries in a row. */
    int perLevel() {
        return (hasConstant() ? 1 : 0) + slopes.size();
    }

    /** The position of the row's {@code k}-th column. */
    int position(int row, int k) {
        return k * groups.groups() + groups.code(row);
    }

    /** The row's entry in its {@code k}-th column. */
    double value(int row, int k) {
        if (!hasConstant()) {
            return slopes.get(k)[row];
        }
        return k == 0 ? constant[groups.code(row)] : slopes.get(k - 1)[row];
    }

    /** The products of all columns with {@code x}, weighted: the coefficients of its projection. */
    double[] coefficients(double[] x) {
        double[] theta = new double[size()];
        int[] codes = groups.codes();
        int offset = 0;
        if (hasConstant()) {
            for (int i = 0; i < x.length; i++) {
                theta[codes[i]] += weights[i] * x[i];
            }
            for (int level = 0; level < constant.length; level++) {
                theta[level] *= constant[level];
            }
            offset = constant.length;
        }
        for (double[] column : slopes) {
            for (int i = 0; i < x.length; i++) {
                theta[offset + codes[i]] += weights[i] * column[i] * x[i];
            }
            offset += groups.groups();
        }
        return theta;
    }

    /** Takes the columns times {@code theta} from {@code x}. */
    void subtract(double[] x, double[] theta) {
        int[] codes = groups.codes();
        int offset = 0;
        if (hasConstant()) {
            double[] means = new double[constant.length];
            for (int level = 0; level < means.length; level++) {
                means[level] = theta[level] * constant[level];
            }
            for (int i = 0; i < x.length; i++) {
                x[i] -= means[codes[i]];
            }
            offset = constant.length;
        }
        for (double[] column : slopes) {
            for (int i = 0; i < x.length; i++) {
                x[i] -= theta[offset + codes[i]] * column[i];
            }
            offset += groups.groups();
        }
    }

    private boolean hasConstant() {
        return constant.length > 0;
    }

    private double[] constants() {
        double[] total = new double[groups.groups()];
        for (int i = 0; i < weights.length; i++) {
            total[groups.code(i)] += weights[i];
        }
        for (int level = 0; level < total.length; level++) {
            total[level] = 1 / Math.sqrt(total[level]);
        }
        return total;
    }

    /** What is left of {@code slope} after the columns so far, scaled to unit length in each level. */
    private double[] orthonormal(double[] slope) {
        double[] column = slope.clone();
        double[] before = squares(slope);
        for (int pass = 0; pass < 2; pass++) {
            subtractOwn(column);
        }
        double[] after = squares(column);
        for (int i = 0; i < column.length; i++) {
            int level = groups.code(i);
            boolean varies = after[level] > NO_VARIATION * before[level];
            column[i] = varies ? column[i] / Math.sqrt(after[level]) : 0;
        }
        return column;
    }

    private void subtractOwn(double[] column) {
        if (perLevel() > 0) {
            subtract(column, coefficients(column));
        }
    }

    private double[] squares(double[] x) {
        double[] sum = new double[groups.groups()];
        for (int i = 0; i < x.length; i++) {
            sum[groups.code(i)] += weights[i] * x[i] * x[i];
        }
        return sum;
    }
}
