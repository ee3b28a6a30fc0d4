package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.Exclusion;
import org.canbao.design.Key;
import org.canbao.design.Regressor;
import org.canbao.diag.Diagnostic;
import org.canbao.result.Coefficient;
import org.canbao.result.SunAbrahamFit;
import org.canbao.result.SunAbrahamFit.Cohort;
import org.canbao.result.SunAbrahamFit.Role;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.SunAbraham;

/**
 * Event study by cohort (Sun and Abraham 2021): least squares on indicators of each treated cohort at each event time, the
 * reference left out. The estimate of an event time is the average of its cohorts' with their shares of the (weighted) rows
 * at it; the effect on the treated is the same over all event times from zero on. Shares are taken for known in the standard
 * errors, as in fixest's {@code sunab}.
 *
 * <p>Cohorts that are untreated in all periods they are seen in are compared with, like the never treated (missing cohort);
 * those that are treated in all leave the sample. fixest takes a cohort before the first period for never treated; here it
 * is always treated.
 */
final class SunAbrahamEstimator implements Estimator<SunAbraham> {
    private static final String ALWAYS = "always treated";

    @Override
    public SunAbrahamFit estimate(SunAbraham spec, Sample sample, EstimationOptions options) {
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
        Exclusion exclusion = new Exclusion(ALWAYS, keys -> alwaysTreated(spec, keys));
        Estimate estimate = new LeastSquares(spec.common(), options.threads())
                .estimate(
                        new DesignBuilder(sample, options.path(), options.threads()),
                        reader -> reader.build(request, exclusion, keys -> indicators(spec, keys)));
        return fit(spec, estimate);
    }

    private static IntPredicate alwaysTreated(SunAbraham spec, Function<ColumnRef, Key> keys) {
        Key cohort = keys.apply(spec.cohort());
        CohortTimes times = CohortTimes.of(spec.cohort(), cohort, keys.apply(spec.time()));
        boolean[] untreated = cohortsWith(cohort, cell -> !times.isTreated(cell));
        return cell -> !times.isNever(cell) && !untreated[cohort.code(cell)];
    }

    /** The cohorts that have such a cell. */
    private static boolean[] cohortsWith(Key cohort, IntPredicate cells) {
        boolean[] found = new boolean[cohort.levels().size()];
        for (int cell = 0; cell < cohort.size(); cell++) {
            if (cohort.code(cell) >= 0 && cells.test(cell)) {
                found[cohort.code(cell)] = true;
            }
        }
        return found;
    }

    private static List<Regressor> indicators(SunAbraham spec, Function<ColumnRef, Key> keys) {
        Key cohort = keys.apply(spec.cohort());
        CohortTimes times = CohortTimes.of(spec.cohort(), cohort, keys.apply(spec.time()));
        boolean[] treated = cohortsWith(cohort, times::isTreated);
        requireControl(spec, cohort, treated);
        List<Regressor> indicators = new ArrayList<>();
        for (int at : times.occurring()) {
            boolean[] seen = cohortsWith(cohort, cell -> times.at(cell) == at);
            for (int g = 0; g < treated.length; g++) {
                if (treated[g] && seen[g] && !spec.reference().contains(at)) {
                    int code = g;
                    indicators.add(Regressor.ofFactor(
                            name(spec, at, cohort, g),
                            cell -> cohort.code(cell) == code && times.at(cell) == at ? 1 : 0));
                }
            }
        }
        return indicators;
    }

    private static void requireControl(SunAbraham spec, Key cohort, boolean[] treated) {
        boolean control = false;
        boolean any = false;
        for (int cell = 0; cell < cohort.size(); cell++) {
            boolean isTreated = cohort.code(cell) >= 0 && treated[cohort.code(cell)];
            control |= !isTreated;
            any |= isTreated;
        }
        if (!any) {
            throw Diagnostic.error(
                            EstimateCode.NO_TREATED,
                            "no cohort of `" + spec.cohort() + "` is seen both before and after its treatment begins")
                    .at(spec.cohort().place())
                    .toException();
        }
        if (!control) {
            throw Diagnostic.error(
                            EstimateCode.NO_CONTROL,
                            "every cohort of `" + spec.cohort() + "` is treated in the rows used: none to compare with")
                    .at(spec.cohort().place())
                    .hint("end the sample before the last cohort is treated, and it is the comparison: for example"
                            + " `where: " + spec.time() + " < "
                            + cohort.levels().names().get(cohort.levels().size() - 1) + "`")
                    .toException();
        }
    }

    private static String name(SunAbraham spec, int at, Key cohort, int g) {
        return SunAbrahamFit.term(
                spec.time().name(), at, cohort.levels().names().get(g));
    }

    private static SunAbrahamFit fit(SunAbraham spec, Estimate estimate) {
        Design design = estimate.solved().data().design();
        Key cohort = design.key(spec.cohort());
        CohortTimes times = CohortTimes.of(spec.cohort(), cohort, design.key(spec.time()));
        CohortShares shares = new CohortShares(estimate, cohort, times, (at, g) -> name(spec, at, cohort, g));
        EventEstimates by = shares.byEventTime();
        Coefficient att = shares.overall(SunAbrahamFit.ATT)
                .orElseThrow(() -> Diagnostic.error(
                                EstimateCode.NO_TREATED,
                                "no effect of spec `" + spec.common().id() + "` has an estimate")
                        .at(spec.common().place())
                        .toException());
        return new SunAbrahamFit(
                by.by(),
                spec.reference(),
                by.pretrend(),
                by.covariance(),
                by.average(),
                att,
                cohorts(design, cohort, cohortsWith(cohort, times::isTreated)),
                estimate.regression(spec.model()));
    }

    private static List<Cohort> cohorts(Design design, Key cohort, boolean[] treated) {
        long[] rows = new long[treated.length];
        for (int cell = 0; cell < design.size(); cell++) {
            if (cohort.code(cell) >= 0) {
                rows[cohort.code(cell)] += design.count(cell);
            }
        }
        List<Cohort> cohorts = new ArrayList<>();
        for (int g = 0; g < rows.length; g++) {
            if (rows[g] > 0) {
                double first = cohort.levels().numbers().get(g);
                cohorts.add(new Cohort(first, treated[g] ? Role.TREATED : Role.CONTROL, rows[g]));
            }
        }
        return cohorts;
    }
}
