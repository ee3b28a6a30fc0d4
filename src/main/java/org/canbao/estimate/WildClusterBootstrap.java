package org.canbao.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.math.Parallel;
import org.canbao.result.Coefficient;
import org.canbao.result.WildBootstrap;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.WildBootstrapSpec;

/**
 * The wild cluster bootstrap-t with the null hypothesis imposed (Cameron, Gelbach and Miller 2008): outcomes are drawn
 * anew as the restricted fit plus restricted residuals, those of a cluster times one random weight, and the p-value is
 * the share of draws with |t*| >= |t|. Ties count, within a relative 1e-12. Small-sample factors cancel.
 */
final class WildClusterBootstrap {
    private static final double TIE = 1e-12;
    private static final int BLOCK = 1024;

    private final Estimate estimate;
    private final ModelSpec.Common common;
    private final int threads;

    WildClusterBootstrap(Estimate estimate, ModelSpec.Common common, int threads) {
        this.estimate = estimate;
        this.common = common;
        this.threads = threads;
    }

    /** The test. */
    WildBootstrap test(WildBootstrapSpec spec) {
        List<Coefficient> coefficients = estimate.coefficients();
        int j = indexOf(spec, coefficients.stream().map(Coefficient::name).toList());
        double distance = coefficients.get(j).estimate() - spec.hypothesis();
        FullDesign full = FullDesign.of(estimate.solved(), estimate.sandwich().finest(), common);
        ClusterBlocks blocks =
                new ClusterBlocks(full.solved(), estimate.sandwich().finest());
        RestrictedScores scores = new RestrictedScores(full, blocks, j, distance);
        BootstrapWeights weights = new BootstrapWeights(spec, common.id(), blocks.size());
        long extreme = extreme(scores, weights, blocks.size());
        boolean plusOne = spec.pValue() == WildBootstrapSpec.PValue.PLUS_ONE;
        return new WildBootstrap(
                spec.coefficient(),
                spec.hypothesis(),
                distance / coefficients.get(j).stdError(),
                plusOne ? (extreme + 1.0) / (weights.draws() + 1.0) : extreme / (double) weights.draws(),
                weights.draws(),
                weights.enumerated(),
                spec.weights().name().toLowerCase(Locale.ROOT));
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

    private long extreme(RestrictedScores scores, BootstrapWeights weights, int clusters) {
        double bound = squaredStatistic(scores, clusters);
        int blocks = (weights.draws() + BLOCK - 1) / BLOCK;
        long[] counts = new long[blocks];
        Parallel.forEach(blocks, threads, block -> {
            RestrictedScores.Scratch scratch = scores.new Scratch();
            double[] v = new double[clusters];
            int last = Math.min(weights.draws(), (block + 1) * BLOCK);
            for (int draw = block * BLOCK; draw < last; draw++) {
                weights.fill(v, draw);
                double distance = scratch.distance(v);
                counts[block] += distance * distance >= bound * scratch.variance() ? 1 : 0;
            }
        });
        return Arrays.stream(counts).sum();
    }

    /** The square of the statistic itself less the tolerance of ties: all weights are one. */
    private static double squaredStatistic(RestrictedScores scores, int clusters) {
        RestrictedScores.Scratch scratch = scores.new Scratch();
        double[] ones = new double[clusters];
        Arrays.fill(ones, 1);
        double distance = scratch.distance(ones) * (1 - TIE);
        return distance * distance / scratch.variance();
    }
}
