package org.canbao.spec;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.canbao.diag.Place;
import org.jspecify.annotations.Nullable;

/** One estimate that was asked for. */
public sealed interface ModelSpec
        permits ModelSpec.Ols, //
                ModelSpec.EventStudy,
                ModelSpec.RdPolynomial,
                RdLocalSpec,
                RdDensity,
                RdPlot,
                RdRandomization,
                RdRobustness,
                CallawaySantanna,
                SunAbraham,
                Imputation,
                Bacon,
                TwfeWeights,
                HonestDid,
                Iv,
                Poisson,
                Logit,
                Randomization,
                RomanoWolf,
                GroupDifference,
                ExactTest,
                Oster,
                Ordered,
                ModelSpec.Placebo {
    /** What all models share. */
    Common common();

    /** The value of {@code model:} in the spec language. */
    String model();

    /** The same regression with another covariance, other conventions or rows; empty for what is not one regression. */
    default Optional<ModelSpec> with(Common other) {
        return Optional.empty();
    }

    /** The programs whose small-sample conventions are defined for this model. */
    default Set<Profile> programs() {
        return EnumSet.allOf(Profile.class);
    }

    /** The columns that the model names, those of its common part and those inside SQL left out. */
    UsedColumns columns();

    /** The seed of its random draws; empty if it draws nothing. */
    default OptionalLong randomSeed() {
        return OptionalLong.empty();
    }

    /**
     * What all models share.
     *
     * @param id the key of the spec in its study; {@code spec} for a single spec
     * @param where a condition on the sample
     * @param weights analytic weights
     * @param vcov the covariance
     * @param smallSample the small-sample conventions
     * @param keepSingletons whether rows alone in a fixed-effect level stay
     * @param place where the spec begins
     */
    record Common(
            String id,
            Optional<SqlExpression> where,
            Optional<ColumnRef> weights,
            VcovSpec vcov,
            SmallSampleSpec smallSample,
            boolean keepSingletons,
            Place place) {
        /** The same with rows alone in a fixed-effect level kept, or dropped. */
        public Common singletons(boolean keep) {
            return new Common(id, where, weights, vcov, smallSample, keep, place);
        }

        /** The same under another id. */
        public Common as(String other) {
            return new Common(other, where, weights, vcov, smallSample, keepSingletons, place);
        }

        /** The same with another covariance. */
        public Common with(VcovSpec otherVcov) {
            return new Common(id, where, weights, otherVcov, smallSample, keepSingletons, place);
        }

        /** The same rows with another covariance and the conventions of a program, singletons included. */
        public Common with(VcovSpec otherVcov, Profile profile) {
            return new Common(id, where, weights, otherVcov, profile.conventions(), profile.keepsSingletons(), place);
        }
    }

    /**
     * Least squares with any number of absorbed effects.
     *
     * @param common what all models share
     * @param formula the regression
     * @param wildBootstrap a bootstrap test of one of its coefficients, if any
     */
    record Ols(Common common, Formula formula, Optional<WildBootstrapSpec> wildBootstrap) implements ModelSpec {
        /** Without a bootstrap. */
        public Ols(Common common, Formula formula) {
            this(common, formula, Optional.empty());
        }

        @Override
        public String model() {
            return "ols";
        }

        @Override
        public Optional<ModelSpec> with(Common other) {
            return Optional.of(new Ols(other, formula));
        }

        @Override
        public UsedColumns columns() {
            return UsedColumns.none().formula(formula);
        }
    }

    /**
     * Two-way fixed-effects event study: indicators of event time, time minus cohort, its ends binned.
     *
     * @param outcome the outcome
     * @param cohort the column with the first treated period; null for never treated
     * @param time the column with the period
     * @param first the first event time; earlier ones are binned into it
     * @param last the last event time; later ones are binned into it
     * @param reference the event times left out
     * @param controls further regressors
     * @param fixedEffects what is absorbed
     */
    record EventStudy(
            Common common,
            Expr outcome,
            ColumnRef cohort,
            ColumnRef time,
            int first,
            int last,
            List<Integer> reference,
            List<Term> controls,
            List<FixedEffect> fixedEffects)
            implements ModelSpec {
        public EventStudy {
            reference = List.copyOf(reference);
            controls = List.copyOf(controls);
            fixedEffects = List.copyOf(fixedEffects);
        }

        @Override
        public String model() {
            return "event-study";
        }

        @Override
        public Optional<ModelSpec> with(Common other) {
            return Optional.of(
                    new EventStudy(other, outcome, cohort, time, first, last, reference, controls, fixedEffects));
        }

        @Override
        public UsedColumns columns() {
            return UsedColumns.none()
                    .expr(outcome)
                    .cells(cohort, time)
                    .terms(controls)
                    .effects(fixedEffects);
        }
    }

    /**
     * Global polynomial regression discontinuity: the outcome on an indicator of the treated side and a polynomial in the
     * running variable less the cutoff. Rows at the cutoff are right of it.
     *
     * @param outcome the outcome
     * @param running the column of the running variable
     * @param cutoff where treatment changes, on the scale of the running variable
     * @param order the degree of the polynomial, 0 to 4
     * @param sides whether both sides of the cutoff share the polynomial
     * @param side the treated side
     * @param window the values of the running variable that are used; all of them if empty
     * @param controls further regressors
     * @param fixedEffects what is absorbed
     */
    record RdPolynomial(
            Common common,
            Expr outcome,
            ColumnRef running,
            double cutoff,
            int order,
            Sides sides,
            Side side,
            Optional<Window> window,
            List<Term> controls,
            List<FixedEffect> fixedEffects)
            implements ModelSpec {
        public RdPolynomial {
            controls = List.copyOf(controls);
            fixedEffects = List.copyOf(fixedEffects);
        }

        @Override
        public String model() {
            return "rd-polynomial";
        }

        @Override
        public Optional<ModelSpec> with(Common other) {
            return Optional.of(new RdPolynomial(
                    other, outcome, running, cutoff, order, sides, side, window, controls, fixedEffects));
        }

        @Override
        public UsedColumns columns() {
            return UsedColumns.none()
                    .expr(outcome)
                    .cells(running)
                    .terms(controls)
                    .effects(fixedEffects);
        }
    }

    /** Whether both sides of a cutoff share a polynomial. */
    enum Sides {
        /** One polynomial, which the treatment shifts. */
        COMMON,
        /** A polynomial on each side. */
        SEPARATE
    }

    /** A side of a cutoff. */
    enum Side {
        /** The cutoff and above. */
        RIGHT,
        /** Below the cutoff. */
        LEFT
    }

    /** Values from {@code low} to {@code high}, both included. */
    record Window(double low, double high) {}

    /**
     * Placebo: the model estimated again with the cohorts reassigned to the units; the treatment of a draw is 1 in
     * periods from the unit's assigned cohort on, else 0.
     *
     * @param base the model, with the real treatment
     * @param treatment the column of the formula that is replaced
     * @param cohort the column with the unit's first treated period; null for never treated
     * @param time the column with the period
     * @param unit the column whose units exchange their cohorts
     * @param within units exchange cohorts only within levels of this column, if given
     * @param draws how many, when {@code assignments} is not given
     * @param seed of the counter-based generator
     * @param assignments explicit assignments, if given
     */
    record Placebo(
            Ols base,
            ColumnRef treatment,
            ColumnRef cohort,
            ColumnRef time,
            ColumnRef unit,
            Optional<ColumnRef> within,
            int draws,
            long seed,
            Optional<Assignments> assignments)
            implements ModelSpec {
        @Override
        public Common common() {
            return base.common();
        }

        @Override
        public String model() {
            return "placebo";
        }

        @Override
        public Optional<ModelSpec> with(Common other) {
            return base.with(other);
        }

        @Override
        public UsedColumns columns() {
            return base.columns().cells(unit, cohort, time).rows(within.stream().toList());
        }

        /** Given assignments are not drawn. */
        @Override
        public OptionalLong randomSeed() {
            return assignments.isPresent() ? OptionalLong.empty() : OptionalLong.of(seed);
        }
    }

    /**
     * Cohorts given draw by draw.
     *
     * @param units the units, as text; empty: the units of the sample in ascending order
     * @param cohorts one list per draw, one cohort per unit, null for never treated
     */
    record Assignments(List<String> units, List<List<@Nullable Double>> cohorts) {
        public Assignments {
            units = List.copyOf(units);
            cohorts = List.copyOf(cohorts);
        }
    }
}
