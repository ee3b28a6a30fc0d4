package org.canbao.estimate.rd;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.canbao.math.Sums;
import org.canbao.math.SymmetricEigen;
import org.canbao.spec.RdVariance;

/**
 * The variance of a weighted sum of outcomes, the sum of l y, from what a polynomial leaves of them.
 *
 * <pre>
 * nn, hc0 to hc3   the sum over rows of (l e)²
 * cr1 to cr3       the sum over clusters of (the sum of l e in the cluster)²
 * </pre>
 *
 * <p>with residuals e that are corrected: by nearest neighbours; times sqrt(n/(n-k)) (hc1), 1/sqrt(1-h) (hc2) or 1/(1-h)
 * (hc3), h the leverage; by clusters times (I - H)^(-1/2) (cr2, Bell and McCaffrey 2002) or (I - H)^(-1) (cr3), H the
 * cluster's block of the hat matrix of the weighted regression; cr1 multiplies the sum with G/(G-1) · (n-1)/(n-k). Here n
 * counts the rows of the stretch, k the parameters of the polynomial, G the clusters of the stretch.
 */
final class SandwichVariance {
    /** The least share of a residual that leverage leaves. */
    private static final double LEAST_FREE = 1e-8;

    private final RdVariance kind;
    private final int neighbours;

    SandwichVariance(RdVariance kind, int neighbours) {
        this.kind = kind;
        this.neighbours = neighbours;
    }

    /**
     * The variance of the sum of l y.
     *
     * @param fit the polynomial whose residuals are taken
     * @param functional l, one per row
     * @param y outcomes, one per row
     */
    double of(Stretch rows, LocalPolynomialFit fit, double[] functional, double[] y) {
        return kind.clustered() ? byCluster(rows, fit, functional, y) : byRow(rows, fit, functional, y);
    }

    private double byRow(Stretch rows, LocalPolynomialFit fit, double[] functional, double[] y) {
        double[] residuals = residuals(rows, fit, y);
        double[] squares = new double[residuals.length];
        for (int i = 0; i < squares.length; i++) {
            double score = functional[i] * residuals[i];
            squares[i] = score * score;
        }
        return Sums.sum(squares);
    }

    private double[] residuals(Stretch rows, LocalPolynomialFit fit, double[] y) {
        if (kind == RdVariance.NN) {
            return NearestNeighbours.residuals(rows, y, neighbours);
        }
        double[] residuals = fit.residuals(y);
        if (kind == RdVariance.HC1) {
            double n = residuals.length;
            scale(residuals, Math.sqrt(n / (n - fit.order() - 1)));
        } else if (kind == RdVariance.HC2 || kind == RdVariance.HC3) {
            double[] leverages = fit.leverages();
            for (int i = 0; i < residuals.length; i++) {
                double free = Math.max(1 - leverages[i], LEAST_FREE);
                residuals[i] /= kind == RdVariance.HC2 ? Math.sqrt(free) : free;
            }
        }
        return residuals;
    }

    private static void scale(double[] values, double by) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= by;
        }
    }

    private double byCluster(Stretch rows, LocalPolynomialFit fit, double[] functional, double[] y) {
        double[] residuals = fit.residuals(y);
        int[][] clusters = clusters(rows.clusters());
        double sum = 0;
        for (int[] members : clusters) {
            double[] corrected = kind == RdVariance.CR1 ? own(members, residuals) : freed(members, fit, residuals);
            double score = 0;
            for (int i = 0; i < members.length; i++) {
                score += functional[members[i]] * corrected[i];
            }
            sum += score * score;
        }
        if (kind != RdVariance.CR1) {
            return sum;
        }
        double n = residuals.length;
        double g = clusters.length;
        return sum * (g / (g - 1)) * ((n - 1) / (n - fit.order() - 1));
    }

    private static double[] own(int[] members, double[] residuals) {
        return Arrays.stream(members).mapToDouble(row -> residuals[row]).toArray();
    }

    /**
     * A cluster's residuals times (I - H)^power. With orthonormal polynomials Q and F = Q'WQ over the cluster, that is e +
     * Q f(F) Q'W e, f(s) being 1/(1-s) for the inverse and ((1-s)^(-1/2) - 1)/s for its root: matrices of the size of the
     * polynomial and not of the cluster. Where a direction has all its leverage in the cluster, no residual is left to
     * correct.
     */
    private double[] freed(int[] members, LocalPolynomialFit fit, double[] residuals) {
        int size = fit.order() + 1;
        double[][] block = new double[size][size];
        double[] products = new double[size];
        for (int row : members) {
            double[] q = fit.polynomials(row);
            double weight = fit.weight(row);
            for (int j = 0; j < size; j++) {
                products[j] += weight * residuals[row] * q[j];
                for (int k = 0; k < size; k++) {
                    block[j][k] += weight * q[j] * q[k];
                }
            }
        }
        double[] shift = SymmetricEigen.spectrum(block).apply(correction(), products);
        double[] freed = own(members, residuals);
        for (int i = 0; i < freed.length; i++) {
            double[] q = fit.polynomials(members[i]);
            for (int j = 0; j < size; j++) {
                freed[i] += q[j] * shift[j];
            }
        }
        return freed;
    }

    private DoubleUnaryOperator correction() {
        return share -> {
            double free = 1 - share;
            if (share < 1e-14 || free < LEAST_FREE) {
                return 0;
            }
            return kind == RdVariance.CR3 ? 1 / free : (1 / Math.sqrt(free) - 1) / share;
        };
    }

    /** The rows of each cluster, clusters by code, rows in order. */
    static int[][] clusters(int[] codes) {
        int most = Arrays.stream(codes).max().orElse(-1);
        int[] sizes = new int[most + 1];
        for (int code : codes) {
            sizes[code]++;
        }
        int[][] all = new int[most + 1][];
        Arrays.setAll(all, code -> new int[sizes[code]]);
        int[] filled = new int[most + 1];
        for (int row = 0; row < codes.length; row++) {
            all[codes[row]][filled[codes[row]]++] = row;
        }
        return Arrays.stream(all).filter(members -> members.length > 0).toArray(int[][]::new);
    }
}
