package org.canbao.estimate.rd;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.canbao.estimate.rd.RdData.Column;

/** Rows with a known discontinuity at zero. */
final class RdRows {
    private final SplittableRandom random;
    private final int rows;

    private RdRows(long seed, int rows) {
        this.random = new SplittableRandom(seed);
        this.rows = rows;
    }

    /**
     * A curved outcome that jumps by 0.5, a treatment that jumps by about 0.6, two covariates, 40 clusters with a common
     * shock, weights between 1 and 2.
     */
    static RdData of(long seed, int rows) {
        RdRows made = new RdRows(seed, rows);
        double[] x = made.column(i -> 2 * made.uniform() - 1);
        double[] shock =
                IntStream.range(0, 40).mapToDouble(g -> 0.2 * made.normal()).toArray();
        int[] cluster =
                IntStream.range(0, rows).map(i -> made.random.nextInt(40)).toArray();
        double[] z1 = made.column(i -> 0.3 * x[i] + made.normal());
        double[] z2 = made.column(i -> made.uniform());
        double[] treated = made.column(i -> made.uniform() < (x[i] >= 0 ? 0.8 : 0.2) ? 1 : 0);
        double[] y = made.column(i -> curve(x[i]) + 0.2 * z1[i] + shock[cluster[i]] + 0.3 * made.normal());
        return new RdData(
                new Column("x", x),
                new Column("y", y),
                Optional.of(new Column("treated", treated)),
                List.of(new Column("z1", z1), new Column("z2", z2)),
                Optional.of(made.column(i -> 1 + made.uniform())),
                Optional.of(new RdData.Clusters("g", cluster)));
    }

    /** A curved outcome with noise alone, whose jump at zero is 0.5. */
    static RdData plain(long seed, int rows) {
        RdRows made = new RdRows(seed, rows);
        double[] x = made.column(i -> 2 * made.uniform() - 1);
        double[] y = made.column(i -> curve(x[i]) + 0.3 * made.normal());
        return RdData.of(new Column("x", x), new Column("y", y));
    }

    /** Rows whose running variable is one of a few months. */
    static RdData months(long seed, int rows, int monthsPerSide) {
        RdRows made = new RdRows(seed, rows);
        double[] x = made.column(i -> made.random.nextInt(2 * monthsPerSide) - monthsPerSide);
        double[] y = made.column(i -> curve(x[i] / monthsPerSide) + 0.3 * made.normal());
        return RdData.of(new Column("month", x), new Column("y", y));
    }

    /** The same rows without treatment, covariates, weights and clusters. */
    static RdData bare(RdData data) {
        return RdData.of(data.running(), data.outcome());
    }

    /** A column from values by row. */
    static Column column(String name, RdData like, IntToDoubleFunction value) {
        return new Column(
                name, IntStream.range(0, like.rows()).mapToDouble(value).toArray());
    }

    private static double curve(double x) {
        return x < 0 ? 1.3 * x + 3 * x * x + 2 * x * x * x : 0.5 + 0.8 * x - 1.5 * x * x + 3 * x * x * x;
    }

    private double[] column(IntToDoubleFunction value) {
        return IntStream.range(0, rows).mapToDouble(value).toArray();
    }

    private double uniform() {
        return random.nextDouble();
    }

    /** The sum of twelve uniforms, less six. */
    private double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
