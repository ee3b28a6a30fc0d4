package org.canbao.estimate.iv;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.estimate.Estimate;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimator;
import org.canbao.estimate.LeastSquares;
import org.canbao.estimate.Partialled;
import org.canbao.estimate.Sandwich;
import org.canbao.result.IvFit;
import org.canbao.sample.Sample;
import org.canbao.spec.Iv;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Term;

/**
 * Two-stage least squares with absorbed effects: b = (X'P_Z X)^-1 X'P_Z y, with residuals y - X b and scores w X^ e, X^ =
 * P_Z X. All columns are absorbed once, and all stages solved on what is left. Covariances and their factors are those of
 * least squares. Agrees with fixest 0.14, and with {@code ivreg} on dummies.
 *
 * <p>On moments of cells if effects, clusters and indicators make few of them, as least squares.
 */
public final class IvEstimator implements Estimator<Iv> {
    private static final Logger LOG = LogManager.getLogger(IvEstimator.class);

    @Override
    public IvFit estimate(Iv spec, Sample sample, EstimationOptions options) {
        List<Term> further = new ArrayList<>(spec.endogenous());
        further.addAll(spec.instruments());
        DesignRequest request = DesignRequest.of(spec.common(), spec.formula(), further);
        DesignBuilder builder = new DesignBuilder(sample, options.path(), options.threads());
        Identified identified = solve(spec, builder.build(request), options.threads());
        String distrust = identified.distrust();
        if (!distrust.isEmpty()) {
            LOG.info("{}: reading rows, because {}", spec.common().id(), distrust);
            identified = solve(spec, builder.onRows(distrust).build(request), options.threads());
        }
        return identified.fit();
    }

    private static Identified solve(Iv spec, Design design, int threads) {
        ModelSpec.Common common = spec.common();
        LeastSquares leastSquares = new LeastSquares(common, threads);
        Sandwich sandwich = new Sandwich(design, common);
        Partialled data = leastSquares.absorb(() -> Partialled.of(design, sandwich.finest(), threads));
        leastSquares.requireOutcome(data);
        Stages stages = new Stages(data, Roles.of(spec, design), threads);
        Estimate second = leastSquares.estimate(Identified.require(spec, data, stages), sandwich);
        return new Identified(spec, data, stages, second, leastSquares);
    }
}
