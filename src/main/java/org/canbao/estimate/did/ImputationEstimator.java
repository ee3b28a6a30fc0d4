package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.Key;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.CohortTimes;
import org.canbao.estimate.ConstantOutcome;
import org.canbao.estimate.EstimateCode;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimator;
import org.canbao.estimate.EventEstimates;
import org.canbao.estimate.LeastSquares;
import org.canbao.estimate.Periods;
import org.canbao.estimate.Solved;
import org.canbao.result.Fit;
import org.canbao.result.ImputationFit;
import org.canbao.result.Inference;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Imputation;

/**
 * Imputation estimates of Borusyak, Jaravel and Spiess (2024), as in didimputation and Stata's did_imputation: {@link
 * Counterfactual} has the equations. Each average of effects weights rows by their weights. Event times before the
 * treatment are tested in a regression of untreated rows on their indicators ({@link Pretrends}). Intervals and p-values of
 * effects are by the normal distribution.
 *
 * <p>Treated rows of which untreated ones do not tell all effects (units that are always treated, periods in which all are)
 * have no imputed outcome and are counted as lost.
 */
public final class ImputationEstimator implements Estimator<Imputation> {
    private static final String NOT_IMPUTED = "no counterfactual";

    @Override
    public ImputationFit estimate(Imputation spec, Sample sample, EstimationOptions options) {
        Periods.requireNumeric(sample, spec.cohort(), spec.time());
        DesignBuilder builder = new DesignBuilder(sample, options.path(), options.threads());
        Imputed imputed = impute(spec, builder, options.threads());
        String distrust = imputed.counterfactual.untreated().distrust();
        if (!distrust.isEmpty()) {
            imputed = impute(spec, builder.onRows(distrust), options.threads());
        }
        return fit(spec, imputed, pretrends(spec, imputed, builder, options.threads()));
    }

    private static Optional<Pretrends> pretrends(Imputation spec, Imputed imputed, DesignBuilder builder, int threads) {
        if (spec.pretrends() == 0) {
            return Optional.empty();
        }
        ClusterNames clusters = new ClusterNames(
                imputed.design, spec.common().vcov().clusters().get(0).columns());
        return Optional.of(Pretrends.of(spec, request(spec, false), clusters, builder, threads));
    }

    /** The cells, their event times, and the outcomes that they would have without treatment. */
    private record Imputed(Design design, CohortTimes times, Counterfactual counterfactual) {}

    private static DesignRequest request(Imputation spec, boolean keepSingletons) {
        List<DesignRequest.ExtraKey> keys = new ArrayList<>(List.of(
                new DesignRequest.ExtraKey(spec.cohort(), true), new DesignRequest.ExtraKey(spec.time(), false)));
        spec.unit().ifPresent(unit -> keys.add(new DesignRequest.ExtraKey(unit, false)));
        return new DesignRequest(
                spec.common().singletons(keepSingletons),
                spec.outcome(),
                spec.controls(),
                false,
                spec.fixedEffects(),
                keys,
                Optional.empty());
    }

    private static Imputed impute(Imputation spec, DesignBuilder builder, int threads) {
        Design design = builder.build(request(spec, true));
        ConstantOutcome.refuse(design, spec.common());
        spec.unit().ifPresent(unit -> requirePanel(spec, unit, design));
        CohortTimes times = CohortTimes.of(spec.cohort(), design.key(spec.cohort()), design.key(spec.time()));
        boolean[] treated = new boolean[design.size()];
        int count = 0;
        for (int cell = 0; cell < treated.length; cell++) {
            treated[cell] = times.isTreated(cell);
            count += treated[cell] ? 1 : 0;
        }
        require(spec, count < treated.length, EstimateCode.NO_CONTROL, "no row is untreated");
        require(spec, count > 0, EstimateCode.NO_TREATED, "no row is treated");
        LeastSquares squares = new LeastSquares(spec.common(), threads);
        return new Imputed(design, times, Counterfactual.of(design, treated, squares, threads));
    }

    private static void require(Imputation spec, boolean fulfilled, EstimateCode code, String otherwise) {
        if (!fulfilled) {
            throw Diagnostic.error(
                            code,
                            otherwise + " in the rows of spec `" + spec.common().id() + "`")
                    .at(spec.cohort().place())
                    .hint("rows are treated from the period in `" + spec.cohort() + "` on; never treated is null")
                    .toException();
        }
    }

    private static void requirePanel(Imputation spec, ColumnRef unit, Design design) {
        Key units = design.key(unit);
        Key cohorts = design.key(spec.cohort());
        Key times = design.key(spec.time());
        Set<Long> seen = new HashSet<>();
        int[] cohort = new int[units.levels().size()];
        boolean[] known = new boolean[cohort.length];
        for (int cell = 0; cell < design.size(); cell++) {
            int u = units.code(cell);
            boolean twice = design.count(cell) > 1
                    || !seen.add((long) u * times.levels().size() + times.code(cell));
            if (twice) {
                throw Diagnostic.error(
                                EstimateCode.NOT_A_PANEL,
                                "unit " + units.levels().names().get(u) + " has several rows in period "
                                        + times.levels().names().get(times.code(cell)))
                        .at(unit.place())
                        .hint("for repeated cross-sections leave `unit` out, and give `fixed_effects` and `cluster`")
                        .toException();
            }
            if (known[u] && cohort[u] != cohorts.code(cell)) {
                throw Diagnostic.error(
                                EstimateCode.SEVERAL_COHORTS,
                                "unit " + units.levels().names().get(u) + " has several values of `" + spec.cohort()
                                        + "`")
                        .at(spec.cohort().place())
                        .toException();
            }
            cohort[u] = cohorts.code(cell);
            known[u] = true;
        }
    }

    private static ImputationFit fit(Imputation spec, Imputed imputed, Optional<Pretrends> pretrends) {
        AlikeEffects alike = new AlikeChoice(spec, imputed.design, imputed.times).of(imputed.counterfactual);
        EffectAverages effects = new EffectAverages(imputed.design, imputed.counterfactual, imputed.times, alike);
        if (effects.rows() == 0) {
            throw Diagnostic.error(
                            EstimateCode.NO_TREATED,
                            "no treated row of spec `" + spec.common().id()
                                    + "` has an outcome imputed: untreated rows do not tell of its effects")
                    .at(spec.common().place())
                    .toException();
        }
        EventEstimates by = spec.horizons()
                .map(wanted -> effects.byHorizon(wanted(spec, wanted, effects), pretrends))
                .orElseGet(() -> effects.byHorizon(new int[0], pretrends));
        return new ImputationFit(
                imputed.design.provenance().outcome(),
                effects.overall(ImputationFit.ATT),
                by.by(),
                by.pretrend(effects.clusters() - 1.0),
                by.covariance(),
                by.average(),
                effects.rows(),
                covariates(imputed.counterfactual.untreated()),
                imputed.counterfactual.untreated().dropped(),
                imputed.design.effects().stream()
                        .map(effect -> new Fit.Absorbed(
                                effect.text(), effect.effect().groups().groups()))
                        .toList(),
                spec.leaveOut(),
                inference(spec, imputed, effects.lost()));
    }

    private static List<String> covariates(Solved untreated) {
        return IntStream.range(0, untreated.fit().size())
                .mapToObj(j -> untreated.data().name(untreated.fit().kept(j)))
                .toList();
    }

    private static int[] wanted(Imputation spec, List<Integer> wanted, EffectAverages effects) {
        int[] estimated = effects.horizons();
        if (wanted.isEmpty()) {
            return estimated;
        }
        for (int horizon : wanted) {
            if (Arrays.binarySearch(estimated, horizon) < 0) {
                throw Diagnostic.error(
                                EstimateCode.NO_EVENT_TIME,
                                "no treated row at event time " + horizon + " has an effect")
                        .at(spec.common().place())
                        .hint("event times with effects: " + Arrays.toString(estimated))
                        .toException();
            }
        }
        return wanted.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Inference inference(Imputation spec, Imputed imputed, long lost) {
        Design design = imputed.design;
        List<Inference.Loss> losses = new ArrayList<>();
        design.provenance().lost().forEach((reason, rows) -> losses.add(new Inference.Loss(reason, rows)));
        if (lost > 0) {
            losses.add(new Inference.Loss(NOT_IMPUTED, lost));
        }
        return new Inference(
                "cluster",
                design.rows() - lost,
                imputed.counterfactual.untreated().fit().size(),
                design.clusters().stream()
                        .map(c -> new Inference.Clusters(c.text(), c.groups().groups()))
                        .toList(),
                Double.NaN,
                1,
                design.provenance().path().name().toLowerCase(Locale.ROOT),
                design.provenance().reason(),
                design.provenance().weights().map(ColumnRef::name),
                losses,
                false);
    }
}
