package org.canbao.estimate.glm;

import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.EstimateCode;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimator;
import org.canbao.result.LikelihoodFit;
import org.canbao.sample.Sample;
import org.canbao.spec.Poisson;

/**
 * Poisson pseudo-maximum likelihood: E(y) = exp(X b + D a + offset), estimated from sum w (y - mu) x = 0 (Santos Silva and
 * Tenreyro 2006). Coefficients are semi-elasticities. Rows are read, as deviance and likelihood need each row's outcome.
 * Agrees with fixest 0.14's {@code fepois}, and with {@code glm} on dummies up to the small-sample factor.
 */
public final class PoissonEstimator implements Estimator<Poisson> {
    @Override
    public LikelihoodFit estimate(Poisson spec, Sample sample, EstimationOptions options) {
        DesignBuilder builder = new DesignBuilder(sample, options.path(), options.threads())
                .onRows("the likelihood of counts needs each row's outcome");
        GlmEstimator.Asked asked = new GlmEstimator.Asked(spec, spec.formula(), spec.offset(), spec.marginalEffects());
        Design design = asked.read(builder);
        requireRange(design, spec);
        return new GlmEstimator(asked, new PoissonFamily(), options).estimate(design);
    }

    private static void requireRange(Design design, Poisson spec) {
        double[] outcome = design.values(design.outcome());
        long negative = 0;
        for (double y : outcome) {
            negative += y < 0 ? 1 : 0;
        }
        if (negative > 0) {
            throw Diagnostic.error(
                            EstimateCode.OUTCOME_RANGE,
                            "outcome `" + spec.formula().outcome().text() + "` is negative in " + negative + " rows")
                    .at(spec.formula().place())
                    .hint("the outcome of a Poisson regression is zero or more; it need not be a whole number")
                    .toException();
        }
    }
}
