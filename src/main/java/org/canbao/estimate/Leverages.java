package org.canbao.estimate;

import java.util.Arrays;
import org.canbao.diag.Diagnostic;
import org.canbao.math.LinearFit;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.VcovSpec;

/**
 * Leverages of rows, h = w x'(X'WX)^-1 x over regressors and absorbed effects together: by orthogonality, the effects'
 * own share plus that of the absorbed regressors.
 */
final class Leverages {
    /** 1 - h below this is rounding: the square root of the machine's precision, as in fixest. */
    private static final double FULL = 0x1.0p-26;

    private final Solved solved;
    private final ModelSpec.Common common;

    Leverages(Solved solved, ModelSpec.Common common) {
        this.solved = solved;
        this.common = common;
    }

    /** What each row's residual is divided by: 1, sqrt(1-h) or 1-h. */
    double[] divisors(VcovSpec.Leverage kind) {
        double[] divisors = new double[solved.data().design().size()];
        Arrays.fill(divisors, 1);
        if (kind == VcovSpec.Leverage.HC0 || kind == VcovSpec.Leverage.HC1) {
            return divisors;
        }
        double[] leverages = leverages();
        for (int row = 0; row < divisors.length; row++) {
            double free = 1 - leverages[row];
            if (free < FULL) {
                throw Diagnostic.error(
                                EstimateCode.FULL_LEVERAGE,
                                "row " + (row + 1)
                                        + " of those used has leverage 1: its residual is zero by construction")
                        .at(common.place())
                        .hint("HC2 and HC3 divide by 1 - leverage; use `vcov: hc1`")
                        .toException();
            }
            divisors[row] = kind == VcovSpec.Leverage.HC2 ? Math.sqrt(free) : free;
        }
        return divisors;
    }

    private double[] leverages() {
        double[] sum = solved.data()
                .absorber()
                .leverage()
                .orElseThrow(() -> Diagnostic.error(
                                EstimateCode.TOO_MANY_LEVELS,
                                "HC2 and HC3 need each row's leverage, and the effects have too many levels for it")
                        .at(common.place())
                        .hint("beside the effect with the most levels, the others may have 1,200 levels in all")
                        .hint("use `vcov: hc1`, or cluster")
                        .toException());
        double[] weights = solved.data().design().weights();
        LinearFit fit = solved.fit();
        for (int i = 0; i < fit.size(); i++) {
            if (!solved.data().isIntercept(fit.kept(i))) {
                double[] xi = solved.data().x(fit.kept(i));
                double[] image = image(i);
                for (int row = 0; row < sum.length; row++) {
                    sum[row] += weights[row] * xi[row] * image[row];
                }
            }
        }
        return sum;
    }

    /** X times row {@code i} of (X'WX)^-1; an intercept is orthogonal to all, and adds nothing. */
    private double[] image(int i) {
        LinearFit fit = solved.fit();
        double[] image = new double[solved.data().design().size()];
        for (int j = 0; j < fit.size(); j++) {
            double[] xj = solved.data().x(fit.kept(j));
            double inverse = fit.inverse(i, j);
            for (int row = 0; row < image.length; row++) {
                image[row] += inverse * xj[row];
            }
        }
        return image;
    }
}
