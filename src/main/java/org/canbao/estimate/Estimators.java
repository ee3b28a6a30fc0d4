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
    static final Map<Class<? extends ModelSpec>, Estimator<ModelSpec>> BY_SPEC = Map.ofEntries(
            of(ModelSpec.Ols.class, new OlsEstimator()), //
            of(ModelSpec.EventStudy.class, new EventStudyEstimator()),
            of(ModelSpec.RdPolynomial.class, new RdPolynomialEstimator()),
            of(RdLocalSpec.class, new RdLocalEstimator()),
            of(CallawaySantanna.class, new CallawaySantannaEstimator()),
            of(ModelSpec.Placebo.class, new PlaceboEstimator()));

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

    private static <S extends ModelSpec> Map.Entry<Class<S>, Estimator<ModelSpec>> of(
            Class<S> type, Estimator<S> estimator) {
        return Map.entry(type, (spec, sample, options) -> estimator.estimate(type.cast(spec), sample, options));
    }
}
