package org.canbao.spec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Group-time average treatment effects and their averages (Callaway and Sant'Anna 2021).
 *
 * @param common what all models share; its covariance clusters one way or not at all
 * @param outcome the outcome
 * @param cohort the column with the first treated period; null for never treated
 * @param time the column with the period
 * @param unit the column with the unit of a panel; empty with repeated cross-sections
 * @param control who the controls are
 * @param method how covariates are adjusted for
 * @param covariates what parallel trends are conditional on
 * @param base which period effects before treatment are compared with
 * @param anticipation periods before treatment in which it may already have effects
 * @param inference where standard errors come from
 * @param clusters how influence is put together within clusters
 * @param influence whose influence function doubly robust effects of repeated cross-sections have
 * @param window which event times are averaged
 * @param average the average that tables show as {@code att}
 */
public record CallawaySantanna(
        Common common,
        Expr outcome,
        ColumnRef cohort,
        ColumnRef time,
        Optional<ColumnRef> unit,
        Control control,
        Method method,
        List<Term> covariates,
        Base base,
        int anticipation,
        Inference inference,
        WithinClusters clusters,
        DrInfluence influence,
        Window window,
        Average average)
        implements ModelSpec {
    public CallawaySantanna {
        covariates = List.copyOf(covariates);
    }

    @Override
    public String model() {
        return "callaway-santanna";
    }

    @Override
    public UsedColumns columns() {
        return UsedColumns.none()
                .expr(outcome)
                .cells(cohort, time)
                .rows(unit.stream().toList())
                .terms(covariates);
    }

    @Override
    public OptionalLong randomSeed() {
        return inference instanceof Bootstrap bootstrap ? OptionalLong.of(bootstrap.seed()) : OptionalLong.empty();
    }

    /** Who the controls are. */
    public enum Control {
        /** Only units that are never treated. */
        NEVER_TREATED,
        /** These and the units of other cohorts before their treatment. */
        NOT_YET_TREATED
    }

    /** How covariates are adjusted for. */
    public enum Method {
        /** Doubly robust: weighting and regression. */
        DR,
        /** Regression of the controls' outcome. */
        REG,
        /** Inverse-probability weighting. */
        IPW
    }

    /** Which period effects before treatment are compared with. */
    public enum Base {
        /** The period just before. */
        VARYING,
        /** The last period before treatment, as after it. */
        UNIVERSAL
    }

    /** How influence is put together within clusters. */
    public enum WithinClusters {
        /** Summed. */
        SUM,
        /** Averaged, as did before 2.5. */
        MEAN
    }

    /** The influence function of doubly robust effects of repeated cross-sections. */
    public enum DrInfluence {
        /** As in DRDID 1.2.3, where one term of the base period has the sign of the period. */
        DRDID,
        /** The derivative of the estimate with respect to the rows' weights. */
        DERIVATIVE
    }

    /** An average of group-time effects. */
    public enum Average {
        /** Over all effects from treatment on. */
        SIMPLE,
        /** Over event times. */
        DYNAMIC,
        /** Over cohorts. */
        GROUP,
        /** Over periods. */
        CALENDAR
    }

    /**
     * Which event times are averaged.
     *
     * @param first the first, of the averages by event time
     * @param last the last, but for the averages by period
     * @param balance cohorts that are not observed so long after treatment are left out of the averages by event time, and
     *     so are event times for which not all others are observed
     */
    public record Window(OptionalInt first, OptionalInt last, OptionalInt balance) {}

    /** Where standard errors come from. */
    public sealed interface Inference {}

    /** The sum of squared influence, and normal intervals. */
    public record Analytic() implements Inference {}

    /** Everything estimated without each cluster in turn, and intervals by t with clusters less one. */
    public record Jackknife() implements Inference {}

    /**
     * Multiplier bootstrap.
     *
     * @param draws how many
     * @param seed of the counter-based generator
     * @param multiplier the random numbers
     * @param uniform whether intervals hold for all estimates of a table together
     */
    public record Bootstrap(int draws, long seed, Multiplier multiplier, boolean uniform) implements Inference {}

    /** Random numbers of mean zero and variance one. */
    public enum Multiplier {
        /** The two points with third moment one (Mammen 1993). */
        MAMMEN,
        /** -1 or 1. */
        RADEMACHER
    }
}
