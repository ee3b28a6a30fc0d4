package org.canbao.estimate.did;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.canbao.estimate.Student;
import org.canbao.math.CholeskySolver;
import org.canbao.math.LinearFit;
import org.canbao.result.Fit;

/**
 * Joint test that all effects before treatment are zero: F = a' V^-1 a / q, V their covariance, against F with q and the
 * degrees of freedom of t tests; if these are infinite, q F is chi-squared.
 *
 * @param test the test, divided by its degrees of freedom
 * @param reason why there is none; empty if there is one
 */
record PretrendTest(Optional<Fit.WaldTest> test, Optional<String> reason) {
    /** The test. */
    static PretrendTest of(Effects effects, Errors errors) {
        int[] before = IntStream.range(0, effects.cells().size())
                .filter(k -> effects.event(k) < 0)
                .filter(k -> !effects.cells().get(k).isReference())
                .filter(k -> !Double.isNaN(effects.estimates()[k]))
                .toArray();
        int q = before.length;
        if (q == 0) {
            return none("no effect before treatment is estimated");
        }
        double[][] v = covariance(effects, before, errors);
        double[] a = new double[q];
        double[] diagonal = new double[q];
        for (int i = 0; i < q; i++) {
            a[i] = effects.estimates()[before[i]];
            diagonal[i] = v[i][i];
            if (Double.isNaN(v[i][i])) {
                return none("the effect on " + name(effects, before[i]) + " has no standard error");
            }
        }
        LinearFit solved = CholeskySolver.solve(v, a, diagonal);
        if (solved.size() < q) {
            return none(singular(effects, before, solved, errors.pieces()));
        }
        double statistic = 0;
        for (int i = 0; i < q; i++) {
            statistic += a[i] * solved.coefficient(i);
        }
        double df = errors.distribution().df();
        double p = Student.fTail(statistic / q, q, df);
        return new PretrendTest(Optional.of(new Fit.WaldTest(statistic / q, p, q, df)), Optional.empty());
    }

    private static double[][] covariance(Effects effects, int[] before, Errors errors) {
        return errors.covariance(Arrays.stream(before).mapToObj(effects::alone).toList()).stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    private static PretrendTest none(String reason) {
        return new PretrendTest(Optional.empty(), Optional.of(reason));
    }

    private static String singular(Effects effects, int[] before, LinearFit solved, int independent) {
        List<String> redundant = solved.leftOut().stream()
                .map(left -> before[left.column()])
                .map(k -> name(effects, k))
                .toList();
        return "the covariance of the " + before.length + " effects before treatment is singular ("
                + (independent <= before.length
                        ? "only " + independent + " clusters"
                        : "redundant: " + String.join(", ", redundant))
                + ")";
    }

    private static String name(Effects effects, int k) {
        return "cohort " + effects.cohort(k) + " in " + effects.time(k);
    }
}
