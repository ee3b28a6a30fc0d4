package org.canbao.estimate.rd;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.DiagonalMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.canbao.spec.RdVariance;

/** One side of a cutoff with every matrix written out, hat matrices of whole clusters among them. */
final class DenseSide {
    /** The weight of rows outside a bandwidth, whose residuals have a limit. */
    private static final double NEXT_TO_NOTHING = 1e-12;

    private final double[] u;
    private final double[] y;
    private final int[] cluster;
    private final double h;
    private final double b;
    private final int p;
    private final int q;

    /** Rows on one side, triangular weights. */
    DenseSide(double[] u, double[] y, int[] cluster, double h, double b, int p, int q) {
        int[] used = IntStream.range(0, u.length)
                .filter(i -> Math.abs(u[i]) < Math.max(h, b))
                .toArray();
        this.u = Arrays.stream(used).mapToDouble(i -> u[i]).toArray();
        this.y = Arrays.stream(used).mapToDouble(i -> y[i]).toArray();
        this.cluster = Arrays.stream(used).map(i -> cluster[i]).toArray();
        this.h = h;
        this.b = b;
        this.p = p;
        this.q = q;
    }

    double estimate(int derivative) {
        return sum(main(derivative));
    }

    double corrected(int derivative) {
        return sum(corrected(main(derivative)));
    }

    double variance(int derivative, RdVariance kind) {
        return variance(main(derivative), p, h, kind);
    }

    double robustVariance(int derivative, RdVariance kind) {
        return variance(corrected(main(derivative)), q, b, kind);
    }

    private double[] main(int derivative) {
        return rows(p, h)[derivative];
    }

    private double[] corrected(double[] main) {
        double[] higher = rows(q, b)[p + 1];
        double bias = IntStream.range(0, u.length)
                .mapToDouble(i -> main[i] * Math.pow(u[i], p + 1))
                .sum();
        return IntStream.range(0, u.length)
                .mapToDouble(i -> main[i] - bias * higher[i])
                .toArray();
    }

    /** (X'WX)^-1 X'W. */
    private double[][] rows(int order, double bandwidth) {
        RealMatrix x = powers(order);
        RealMatrix w = weights(bandwidth);
        return inverse(x.transpose().multiply(w).multiply(x))
                .multiply(x.transpose())
                .multiply(w)
                .getData();
    }

    private double variance(double[] l, int order, double bandwidth, RdVariance kind) {
        int n = u.length;
        RealMatrix x = powers(order);
        RealMatrix fitted = x.multiply(new Array2DRowRealMatrix(rows(order, bandwidth)));
        double[] e = MatrixUtils.createRealIdentityMatrix(n).subtract(fitted).operate(y);
        double[] root = Arrays.stream(weights(bandwidth).getData())
                .mapToDouble(row ->
                        Math.sqrt(Math.max(NEXT_TO_NOTHING, Arrays.stream(row).sum())))
                .toArray();
        RealMatrix rx = new DiagonalMatrix(root).multiply(x);
        RealMatrix hat = rx.multiply(inverse(rx.transpose().multiply(rx))).multiply(rx.transpose());
        int[] groups = kind.clustered() ? cluster : IntStream.range(0, n).toArray();
        double sum = 0;
        for (int g : Arrays.stream(groups).distinct().toArray()) {
            int[] members = IntStream.range(0, n).filter(i -> groups[i] == g).toArray();
            double[] freed = freed(members, hat, root, e, kind);
            double score = IntStream.range(0, members.length)
                    .mapToDouble(i -> l[members[i]] * freed[i])
                    .sum();
            sum += score * score;
        }
        double g = Arrays.stream(groups).distinct().count();
        double k = order + 1.0;
        return switch (kind) {
            case HC1 -> sum * n / (n - k);
            case CR1 -> sum * g / (g - 1) * (n - 1) / (n - k);
            default -> sum;
        };
    }

    /** A group's residuals, divided by the root of their weights again once they are freed of leverage. */
    private static double[] freed(int[] members, RealMatrix hat, double[] root, double[] e, RdVariance kind) {
        double[] own = Arrays.stream(members).mapToDouble(i -> e[i]).toArray();
        RealMatrix free =
                MatrixUtils.createRealIdentityMatrix(members.length).subtract(hat.getSubMatrix(members, members));
        RealMatrix by = switch (kind) {
            case HC2, CR2 -> new EigenDecomposition(symmetric(inverse(free))).getSquareRoot();
            case HC3, CR3 -> inverse(free);
            default -> MatrixUtils.createRealIdentityMatrix(members.length);
        };
        double[] weighted = IntStream.range(0, own.length)
                .mapToDouble(i -> root[members[i]] * own[i])
                .toArray();
        double[] freed = by.operate(weighted);
        return IntStream.range(0, own.length)
                .mapToDouble(i -> freed[i] / root[members[i]])
                .toArray();
    }

    private RealMatrix powers(int order) {
        double[][] x = new double[u.length][order + 1];
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j <= order; j++) {
                x[i][j] = Math.pow(u[i], j);
            }
        }
        return new Array2DRowRealMatrix(x);
    }

    private RealMatrix weights(double bandwidth) {
        return new DiagonalMatrix(Arrays.stream(u)
                .map(d -> Math.max(0, 1 - Math.abs(d / bandwidth)))
                .toArray());
    }

    private double sum(double[] l) {
        return IntStream.range(0, u.length).mapToDouble(i -> l[i] * y[i]).sum();
    }

    private static RealMatrix symmetric(RealMatrix nearly) {
        return nearly.add(nearly.transpose()).scalarMultiply(0.5);
    }

    private static RealMatrix inverse(RealMatrix square) {
        return new LUDecomposition(square).getSolver().getInverse();
    }
}
