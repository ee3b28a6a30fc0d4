package org.canbao.estimate.did;

import java.util.List;
import java.util.Optional;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.estimate.Estimate;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimator;
import org.canbao.estimate.LeastSquares;
import org.canbao.estimate.Periods;
import org.canbao.result.BaconFit;
import org.canbao.sample.Sample;
import org.canbao.spec.Bacon;

/**
 * Decomposition of the two-way fixed-effects estimate (Goodman-Bacon 2021), as in bacondecomp: {@link TwoByTwos} has the
 * comparisons. The panel must be balanced, and treatment 0 or 1 and never end.
 */
public final class BaconEstimator implements Estimator<Bacon> {
    @Override
    public BaconFit estimate(Bacon spec, Sample sample, EstimationOptions options) {
        Periods.requireNumeric(sample, spec.time());
        DesignRequest request = new DesignRequest(
                spec.common(),
                spec.outcome(),
                List.of(TwoWay.term(spec.treatment())),
                false,
                TwoWay.effects(spec.unit(), spec.time()),
                List.of(
                        new DesignRequest.ExtraKey(spec.unit(), false),
                        new DesignRequest.ExtraKey(spec.time(), false),
                        new DesignRequest.ExtraKey(spec.treatment(), false)),
                Optional.empty());
        Estimate estimate = new LeastSquares(spec.common(), options.threads())
                .estimate(
                        new DesignBuilder(sample, options.path(), options.threads()), reader -> reader.build(request));
        Design design = estimate.solved().data().design();
        BalancedPanel panel = BalancedPanel.of(spec, design);
        return new BaconFit(
                spec.treatment().name(), new TwoByTwos(panel).comparisons(), estimate.regression(spec.model()));
    }
}
