package org.canbao.estimate;

import java.util.List;
import java.util.Optional;
import org.canbao.math.CholeskySolver;
import org.canbao.math.LinearFit;
import org.canbao.result.Fit;

/** Joint test that coefficients are zero: F = b' V^-1 b / q with q and the t distribution's degrees of freedom. */
public final class Wald {
    private Wald() {}

    /** The test; empty without coefficients, or if their covariance is singular (more of them than clusters). */
    public static Optional<Fit.WaldTest> zero(Estimate estimate, List<String> names) {
        Solved solved = estimate.solved();
        int q = names.size();
        int[] at = new int[q];
        int found = 0;
        for (int j = 0; j < solved.fit().size(); j++) {
            if (names.contains(solved.data().name(solved.fit().kept(j)))) {
                at[found++] = j;
            }
        }
        double[][] v = new double[q][q];
        double[] b = new double[q];
        for (int i = 0; i < q; i++) {
            b[i] = solved.coefficient(at[i]);
            for (int j = 0; j < q; j++) {
                v[i][j] = estimate.covariance().at(at[i], at[j]);
            }
        }
        return zero(b, v, estimate.small().df());
    }

    /** The test of estimates b with covariance V. */
    static Optional<Fit.WaldTest> zero(double[] b, double[][] v, double df2) {
        int q = b.length;
        double[] diagonal = new double[q];
        for (int i = 0; i < q; i++) {
            diagonal[i] = v[i][i];
        }
        LinearFit inverse = CholeskySolver.solve(v, b, diagonal);
        if (q == 0 || inverse.size() < q) {
            return Optional.empty();
        }
        double quadratic = 0;
        for (int i = 0; i < q; i++) {
            quadratic += b[i] * inverse.coefficient(i);
        }
        double f = quadratic / q;
        return Optional.of(new Fit.WaldTest(f, Student.fTail(f, q, df2), q, df2));
    }
}
