package org.canbao.estimate.did;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.canbao.design.Design;
import org.canbao.design.EstimationPath;

/**
 * Clusters of persons or units in {@value #PERIODS} periods. All of a cluster adopt together; it has a shock of its own in
 * each period. The effect is 1, at once and for all.
 *
 * @param cohorts when each cluster adopts; {@link Observations#NEVER} for never
 * @param size units of each cluster, or its persons in each period
 * @param covariate whether there is one
 */
record ClusteredRows(List<Integer> cohorts, int size, boolean covariate) {
    static final int PERIODS = 5;
    private static final int NEVER = Observations.NEVER;

    /** So many clusters in each of the cohorts 3, 4 and 5, and three times as many that never adopt. */
    static ClusteredRows of(int each, int size, boolean covariate) {
        List<Integer> cohorts = IntStream.range(0, 6 * each)
                .mapToObj(c -> c < 3 * each ? 3 + c % 3 : NEVER)
                .toList();
        return new ClusteredRows(cohorts, size, covariate);
    }

    /** A panel, whose units have numbers, or repeated cross-sections. */
    ObservationReader.Read draw(long seed, boolean panel) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = cohorts.size() * size * PERIODS;
        double[] y = new double[rows];
        double[] w = new double[rows];
        double[] x = new double[rows];
        int[] cohort = new int[rows];
        int[] time = new int[rows];
        int[] unit = new int[rows];
        int[] cluster = new int[rows];
        int row = 0;
        for (int c = 0; c < cohorts.size(); c++) {
            double[] shocks = random.doubles(PERIODS).map(u -> 3 * u).toArray();
            for (int i = 0; i < size; i++) {
                double own = random.nextDouble();
                for (int t = 1; t <= PERIODS; t++, row++) {
                    time[row] = t;
                    unit[row] = c * size + i;
                    cluster[row] = c;
                    cohort[row] = cohorts.get(c);
                    x[row] = panel ? own : random.nextDouble();
                    w[row] = 0.5 + (panel ? own : random.nextDouble());
                    y[row] = own + 0.3 * t * x[row] + shocks[t - 1] + (t >= cohort[row] ? 1 : 0) + random.nextDouble();
                }
            }
        }
        Observations all = new Observations(
                y,
                w,
                covariate ? new double[][] {x} : new double[0][],
                Coded.of(cohort),
                Coded.of(cohort),
                Coded.of(time),
                panel ? Optional.of(unit) : Optional.empty(),
                Optional.of(cluster));
        return new ObservationReader.Read(
                all,
                new CovariateNames(covariate ? List.of("intercept", "x") : List.of("intercept")),
                panel ? names(cohorts.size() * size, "unit ") : List.of(),
                names(cohorts.size(), "cluster "),
                new Design.Provenance("y", EstimationPath.ROWS, "simulated", Map.of(), Optional.empty()));
    }

    private static List<String> names(int size, String prefix) {
        return IntStream.range(0, size).mapToObj(i -> prefix + i).toList();
    }

    /** The same without some clusters. */
    static ObservationReader.Read without(ObservationReader.Read read, int... left) {
        boolean[] kept = new boolean[read.clusters().size()];
        for (int c = 0; c < kept.length; c++) {
            int cluster = c;
            kept[c] = IntStream.of(left).noneMatch(l -> l == cluster);
        }
        Observations rows = read.rows().where(read.rows().clusters().orElseThrow(), kept);
        return new ObservationReader.Read(rows, read.covariates(), read.units(), read.clusters(), read.provenance());
    }
}
