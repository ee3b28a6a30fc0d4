package org.canbao.estimate;

import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.spec.ModelSpec;

/**
 * Least squares with absorbed effects: y = X b + D a + e, weighted.
 *
 * <p>y and the columns of X are replaced by their residuals on the dummies D, and b solved from these (Frisch, Waugh and
 * Lovell). Coefficients are in units of the outcome per unit of the regressor; columns that others explain are left out
 * and named, never reported as zeros. Weights are analytic: only their ratios matter. Covariances are {@link Sandwich}'s,
 * degrees of freedom {@link SmallSample}'s. Agrees with fixest 0.14 and reghdfe (with one connected set of effects).
 */
final class OlsEstimator implements Estimator<ModelSpec.Ols> {
    @Override
    public Fit.Regression estimate(ModelSpec.Ols spec, Sample sample, EstimationOptions options) {
        DesignBuilder builder = new DesignBuilder(sample, options.path(), options.threads());
        DesignRequest request = DesignRequest.of(spec);
        Estimate estimate =
                new LeastSquares(spec.common(), options.threads()).estimate(builder, reader -> reader.build(request));
        Fit.Regression regression = estimate.regression(spec.model());
        return spec.wildBootstrap()
                .map(test -> new WildClusterBootstrap(estimate, spec.common(), options.threads()).test(test))
                .map(regression::with)
                .orElse(regression);
    }
}
