package org.canbao.estimate.did;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.canbao.math.CholeskySolver;
import org.canbao.math.LinearFit;
import org.canbao.result.Fit;

/**
 * Joint test that all effects before treatment are zero: a' V^-1 a, chi-squared, with the covariance from influence functions.
 *
 * @param test the test, divided by its degrees of freedom
 * @param reason why there is none; empty if there is one
 */
record PretrendTest(Optional<Fit.WaldTest> test, Optional<String> reason) {
    /** The test. */
    static PretrendTest of(Effects effects, Scores scores) {
        int[] before = IntStream.range(0, effects.cells().size())
                .filter(k -> effects.event(k) < 0)
                .filter(k -> !effects.cells().get(k).isReference())
                .filter(k -> !Double.isNaN(effects.estimates()[k]))
                .toArray();
        int q = before.length;
        if (q == 0) {
            return none("no effect before treatment is estimated");
        }
        double[][] v = new double[q][q];
        double[] a = new double[q];
        double[] diagonal = new double[q];
        for (int i = 0; i < q; i++) {
            a[i] = effects.estimates()[before[i]];
            for (int j = 0; j <= i; j++) {
                v[i][j] = scores.product(before[i], before[j]);
                v[j][i] = v[i][j];
            }
            diagonal[i] = v[i][i];
        }
        LinearFit solved = CholeskySolver.solve(v, a, diagonal);
        if (solved.size() < q) {
            return none(singular(effects, before, solved, scores.length()));
        }
        double statistic = 0;
        for (int i = 0; i < q; i++) {
            statistic += a[i] * solved.coefficient(i);
        }
        double p = ChiSquaredDistribution.of(q).survivalProbability(statistic);
        return new PretrendTest(
                Optional.of(new Fit.WaldTest(statistic / q, p, q, Double.POSITIVE_INFINITY)), Optional.empty());
    }

    private static PretrendTest none(String reason) {
        return new PretrendTest(Optional.empty(), Optional.of(reason));
    }

    private static String singular(Effects effects, int[] before, LinearFit solved, int independent) {
        List<String> redundant = solved.leftOut().stream()
                .map(left -> before[left.column()])
                .map(k -> "cohort " + effects.cohort(k) + " in " + effects.time(k))
                .toList();
        return "the covariance of the " + before.length + " effects before treatment is singular ("
                + (independent <= before.length
                        ? "only " + independent + " clusters"
                        : "redundant: " + String.join(", ", redundant))
                + ")";
    }
}
