package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.Exclusion;
import org.canbao.design.Key;
import org.canbao.design.Regressor;
import org.canbao.estimate.CohortTimes;
import org.canbao.estimate.Estimate;
import org.canbao.estimate.LeastSquares;
import org.canbao.estimate.Scores;
import org.canbao.estimate.Solved;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Imputation;

/**
 * The test of pre-trends that goes with imputation: least squares, on untreated rows alone, on indicators of the last event
 * times before the treatment, beside the effects and covariates of the outcome without treatment. All other untreated rows
 * are what they are compared with.
 */
final class Pretrends {
    private static final String NAME = "event::";

    private final List<AtTime> estimates;

    private Pretrends(List<AtTime> estimates) {
        this.estimates = List.copyOf(estimates);
    }

    /** An estimate, and what each cluster adds to its error. */
    record AtTime(int at, long rows, double estimate, double[] influence) {}

    /**
     * The estimates.
     *
     * @param request of all rows, with keys for cohort and period
     * @param clusters those of all rows, whose numbers influences are in the order of
     */
    static Pretrends of(
            Imputation spec, DesignRequest request, ClusterNames clusters, DesignBuilder builder, int threads) {
        Exclusion treated = new Exclusion("treated", keys -> times(spec, keys)::isTreated);
        Estimate estimate = new LeastSquares(request.common(), threads)
                .estimate(
                        builder, reader -> reader.build(request, treated, keys -> indicators(spec, times(spec, keys))));
        Design design = estimate.solved().data().design();
        CohortTimes times = times(spec, design::key);
        double[][] influences = influences(estimate, clusters);
        List<AtTime> found = new ArrayList<>();
        for (int at = -spec.pretrends(); at < 0; at++) {
            for (int j = 0; j < influences.length; j++) {
                if (estimate.solved()
                        .data()
                        .name(estimate.solved().fit().kept(j))
                        .equals(NAME + at)) {
                    found.add(new AtTime(
                            at, rows(design, times, at), estimate.solved().coefficient(j), influences[j]));
                }
            }
        }
        return new Pretrends(found);
    }

    /** One per event time that has an estimate, ascending. */
    List<AtTime> estimates() {
        return estimates;
    }

    private static CohortTimes times(Imputation spec, Function<ColumnRef, Key> keys) {
        return CohortTimes.of(spec.cohort(), keys.apply(spec.cohort()), keys.apply(spec.time()));
    }

    private static List<Regressor> indicators(Imputation spec, CohortTimes times) {
        return Arrays.stream(times.occurring())
                .filter(at -> at < 0 && at >= -spec.pretrends())
                .mapToObj(at -> Regressor.ofFactor(NAME + at, cell -> times.at(cell) == at ? 1 : 0))
                .toList();
    }

    /** For each coefficient, what each cluster adds to its error: rows of (X'WX)⁻¹ times scores, with the correction. */
    private static double[][] influences(Estimate estimate, ClusterNames clusters) {
        Solved solved = estimate.solved();
        Design design = solved.data().design();
        double[][] scores = Scores.byGroup(solved, design.clusters().get(0).groups());
        int[] home = clusters.homes(design);
        double correction = Math.sqrt(estimate.covariance().factor());
        double[][] influences = new double[solved.fit().size()][clusters.size()];
        for (int g = 0; g < scores.length; g++) {
            for (int i = 0; i < influences.length; i++) {
                for (int j = 0; j < influences.length; j++) {
                    influences[i][home[g]] += correction * solved.fit().inverse(i, j) * scores[g][j];
                }
            }
        }
        return influences;
    }

    private static long rows(Design design, CohortTimes times, int at) {
        return IntStream.range(0, design.size())
                .filter(cell -> times.at(cell) == at)
                .mapToLong(design::count)
                .sum();
    }
}
