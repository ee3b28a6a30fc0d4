package org.canbao.estimate;

import java.util.Map;
import org.canbao.estimate.did.CallawaySantannaEstimator;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.spec.CallawaySantanna;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.RdLocalSpec;

/** From a spec and a sample to a fit: the one door of this package. */
public final class Estimators {
    /** Which estimator estimates which spec; a test holds it complete. */
    static final Map<Class<? extends ModelSpec>, Estimator<ModelSpec>> BY_SPEC = Map.of(
            ModelSpec.Ols.class, of(ModelSpec.Ols.class, new OlsEstimator()),
            ModelSpec.EventStudy.class, of(ModelSpec.EventStudy.class, new EventStudyEstimator()),
            ModelSpec.RdPolynomial.class, of(ModelSpec.RdPolynomial.class, new RdPolynomialEstimator()),
            ModelSpec.Placebo.class, of(ModelSpec.Placebo.class, new PlaceboEstimator()),
            CallawaySantanna.class, of(CallawaySantanna.class, new CallawaySantannaEstimator()),
            RdLocalSpec.class, of(RdLocalSpec.class, new RdLocalEstimator()));

    private Estimators() {}

    /**
     * Estimates a model.
     *
     * @param spec what was asked
     * @param sample the rows
     * @param options how to compute
     * @throws org.canbao.diag.CanbaoException if the spec does not fit the sample, or there is nothing to estimate
     */
    public static Fit estimate(ModelSpec spec, Sample sample, EstimationOptions options) {
        Estimator<ModelSpec> estimator = BY_SPEC.get(spec.getClass());
        if (estimator == null) {
            throw new IllegalStateException("no estimator for " + spec.getClass());
        }
        return estimator.estimate(spec, sample, options);
    }

    private static <S extends ModelSpec> Estimator<ModelSpec> of(Class<S> type, Estimator<S> estimator) {
        return (spec, sample, options) -> estimator.estimate(type.cast(spec), sample, options);
    }
}
