package org.canbao.estimate.glm;

import java.util.Optional;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.EstimateCode;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimator;
import org.canbao.result.LikelihoodFit;
import org.canbao.sample.Sample;
import org.canbao.spec.Logit;

/**
 * Logit by maximum likelihood: P(y = 1) = 1/(1 + exp(-(X b + D a))). Coefficients are log odds ratios. Levels of effects
 * with ones or zeros alone, and rows that regressors predict perfectly, are left out and counted. With effects of few rows
 * per level the estimates are biased (incidental parameters), as with dummies. If no regressor varies within the cells of
 * effects, clusters and indicators, the shares of ones in cells are all that is needed. Agrees with fixest 0.14's {@code
 * feglm}, and with {@code glm} on dummies up to the small-sample factor.
 */
public final class LogitEstimator implements Estimator<Logit> {
    /** Difference of a cell's variance from that of zeros and ones that is rounding. */
    private static final double ROUNDING = 1e-9;

    @Override
    public LikelihoodFit estimate(Logit spec, Sample sample, EstimationOptions options) {
        DesignBuilder builder = new DesignBuilder(sample, options.path(), options.threads());
        GlmEstimator.Asked asked =
                new GlmEstimator.Asked(spec, spec.formula(), Optional.empty(), spec.marginalEffects());
        Design design = asked.read(builder);
        if (design.regressors().stream().anyMatch(design::variesWithin)) {
            design = asked.read(
                    builder.onRows("a regressor varies within cells, so that its likelihood needs each row"));
        }
        requireRange(design, spec);
        return new GlmEstimator(asked, new LogitFamily(), options).estimate(design);
    }

    private static void requireRange(Design design, Logit spec) {
        double[] outcome = design.values(design.outcome());
        for (int cell = 0; cell < outcome.length; cell++) {
            double share = outcome[cell];
            if (share < 0 || share > 1 || Math.abs(excess(design, cell, share)) > ROUNDING) {
                throw Diagnostic.error(
                                EstimateCode.OUTCOME_RANGE,
                                "outcome `" + spec.formula().outcome().text() + "` has values other than 0 and 1")
                        .at(spec.formula().place())
                        .hint(design.hasWithin() ? "mean of a cell: " + share : "for example: " + share)
                        .toException();
            }
        }
    }

    /** The variance within a cell less that of zeros and ones with this share. */
    private static double excess(Design design, int cell, double share) {
        if (!design.hasWithin()) {
            return share == 0 || share == 1 ? 0 : 1;
        }
        double squares = design.within(cell, design.outcome(), design.outcome());
        return squares / design.weights()[cell] - share * (1 - share);
    }
}
