package org.canbao.estimate;

import java.util.List;
import java.util.Locale;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.result.Coefficient;
import org.canbao.result.WildBootstrap;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.WildBootstrapSpec;

/**
 * The wild cluster bootstrap-t (Cameron, Gelbach and Miller 2008): outcomes are drawn anew as the fit plus residuals, those
 * of a cluster times one random weight, and the p-value is the share of draws with |t*| >= |t|. Restricted (WCR), fit and
 * residuals impose the null hypothesis; unrestricted (WCU), they are the model's own, and t* is about its estimate.
 * Small-sample factors cancel. The 95% interval holds the null hypotheses with p above 0.05, by the same draws.
 */
final class WildClusterBootstrap {
    private static final double ALPHA = 0.05;

    private final Estimate estimate;
    private final ModelSpec.Common common;
    private final int threads;

    WildClusterBootstrap(Estimate estimate, ModelSpec.Common common, int threads) {
        this.estimate = estimate;
        this.common = common;
        this.threads = threads;
    }

    /** The test and its interval. */
    WildBootstrap test(WildBootstrapSpec spec) {
        List<Coefficient> coefficients = estimate.coefficients();
        int j = indexOf(spec, coefficients.stream().map(Coefficient::name).toList());
        FullDesign full = FullDesign.of(estimate.solved(), estimate.sandwich().finest(), common);
        ClusterBlocks blocks =
                new ClusterBlocks(full.solved(), estimate.sandwich().finest());
        BootstrapWeights weights = new BootstrapWeights(spec, common.id(), blocks.size());
        BootstrapDraws draws = new BootstrapDraws(
                new BootstrapScores(full, blocks, j),
                weights,
                spec.type() == WildBootstrapSpec.Type.RESTRICTED,
                spec.pValue() == WildBootstrapSpec.PValue.PLUS_ONE,
                threads);
        double b = coefficients.get(j).estimate();
        double error = coefficients.get(j).stdError();
        double distance = b - spec.hypothesis();
        double[] reaches = draws.reaches(error, ALPHA);
        return new WildBootstrap(
                spec.coefficient(),
                spec.hypothesis(),
                distance / error,
                draws.pValue(distance),
                b - reaches[0],
                b + reaches[1],
                weights.draws(),
                weights.enumerated(),
                spec.weights().name().toLowerCase(Locale.ROOT),
                spec.type().name().toLowerCase(Locale.ROOT));
    }

    private int indexOf(WildBootstrapSpec spec, List<String> names) {
        int j = names.indexOf(spec.coefficient());
        if (j < 0) {
            throw Diagnostic.error(
                            EstimateCode.NO_COEFFICIENT,
                            "spec `" + common.id() + "` has no estimate of `" + spec.coefficient() + "` to test")
                    .at(spec.place())
                    .nearest(Nearest.to(spec.coefficient(), names))
                    .hint("its coefficients are " + String.join(", ", names))
                    .toException();
        }
        return j;
    }
}
