package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.Key;
import org.canbao.design.Regressor;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ModelSpec;

/**
 * Two-way fixed-effects event study: least squares on indicators of event time, period less cohort. Never-treated units
 * (missing cohort) have all indicators zero; event times beyond the window are binned into its ends; the reference is left
 * out. Cohorts that are treated in all periods they are seen in stay, as in fixest, and a note tells of them. The test of
 * pre-trends is the Wald F of all estimates before event time zero.
 */
final class EventStudyEstimator implements Estimator<ModelSpec.EventStudy> {
    @Override
    public Fit.EventStudy estimate(ModelSpec.EventStudy spec, Sample sample, EstimationOptions options) {
        Periods.requireNumeric(sample, spec.cohort(), spec.time());
        DesignRequest request = new DesignRequest(
                spec.common(),
                spec.outcome(),
                spec.controls(),
                spec.fixedEffects().isEmpty(),
                spec.fixedEffects(),
                List.of(
                        new DesignRequest.ExtraKey(spec.cohort(), true),
                        new DesignRequest.ExtraKey(spec.time(), false)),
                Optional.empty());
        Estimate estimate = new LeastSquares(spec.common(), options.threads())
                .estimate(
                        new DesignBuilder(sample, options.path(), options.threads()),
                        reader -> reader.build(request, keys -> indicators(spec, keys)));
        return fit(spec, estimate);
    }

    private static List<Regressor> indicators(ModelSpec.EventStudy spec, Function<ColumnRef, Key> keys) {
        EventTimes times = EventTimes.of(spec, keys.apply(spec.cohort()), keys.apply(spec.time()));
        List<Regressor> indicators = new ArrayList<>();
        for (int at = spec.first(); at <= spec.last(); at++) {
            int event = at;
            if (!spec.reference().contains(at) && times.occurs(at)) {
                indicators.add(Regressor.ofFactor(name(at), cell -> times.is(cell, event) ? 1 : 0));
            }
        }
        return indicators;
    }

    private static Fit.EventStudy fit(ModelSpec.EventStudy spec, Estimate estimate) {
        Design design = estimate.solved().data().design();
        Key cohort = design.key(spec.cohort());
        EventTimes times = EventTimes.of(spec, cohort, design.key(spec.time()));
        Fit.Regression regression =
                withEmpty(estimate.regression(spec.model()), spec, times, times.anyAlwaysTreated(cohort));
        List<Fit.AtTime> by = new ArrayList<>();
        List<String> before = new ArrayList<>();
        for (int at = spec.first(); at <= spec.last(); at++) {
            Optional<Coefficient> found = regression.coefficient(name(at));
            if (found.isPresent()) {
                by.add(atTime(at, found.get(), times.rows(at, design)));
                if (at < 0) {
                    before.add(name(at));
                }
            }
        }
        EventEstimates joint = joint(estimate, by);
        return new Fit.EventStudy(
                by,
                spec.reference(),
                new Fit.Binned(times.binnedFirst(), times.binnedLast()),
                Wald.zero(estimate, before),
                joint.covariance(),
                joint.average(),
                regression);
    }

    private static EventEstimates joint(Estimate estimate, List<Fit.AtTime> by) {
        Solved solved = estimate.solved();
        int[] kept = by.stream()
                .mapToInt(time -> IntStream.range(0, solved.fit().size())
                        .filter(j -> solved.data().name(solved.fit().kept(j)).equals(name(time.at())))
                        .findFirst()
                        .orElseThrow())
                .toArray();
        return new EventEstimates(
                by.stream().mapToInt(Fit.AtTime::at).toArray(),
                by.stream().mapToLong(Fit.AtTime::rows).toArray(),
                by.stream().mapToDouble(Fit.AtTime::estimate).toArray(),
                estimate.covariance().of(kept),
                estimate.small().df(),
                combinations -> estimate.df(
                        onCoefficients(combinations, kept, solved.fit().size())));
    }

    /** Weights on some of the coefficients as weights on all. */
    private static double[][] onCoefficients(double[][] combinations, int[] kept, int size) {
        double[][] all = new double[combinations.length][size];
        for (int c = 0; c < all.length; c++) {
            for (int i = 0; i < kept.length; i++) {
                all[c][kept[i]] = combinations[c][i];
            }
        }
        return all;
    }

    private static Fit.AtTime atTime(int at, Coefficient c, long rows) {
        return new Fit.AtTime(
                at, c.estimate(), c.stdError(), c.statistic(), c.pValue(), c.confLow(), c.confHigh(), rows);
    }

    /** Event times of the window without a row are named among what was dropped, before the others. */
    private static Fit.Regression withEmpty(
            Fit.Regression r, ModelSpec.EventStudy spec, EventTimes times, boolean alwaysTreated) {
        List<Fit.Dropped> dropped = new ArrayList<>();
        for (int at = spec.first(); at <= spec.last(); at++) {
            if (!spec.reference().contains(at) && !times.occurs(at)) {
                dropped.add(new Fit.Dropped(name(at), Fit.Dropped.Reason.EMPTY, List.of()));
            }
        }
        dropped.addAll(r.dropped());
        return new Fit.Regression(
                r.model(),
                r.outcome(),
                r.coefficients(),
                r.n(),
                r.r2(),
                r.r2Adj(),
                r.r2Within(),
                dropped,
                r.fixedEffects(),
                r.outcomeMean(),
                alwaysTreated ? r.inference().noting(Inference.Note.ALWAYS_TREATED) : r.inference());
    }

    private static String name(int at) {
        return "event::" + at;
    }
}
