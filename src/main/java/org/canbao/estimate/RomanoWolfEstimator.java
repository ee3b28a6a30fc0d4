package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.math.CounterRandom;
import org.canbao.result.Coefficient;
import org.canbao.result.RomanoWolfFit;
import org.canbao.sample.Sample;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.RomanoWolf;
import org.canbao.spec.RomanoWolf.Bootstrap;
import org.canbao.spec.WildBootstrapSpec;

/**
 * The stepdown of Romano and Wolf (2005) for one coefficient in several regressions: {@link Stepdown} compares their t
 * statistics with bootstrap draws of all of them together, in which a cluster has the same weight in each regression, so
 * that the dependence between outcomes is kept. Draws are those of the {@link WildClusterBootstrap}, or
 * {@link PairsDraws}. Beside them stand each test's own p-value adjusted by Bonferroni and Holm, and by Benjamini and
 * Hochberg.
 */
final class RomanoWolfEstimator implements Estimator<RomanoWolf> {
    @Override
    public RomanoWolfFit estimate(RomanoWolf spec, Sample sample, EstimationOptions options) {
        List<Estimate> estimates = new ArrayList<>();
        for (ModelSpec.Ols regression : spec.family()) {
            DesignRequest request = DesignRequest.of(regression);
            estimates.add(new LeastSquares(regression.common(), options.threads())
                    .estimate(
                            new DesignBuilder(sample, options.path(), options.threads()),
                            reader -> reader.build(request)));
        }
        SharedClusters clusters = new SharedClusters(
                estimates.stream().map(RomanoWolfEstimator::design).toList(),
                spec.family().stream()
                        .map(one -> one.common().vcov().clusters().get(0))
                        .toList());
        BootstrapWeights wild = new BootstrapWeights(wild(spec), spec.common().id(), clusters.size());
        DrawnWeights all = spec.bootstrap() == Bootstrap.WILD ? wild : new Copies(spec, clusters.size());
        double[] statistics = new double[estimates.size()];
        double[][] draws = new double[estimates.size()][];
        for (int s = 0; s < draws.length; s++) {
            Test test = test(spec, s, estimates.get(s));
            statistics[s] = Math.abs(test.coefficient().statistic());
            draws[s] = test.draws(spec, clusters.of(s, all), statistics[s], options.threads());
        }
        return fit(spec, estimates, statistics, Stepdown.complete(draws), wild.enumerated());
    }

    /** Clusters drawn with replacement: how often each comes. */
    private record Copies(RomanoWolf spec, int clusters) implements DrawnWeights {
        @Override
        public int draws() {
            return spec.draws();
        }

        @Override
        public double[] values() {
            return new double[0];
        }

        @Override
        public void fill(double[] copies, int draw) {
            CounterRandom random = new CounterRandom(spec.seed(), spec.common().id(), draw);
            for (int i = 0; i < clusters; i++) {
                copies[random.nextInt(clusters)]++;
            }
        }
    }

    /** One regression of the family as its bootstrap needs it. */
    private record Test(Coefficient coefficient, FullDesign full, ClusterBlocks blocks, int at) {
        /** |t*| by draw, scaled like the reported t, so that regressions can be compared. */
        double[] draws(RomanoWolf spec, DrawnWeights weights, double reported, int threads) {
            double d = coefficient.estimate();
            double[] draws;
            double unscaled;
            if (spec.bootstrap() == Bootstrap.PAIRS) {
                PairsDraws pairs = new PairsDraws(full, blocks, at);
                draws = pairs.statistics(weights, threads);
                unscaled = pairs.statistic(d);
            } else {
                boolean restricted = spec.type() == WildBootstrapSpec.Type.RESTRICTED;
                BootstrapDraws wild =
                        new BootstrapDraws(new BootstrapScores(full, blocks, at), weights, restricted, false, threads);
                draws = wild.statistics(d);
                unscaled = wild.statistic(d);
            }
            for (int draw = 0; draw < draws.length; draw++) {
                draws[draw] *= reported / unscaled;
            }
            return draws;
        }
    }

    private static Test test(RomanoWolf spec, int s, Estimate estimate) {
        List<Coefficient> coefficients = estimate.coefficients();
        List<String> names = coefficients.stream().map(Coefficient::name).toList();
        int at = names.indexOf(spec.coefficient());
        ModelSpec.Common common = spec.family().get(s).common();
        if (at < 0) {
            throw Diagnostic.error(
                            EstimateCode.NO_COEFFICIENT,
                            "the regression of `" + spec.names().get(s) + "` has no estimate of `" + spec.coefficient()
                                    + "` to test")
                    .at(common.place())
                    .nearest(Nearest.to(spec.coefficient(), names))
                    .hint("its coefficients are " + String.join(", ", names))
                    .toException();
        }
        FullDesign full = FullDesign.of(estimate.solved(), estimate.sandwich().finest(), common);
        return new Test(
                coefficients.get(at),
                full,
                new ClusterBlocks(full.solved(), estimate.sandwich().finest()),
                at);
    }

    private static RomanoWolfFit fit(
            RomanoWolf spec, List<Estimate> estimates, double[] statistics, double[][] draws, boolean enumerated) {
        boolean wild = spec.bootstrap() == Bootstrap.WILD;
        boolean exact = wild && enumerated;
        double[] single = Stepdown.single(statistics, draws, !exact);
        double[] adjusted = Stepdown.romanoWolf(statistics, draws, !exact);
        List<Coefficient> tested = estimates.stream()
                .map(e -> e.coefficients().stream()
                        .filter(c -> c.name().equals(spec.coefficient()))
                        .findFirst()
                        .orElseThrow())
                .toList();
        double[] own = tested.stream().mapToDouble(Coefficient::pValue).toArray();
        double[] holm = Stepdown.holm(own);
        double[] discovery = Stepdown.benjaminiHochberg(own);
        List<RomanoWolfFit.Hypothesis> hypotheses = new ArrayList<>();
        for (int s = 0; s < own.length; s++) {
            hypotheses.add(new RomanoWolfFit.Hypothesis(
                    spec.names().get(s),
                    tested.get(s).named(spec.names().get(s)),
                    design(estimates.get(s)).rows(),
                    single[s],
                    adjusted[s],
                    holm[s],
                    discovery[s]));
        }
        return new RomanoWolfFit(
                spec.coefficient(),
                hypotheses,
                spec.bootstrap().name().toLowerCase(Locale.ROOT),
                wild
                        ? spec.weights().name().toLowerCase(Locale.ROOT) + ", "
                                + spec.type().name().toLowerCase(Locale.ROOT)
                        : "",
                draws[0].length,
                exact,
                estimates.get(0).regression("ols").inference());
    }

    private static Design design(Estimate estimate) {
        return estimate.solved().data().design();
    }

    private static WildBootstrapSpec wild(RomanoWolf spec) {
        return new WildBootstrapSpec(
                spec.coefficient(),
                0,
                spec.type(),
                spec.weights(),
                spec.draws(),
                spec.seed(),
                WildBootstrapSpec.PValue.SHARE,
                spec.common().place());
    }
}
