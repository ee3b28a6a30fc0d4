package org.canbao.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A regression discontinuity by local polynomials.
 *
 * @param design what was estimated
 * @param left the rows left of the cutoff
 * @param right the rows at the cutoff and right of it
 * @param rows {@value #CONVENTIONAL}, {@value #BIAS_CORRECTED} and {@value #ROBUST}, in this order; tests and
 *     intervals are the normal distribution's
 * @param firstStage the same of the treatment; empty in sharp designs
 * @param dropped covariates left out, and why
 * @param warnings what a reader should know before believing the estimate
 * @param inference how the standard errors were computed
 */
public record RdLocalFit(
        Design design,
        Side left,
        Side right,
        List<Coefficient> rows,
        List<Coefficient> firstStage,
        List<Fit.Dropped> dropped,
        List<Warning> warnings,
        Inference inference)
        implements Fit, WithCutoff {
    /** The local polynomial at the cutoff, with its own standard error. */
    public static final String CONVENTIONAL = "conventional";
    /** Less its estimated bias, with the standard error of {@link #CONVENTIONAL}. */
    public static final String BIAS_CORRECTED = "bias_corrected";
    /** Less its estimated bias, with a standard error that counts the estimation of the bias. */
    public static final String ROBUST = "robust";

    public RdLocalFit {
        rows = List.copyOf(rows);
        firstStage = List.copyOf(firstStage);
        dropped = List.copyOf(dropped);
        warnings = List.copyOf(warnings);
    }

    /**
     * What was estimated.
     *
     * @param outcome the outcome
     * @param running the running variable
     * @param treatment the treatment of a fuzzy design
     * @param covariates covariates asked for
     * @param cutoff on the scale of the running variable
     * @param order the degree of the polynomial
     * @param biasOrder the degree of the polynomial of its bias
     * @param derivative which derivative jumps
     * @param kernel the weights, in words of the spec language
     * @param bandwidth how the bandwidths were chosen, in words of the spec language; {@code given} or {@code all} if they
     *     were not
     * @param massPoints what was done about equal values, in words of the spec language
     * @param level of the confidence intervals, in percent
     * @param scale what the estimate was multiplied with
     */
    public record Design(
            String outcome,
            String running,
            Optional<String> treatment,
            List<String> covariates,
            double cutoff,
            int order,
            int biasOrder,
            int derivative,
            String kernel,
            String bandwidth,
            String massPoints,
            double level,
            double scale) {
        public Design {
            covariates = List.copyOf(covariates);
        }
    }

    /**
     * A side of the cutoff.
     *
     * @param n rows
     * @param nH rows with weight within h
     * @param nB rows with weight within b
     * @param unique distinct values of the running variable
     * @param clusters clusters, if errors are clustered
     * @param h bandwidth of the estimate
     * @param b bandwidth of its bias
     * @param value the outcome (or its derivative) that the polynomial gives at the cutoff, covariates at zero
     * @param corrected the same less its estimated bias
     */
    public record Side(
            long n,
            long nH,
            long nB,
            long unique,
            OptionalInt clusters,
            double h,
            double b,
            double value,
            double corrected) {}

    /**
     * Something a reader should know.
     *
     * @param kind what
     * @param values the numbers that it is about, as the kind says
     */
    public record Warning(Kind kind, List<Double> values) {
        public Warning {
            values = List.copyOf(values);
        }

        /** What a reader should know. */
        public enum Kind {
            /** Many rows share values of the running variable and errors are not clustered by it: distinct values by side. */
            MASS_POINTS,
            /** Too few rows to choose bandwidths, so that all are used: how many. */
            FEW_ROWS,
            /** Covariates leave little to estimate from within the bandwidth: parameters, rows. */
            MANY_COVARIATES,
            /** Few clusters within the bandwidths: how many by side. */
            FEW_CLUSTERS,
            /** The treatment hardly jumps: the square of its z statistic. */
            WEAK_FIRST_STAGE,
            /** Next to nothing is left of the outcome's variation, so that standard errors mean nothing. */
            NO_VARIATION
        }
    }

    /** The estimate with its conventional standard error. */
    public Coefficient conventional() {
        return rows.get(0);
    }

    /** The bias-corrected estimate with a standard error that counts the correction. */
    public Coefficient robust() {
        return rows.get(2);
    }

    /** What is reported in one line: the conventional estimate with the robust test and interval. */
    public Coefficient jump() {
        Coefficient robust = robust();
        return new Coefficient(
                JUMP,
                conventional().estimate(),
                robust.stdError(),
                robust.statistic(),
                robust.pValue(),
                robust.confLow(),
                robust.confHigh());
    }

    @Override
    public String model() {
        return "rd-local";
    }

    @Override
    public String outcome() {
        return design.outcome();
    }

    @Override
    public String running() {
        return design.running();
    }

    @Override
    public double cutoff() {
        return design.cutoff();
    }

    /** {@link #jump()}, then the three rows. */
    @Override
    public List<Coefficient> coefficients() {
        return Stream.concat(Stream.of(jump()), rows.stream()).toList();
    }

    /** The same with other inference. */
    public RdLocalFit with(Inference other) {
        return new RdLocalFit(design, left, right, rows, firstStage, dropped, warnings, other);
    }
}
