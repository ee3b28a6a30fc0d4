package org.canbao.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Group-time average treatment effects and their averages.
 *
 * @param outcome the outcome, as text
 * @param design what was asked for
 * @param groupTimes the effects, by cohort and then by period
 * @param averages the averages: {@code simple}, {@code dynamic}, {@code group} and {@code calendar}
 * @param main the name of the one that tables show as {@value #ATT}
 * @param reference the event times that are zero by definition
 * @param covariance of {@link #by()}, from influence functions or a jackknife; NaN where there is none
 * @param cohorts all cohorts of the sample and what became of them, the never treated last
 * @param pretrend the joint test that all effects before treatment are zero
 * @param pretrendReason why there is no such test; empty if there is one
 * @param gaps the estimates that have no standard error, since a jackknife cannot make them without some cluster
 * @param rows rows used; {@link #n()} counts units if the data are a panel
 * @param inference how the standard errors were computed
 */
public record CallawaySantannaFit(
        String outcome,
        Design design,
        List<GroupTime> groupTimes,
        List<Average> averages,
        String main,
        List<Integer> reference,
        List<List<Double>> covariance,
        List<Cohort> cohorts,
        Optional<Fit.WaldTest> pretrend,
        Optional<String> pretrendReason,
        List<Gap> gaps,
        long rows,
        Inference inference)
        implements Fit, ByEventTime {
    /** The name of the estimate that tables show; the others are {@code att_dynamic} and so on. */
    public static final String ATT = "att";
    /** The average by event time. */
    public static final String DYNAMIC = "dynamic";

    public CallawaySantannaFit {
        groupTimes = List.copyOf(groupTimes);
        averages = List.copyOf(averages);
        reference = List.copyOf(reference);
        covariance = covariance.stream().map(List::copyOf).toList();
        cohorts = List.copyOf(cohorts);
        gaps = List.copyOf(gaps);
    }

    @Override
    public String model() {
        return "callaway-santanna";
    }

    /** The overall averages, that of {@link #main()} first. */
    @Override
    public List<Coefficient> coefficients() {
        List<Coefficient> coefficients = new ArrayList<>();
        for (Average one : averages) {
            boolean first = one.type().equals(main);
            one.overall()
                    .ifPresent(e -> coefficients.add(
                            first ? 0 : coefficients.size(), e.named(first ? ATT : ATT + "_" + one.type())));
        }
        return coefficients;
    }

    /** Its averages by event time, but for the reference. */
    @Override
    public List<Fit.AtTime> by() {
        return averages.stream()
                .filter(one -> one.type().equals(DYNAMIC))
                .flatMap(one -> one.by().stream())
                .filter(point -> !reference.contains(point.at()))
                .map(Point::atTime)
                .toList();
    }

    @Override
    public Fit.Binned binned() {
        return new Fit.Binned(false, false);
    }

    /** The overall average by event time. */
    @Override
    public Optional<Coefficient> average() {
        return averages.stream()
                .filter(one -> one.type().equals(DYNAMIC))
                .findFirst()
                .flatMap(Average::overall)
                .map(overall -> overall.named(AVERAGE));
    }

    @Override
    public boolean simultaneous() {
        return design.uniform();
    }

    /**
     * What was asked for, in the words of the spec language.
     *
     * @param panel whether units are followed over periods
     * @param control {@code never-treated} or {@code not-yet-treated}
     * @param method {@code dr}, {@code reg} or {@code ipw}
     * @param covariates what parallel trends are conditional on
     * @param base {@code varying} or {@code universal}
     * @param anticipation periods before treatment in which it may already have effects
     * @param draws of the bootstrap; 0 without
     * @param uniform whether the intervals of the estimates of a list hold together
     */
    public record Design(
            boolean panel,
            String control,
            String method,
            List<String> covariates,
            String base,
            int anticipation,
            int draws,
            boolean uniform) {
        public Design {
            covariates = List.copyOf(covariates);
        }
    }

    /** An estimate with its inference; NaN where it has none. */
    public record Effect(
            double estimate, double stdError, double statistic, double pValue, double confLow, double confHigh) {
        /** No estimate. */
        public static final Effect NONE =
                new Effect(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        /** The same under a name. */
        public Coefficient named(String name) {
            return new Coefficient(
                    name, estimate, stdError, statistic, pValue, confLow, confHigh, OptionalDouble.empty());
        }
    }

    /**
     * The effect on a cohort in a period.
     *
     * @param group the cohort's first treated period
     * @param time the period
     * @param base the period it is compared with
     * @param effect the effect
     * @param treated rows (units of a panel) of the cohort
     * @param controls rows (units of a panel) of the controls
     * @param reason why it has no estimate; empty if it has one
     */
    public record GroupTime(
            int group, int time, int base, Effect effect, long treated, long controls, Optional<String> reason) {}

    /**
     * An average of effects.
     *
     * @param type its name
     * @param overall over all; empty if there is nothing to average
     * @param critical the critical value of the intervals of {@code by}; NaN if there are none
     * @param by what it is the average of
     */
    public record Average(String type, Optional<Effect> overall, double critical, List<Point> by) {
        public Average {
            by = List.copyOf(by);
        }
    }

    /**
     * An average at an event time, of a cohort or in a period.
     *
     * @param at the event time, cohort or period
     * @param effect the average
     * @param treated the treated rows (units of a panel) that it stands for
     */
    public record Point(int at, Effect effect, long treated) {
        Fit.AtTime atTime() {
            return new Fit.AtTime(
                    at,
                    effect.estimate(),
                    effect.stdError(),
                    effect.statistic(),
                    effect.pValue(),
                    effect.confLow(),
                    effect.confHigh(),
                    treated);
        }
    }

    /**
     * An estimate that cannot be made without a cluster.
     *
     * @param estimate {@code att_gt}, or {@code att_} and the name of an average, with cohort and period, or what it is at
     * @param cluster the first such cluster
     * @param reason why
     */
    public record Gap(String estimate, String cluster, String reason) {}

    /**
     * A cohort of the sample.
     *
     * @param cohort its first treated period; empty for the never treated
     * @param size its rows (units of a panel) in the sample
     * @param used those that are used
     * @param role whether it is treated, only control, or left out
     * @param reason why it is left out, or only control; empty if it speaks for itself
     */
    public record Cohort(Optional<Integer> cohort, long size, long used, Role role, Optional<String> reason) {}

    /** What a cohort is used for. */
    public enum Role {
        /** Its effects are estimated. */
        TREATED,
        /** It is a control. */
        CONTROL,
        /** It is left out. */
        DROPPED
    }
}
