package org.canbao.estimate;

import java.util.Map;
import org.canbao.estimate.did.BaconEstimator;
import org.canbao.estimate.did.CallawaySantannaEstimator;
import org.canbao.estimate.did.ImputationEstimator;
import org.canbao.estimate.did.TwfeWeightsEstimator;
import org.canbao.estimate.exact.ExactTestEstimator;
import org.canbao.estimate.glm.LogitEstimator;
import org.canbao.estimate.glm.PoissonEstimator;
import org.canbao.estimate.honest.HonestDidEstimator;
import org.canbao.estimate.iv.IvEstimator;
import org.canbao.estimate.ordered.OrderedEstimator;
import org.canbao.estimate.oster.OsterEstimator;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.spec.Bacon;
import org.canbao.spec.CallawaySantanna;
import org.canbao.spec.ExactTest;
import org.canbao.spec.GroupDifference;
import org.canbao.spec.HonestDid;
import org.canbao.spec.Imputation;
import org.canbao.spec.Iv;
import org.canbao.spec.Logit;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Ordered;
import org.canbao.spec.Oster;
import org.canbao.spec.Poisson;
import org.canbao.spec.Randomization;
import org.canbao.spec.RdDensity;
import org.canbao.spec.RdLocalSpec;
import org.canbao.spec.RdPlot;
import org.canbao.spec.RdRandomization;
import org.canbao.spec.RdRobustness;
import org.canbao.spec.RomanoWolf;
import org.canbao.spec.SunAbraham;
import org.canbao.spec.TwfeWeights;

/** From a spec and a sample to a fit: the one door of this package. */
public final class Estimators {
    /** Which estimator estimates which spec; a test holds it complete. */
    static final Map<Class<? extends ModelSpec>, Estimator<ModelSpec>> BY_SPEC = Map.ofEntries(
            of(ModelSpec.Ols.class, new OlsEstimator()), //
            of(ModelSpec.EventStudy.class, new EventStudyEstimator()),
            of(ModelSpec.RdPolynomial.class, new RdPolynomialEstimator()),
            of(RdLocalSpec.class, new RdLocalEstimator()),
            of(RdDensity.class, new RdDensityEstimator()),
            of(RdPlot.class, new RdPlotEstimator()),
            of(RdRandomization.class, new RdRandomizationEstimator()),
            of(RdRobustness.class, new RdRobustnessEstimator()),
            of(CallawaySantanna.class, new CallawaySantannaEstimator()),
            of(SunAbraham.class, new SunAbrahamEstimator()),
            of(Imputation.class, new ImputationEstimator()),
            of(Bacon.class, new BaconEstimator()),
            of(TwfeWeights.class, new TwfeWeightsEstimator()),
            of(HonestDid.class, new HonestDidEstimator()),
            of(Iv.class, new IvEstimator()),
            of(Poisson.class, new PoissonEstimator()),
            of(Logit.class, new LogitEstimator()),
            of(Randomization.class, new RandomizationEstimator()),
            of(RomanoWolf.class, new RomanoWolfEstimator()),
            of(GroupDifference.class, new GroupDifferenceEstimator()),
            of(ExactTest.class, new ExactTestEstimator()),
            of(Oster.class, new OsterEstimator()),
            of(Ordered.class, new OrderedEstimator()),
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
