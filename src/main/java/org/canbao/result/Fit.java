package org.canbao.result;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What an estimator gives back. */
public sealed interface Fit
        permits Fit.Regression, //
                RdLocalFit,
                RdDensityFit,
                RdPlotFit,
                RdRandomizationFit,
                RdRobustnessFit,
                CallawaySantannaFit,
                ImputationFit,
                HonestDidFit,
                Permuted,
                RomanoWolfFit,
                GroupDifferenceFit,
                ExactTestFit,
                WithMarginalEffects,
                OnRegression {
    /** The value of {@code model:} in the spec. */
    String model();

    /** How the standard errors were computed, and which rows were used. */
    Inference inference();

    /** The outcome, as text. */
    String outcome();

    /** The estimates that have a name, in order: what a table shows of it. */
    List<Coefficient> coefficients();

    /** Rows used. */
    default long n() {
        return inference().n();
    }

    /** Regressors left out, and why. */
    default List<Dropped> dropped() {
        return List.of();
    }

    /** What was absorbed, in order. */
    default List<Absorbed> fixedEffects() {
        return List.of();
    }

    /** What describes the fit as a whole, in the order of {@link Measure}; those that it does not have are left out. */
    default Map<Measure, Double> measures() {
        return Map.of();
    }

    /** A bootstrap test of one coefficient, if there was one. */
    default Optional<WildBootstrap> wildBootstrap() {
        return Optional.empty();
    }

    /** The coefficient of that name. */
    default Optional<Coefficient> coefficient(String name) {
        return coefficients().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /**
     * A regression.
     *
     * @param outcome the left side, as text
     * @param coefficients the estimates, in the order of the formula
     * @param n rows used
     * @param r2 1 - RSS/TSS, TSS about the (weighted) mean
     * @param r2Adj adjusted: 1 - (1-R²)(n-1)/(n-K), K with all absorbed effects
     * @param r2Within after absorbing the effects; empty without effects
     * @param dropped regressors left out, and why
     * @param fixedEffects what was absorbed, in order
     * @param outcomeMean the (weighted) mean of the outcome over the rows used
     * @param inference how the standard errors were computed
     * @param wildBootstrap a bootstrap test of one coefficient, if it was asked for
     */
    record Regression(
            String model,
            String outcome,
            List<Coefficient> coefficients,
            long n,
            double r2,
            double r2Adj,
            OptionalDouble r2Within,
            List<Dropped> dropped,
            List<Absorbed> fixedEffects,
            double outcomeMean,
            Inference inference,
            Optional<WildBootstrap> wildBootstrap)
            implements Fit {
        public Regression {
            coefficients = List.copyOf(coefficients);
            dropped = List.copyOf(dropped);
            fixedEffects = List.copyOf(fixedEffects);
        }

        /** Without a bootstrap. */
        public Regression(
                String model,
                String outcome,
                List<Coefficient> coefficients,
                long n,
                double r2,
                double r2Adj,
                OptionalDouble r2Within,
                List<Dropped> dropped,
                List<Absorbed> fixedEffects,
                double outcomeMean,
                Inference inference) {
            this(
                    model,
                    outcome,
                    coefficients,
                    n,
                    r2,
                    r2Adj,
                    r2Within,
                    dropped,
                    fixedEffects,
                    outcomeMean,
                    inference,
                    Optional.empty());
        }

        /** The same with a bootstrap test. */
        public Regression with(WildBootstrap bootstrap) {
            return new Regression(
                    model,
                    outcome,
                    coefficients,
                    n,
                    r2,
                    r2Adj,
                    r2Within,
                    dropped,
                    fixedEffects,
                    outcomeMean,
                    inference,
                    Optional.of(bootstrap));
        }

        /** The same with other regressors left out. */
        public Regression leavingOut(List<Dropped> others) {
            return new Regression(
                    model,
                    outcome,
                    coefficients,
                    n,
                    r2,
                    r2Adj,
                    r2Within,
                    others,
                    fixedEffects,
                    outcomeMean,
                    inference,
                    wildBootstrap);
        }

        /** The same with other inference. */
        public Regression with(Inference other) {
            return new Regression(
                    model,
                    outcome,
                    coefficients,
                    n,
                    r2,
                    r2Adj,
                    r2Within,
                    dropped,
                    fixedEffects,
                    outcomeMean,
                    other,
                    wildBootstrap);
        }

        @Override
        public Map<Measure, Double> measures() {
            Map<Measure, Double> measures = new EnumMap<>(Measure.class);
            measures.put(Measure.R2, r2);
            measures.put(Measure.R2_ADJUSTED, r2Adj);
            r2Within.ifPresent(within -> measures.put(Measure.R2_WITHIN, within));
            measures.put(Measure.OUTCOME_MEAN, outcomeMean);
            return measures;
        }
    }

    /**
     * An event study: the regression behind it, and its estimates by event time.
     *
     * @param by one per event time, reference left out, ascending
     * @param reference the event times left out
     * @param binned whether the first and the last event time stand for all earlier and later ones that occur
     * @param pretrend joint test that all estimates before the event are zero; empty if there are none
     * @param covariance the covariance of {@code by}
     * @param average the plain average of the estimates from the event on
     * @param regression all coefficients, controls included
     */
    record EventStudy(
            List<AtTime> by,
            List<Integer> reference,
            Binned binned,
            Optional<WaldTest> pretrend,
            List<List<Double>> covariance,
            Optional<Coefficient> average,
            Regression regression)
            implements OnRegression, ByEventTime {
        public EventStudy {
            by = List.copyOf(by);
            reference = List.copyOf(reference);
            covariance = covariance.stream().map(List::copyOf).toList();
        }

        /** Without a covariance. */
        public EventStudy(
                List<AtTime> by,
                List<Integer> reference,
                Binned binned,
                Optional<WaldTest> pretrend,
                Regression regression) {
            this(by, reference, binned, pretrend, List.of(), Optional.empty(), regression);
        }

        @Override
        public String model() {
            return "event-study";
        }
    }

    /**
     * Placebo estimates.
     *
     * @param treatment the term whose estimate is compared
     * @param actual the estimate with the real treatment
     * @param draws one per draw, in order; its numbers are NaN where the drawn treatment is collinear with the rest
     * @param extreme draws with |estimate| at least |actual|, ties within relative 1e-12 counted
     * @param pValue (extreme+1)/(draws+1), draws without an estimate left out
     * @param regression the regression with the real treatment
     */
    record Placebo(
            String treatment, Coefficient actual, List<Draw> draws, int extreme, double pValue, Regression regression)
            implements OnRegression, Permuted {
        public Placebo {
            draws = List.copyOf(draws);
        }

        @Override
        public String model() {
            return "placebo";
        }
    }

    /**
     * A regression discontinuity with a global polynomial.
     *
     * @param discontinuity what was asked for
     * @param untreated the untreated side
     * @param treated the treated side
     * @param polynomial the terms of the polynomial, those left out included
     * @param regression all coefficients; that of the discontinuity is named {@value #JUMP}
     */
    record RdPolynomial(
            Discontinuity discontinuity,
            AtCutoff untreated,
            AtCutoff treated,
            List<String> polynomial,
            Regression regression)
            implements OnRegression, WithCutoff {
        public RdPolynomial {
            polynomial = List.copyOf(polynomial);
        }

        @Override
        public String running() {
            return discontinuity.running();
        }

        @Override
        public double cutoff() {
            return discontinuity.cutoff();
        }

        /** The estimate of the discontinuity. */
        public Coefficient jump() {
            return regression.coefficient(JUMP).orElseThrow();
        }

        @Override
        public String model() {
            return "rd-polynomial";
        }
    }

    /**
     * Where a discontinuity is, and the polynomial about it.
     *
     * @param running the running variable
     * @param cutoff on its scale
     * @param order the degree of the polynomial
     * @param separate whether each side has its own polynomial
     * @param treatedRight whether the cutoff and above are treated; otherwise what is below it
     * @param window lowest and highest value used; empty for all
     */
    record Discontinuity(
            String running, double cutoff, int order, boolean separate, boolean treatedRight, List<Double> window) {
        public Discontinuity {
            window = List.copyOf(window);
        }
    }

    /**
     * A side of a cutoff.
     *
     * @param mean the outcome that the polynomial gives at the cutoff, controls and effects at their means over all rows
     * @param rows rows used on this side
     */
    record AtCutoff(double mean, long rows) {}

    /** An estimate at an event time. */
    record AtTime(
            int at,
            double estimate,
            double stdError,
            double statistic,
            double pValue,
            double confLow,
            double confHigh,
            long rows) {}

    /** Whether the ends of the event window hold earlier and later event times. */
    record Binned(boolean first, boolean last) {}

    /** A placebo estimate. */
    record Draw(double estimate, double stdError, double statistic, double pValue) {}

    /** A joint test: F with the stated degrees of freedom; if the second are infinite, F times the first is chi-squared. */
    record WaldTest(double statistic, double pValue, int df1, double df2) {}

    /**
     * A regressor that was left out.
     *
     * @param name the term
     * @param reason why: absorbed by the fixed effects, or collinear with other regressors
     * @param with what it is collinear with
     */
    record Dropped(String name, Reason reason, List<String> with) {
        public Dropped {
            with = List.copyOf(with);
        }

        /** Why a regressor was left out. */
        public enum Reason {
            /** It does not vary within the fixed effects. */
            ABSORBED,
            /** Other regressors, with the fixed effects, give it exactly. */
            COLLINEAR,
            /** It is zero in every row. */
            EMPTY
        }
    }

    /** Fixed effects that were absorbed: their text and their number of levels in the rows used. */
    record Absorbed(String effect, int levels) {}
}
