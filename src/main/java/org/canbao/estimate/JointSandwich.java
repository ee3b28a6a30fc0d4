package org.canbao.estimate;

import java.util.List;
import org.canbao.math.LinearFit;
import org.canbao.math.Sums;
import org.canbao.spec.VcovSpec;

/**
 * The covariance of coefficients of several equations on the same columns, by the same formulas as {@link Sandwich}: with
 * s_a the scores of equation a, the block of equations a and b is A (sum s_a s_b') A, and for homoskedastic errors
 * e_a'e_b/(n-K) A. Entries are ordered by equation, then by coefficient.
 */
public final class JointSandwich {
    private final Sandwich sandwich;
    private final SmallSample small;
    private final List<Solved> equations;
    private final int[] at;

    /**
     * @param sandwich the covariance wanted, not one of clubSandwich's
     * @param small the corrections of one equation
     * @param equations solutions with the same kept columns
     * @param at the coefficients wanted, as positions among the kept; none is an intercept
     */
    public JointSandwich(Sandwich sandwich, SmallSample small, List<Solved> equations, int[] at) {
        this.sandwich = sandwich;
        this.small = small;
        this.equations = List.copyOf(equations);
        this.at = at.clone();
    }

    /**
     * The covariance.
     *
     * @param cross the cross-products of the equations' residuals
     */
    public double[][] covariance(double[][] cross) {
        if (sandwich.vcov() instanceof VcovSpec.Hetero hetero) {
            return hetero(hetero.leverage());
        }
        return sandwich.vcov() instanceof VcovSpec.Iid ? iid(cross) : clustered();
    }

    private double[][] iid(double[][] cross) {
        LinearFit fit = equations.get(0).fit();
        double[][] matrix = new double[size()][size()];
        for (int a = 0; a < matrix.length; a++) {
            for (int b = 0; b < matrix.length; b++) {
                double inverse = fit.inverse(at[a % at.length], at[b % at.length]);
                matrix[a][b] = small.iid() * cross[a / at.length][b / at.length] * inverse;
            }
        }
        return matrix;
    }

    private double[][] clustered() {
        double[][] influence = new double[sandwich.finest().groups()][size()];
        for (int e = 0; e < equations.size(); e++) {
            double[][] scores = Scores.byGroup(equations.get(e), sandwich.finest());
            for (int g = 0; g < scores.length; g++) {
                for (int i = 0; i < at.length; i++) {
                    influence[g][e * at.length + i] = along(equations.get(e).fit(), at[i], scores[g]);
                }
            }
        }
        return scaled(sandwich.meat(influence, small), small.rows());
    }

    private double[][] hetero(VcovSpec.Leverage leverage) {
        double[][] influence = new double[size()][];
        for (int e = 0; e < equations.size(); e++) {
            double[] errors = sandwich.errors(equations.get(e), leverage);
            for (int i = 0; i < at.length; i++) {
                influence[e * at.length + i] = influence(equations.get(e), at[i], errors);
            }
        }
        double[][] matrix = new double[size()][size()];
        for (int a = 0; a < matrix.length; a++) {
            for (int b = 0; b < matrix.length; b++) {
                matrix[a][b] = Sums.dot(influence[a], influence[b]);
            }
        }
        return scaled(matrix, small.hetero(leverage));
    }

    /** Each row's part in a coefficient: its weighted error times the row's entry in A X'. */
    private static double[] influence(Solved solved, int j, double[] errors) {
        double[] influence = new double[errors.length];
        for (int l = 0; l < solved.fit().size(); l++) {
            double[] x = solved.data().x(solved.fit().kept(l));
            double inverse = solved.fit().inverse(j, l);
            for (int row = 0; row < influence.length; row++) {
                influence[row] += inverse * x[row] * errors[row];
            }
        }
        return influence;
    }

    private static double along(LinearFit fit, int j, double[] score) {
        double sum = 0;
        for (int l = 0; l < score.length; l++) {
            sum += fit.inverse(j, l) * score[l];
        }
        return sum;
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return matrix;
    }

    private int size() {
        return at.length * equations.size();
    }
}
