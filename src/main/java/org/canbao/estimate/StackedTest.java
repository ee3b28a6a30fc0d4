package org.canbao.estimate;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.canbao.math.LinearFit;
import org.canbao.result.Coefficient;
import org.canbao.spec.VcovSpec;

/**
 * The difference of two regressions' coefficients with the covariance of both together (White 1982; Stata's suest): the
 * influence of a cluster on a coefficient is row j of (X'WX)^-1 times its score, and the variance of b_1 - b_2 is G/(G-1)
 * times the sum over the clusters of both regressions of squared differences of influences. p-values are normal.
 */
final class StackedTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double CRITICAL = NORMAL.inverseSurvivalProbability(0.025);

    private final Estimate first;
    private final Estimate second;
    private final SharedClusters clusters;

    /** For two regressions that are clustered by the same column. */
    StackedTest(Estimate first, Estimate second, VcovSpec.ClusterTerm by) {
        this.first = first;
        this.second = second;
        this.clusters = new SharedClusters(
                List.of(first.solved().data().design(), second.solved().data().design()), List.of(by, by));
    }

    /** The difference of a coefficient that both have. */
    Coefficient difference(String name) {
        double[] influence = new double[clusters.size()];
        double difference = add(influence, 0, first, name, 1) + add(influence, 1, second, name, -1);
        double sum = 0;
        for (double value : influence) {
            sum += value * value;
        }
        double g = influence.length;
        return normal(name, difference, Math.sqrt(sum * g / (g - 1)));
    }

    /** A difference with a normal statistic. */
    static Coefficient normal(String name, double difference, double error) {
        double z = difference / error;
        return new Coefficient(
                name,
                difference,
                error,
                z,
                Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z))),
                difference - CRITICAL * error,
                difference + CRITICAL * error);
    }

    private double add(double[] influence, int which, Estimate estimate, String name, int sign) {
        Solved solved = estimate.solved();
        LinearFit fit = solved.fit();
        int j = 0;
        while (!solved.data().name(fit.kept(j)).equals(name)) {
            j++;
        }
        double[][] scores = Scores.byGroup(solved, estimate.sandwich().finest());
        int[] at = clusters.positions(which);
        for (int g = 0; g < scores.length; g++) {
            for (int l = 0; l < fit.size(); l++) {
                influence[at[g]] += sign * fit.inverse(j, l) * scores[g][l];
            }
        }
        return sign * solved.coefficient(j);
    }
}
