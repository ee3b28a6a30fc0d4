package org.canbao.bench.validity;

import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimators;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.IvFit;
import org.canbao.result.WildBootstrap;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;

/**
 * A way to estimate.
 *
 * @param name what the page calls it
 * @param spec its keys, without braces
 * @param reading what is taken from the fit
 * @param promise whether it is one that theory promises to hold here
 */
record Method(String name, String spec, Reading reading, Promise promise) {
    /** In the keys of a spec: where a spec inside it takes its rows. Without it the spec itself takes them. */
    static final String HERE = "<rows>";

    /** What theory says of a method in a population. */
    enum Promise {
        /** Unbiased, with intervals of 95%. */
        HOLDS,
        /** Intervals that cover at least as often. */
        CONSERVATIVE,
        /** Intervals of 95%, around an estimate that is consistent but not unbiased. */
        COVERS,
        /** Consistent, without an interval: a bias that is small beside the spread of estimates. */
        CONSISTENT,
        /** Biased, or intervals that are too short. */
        FAILS,
        /** A test of what is false, which should find it. */
        REJECTS
    }

    /**
     * What one sample gives.
     *
     * @param estimate NaN if there is none, or if it has no mean
     * @param covers one if the interval holds the truth, or the test does not reject it, zero if not; NaN if there is
     *     neither interval nor test
     */
    record Outcome(double estimate, double covers) {
        Outcome(double estimate, boolean covers) {
            this(estimate, covers ? 1 : 0);
        }
    }

    /** Takes an outcome from a fit. */
    @FunctionalInterface
    interface Reading {
        Outcome of(Fit fit, double truth);
    }

    /** The fit in sample {@code s}. */
    Fit fit(Sample samples, int s) {
        String rows = "where: " + Population.SAMPLE + " = " + s;
        String keys = "{" + (spec.contains(HERE) ? spec.replace(HERE, rows) : spec + ", " + rows) + "}";
        return Estimators.estimate(SpecReader.read(keys, name), samples, EstimationOptions.DEFAULT);
    }

    /** A coefficient and its interval. */
    static Reading coefficient(String name) {
        return (fit, truth) -> {
            Coefficient c = fit.coefficient(name).orElseThrow();
            return new Outcome(c.estimate(), inside(c.confLow(), truth, c.confHigh()));
        };
    }

    /** The interval of a coefficient whose estimate has no mean. */
    static Reading intervalOf(String name) {
        return (fit, truth) ->
                new Outcome(Double.NaN, coefficient(name).of(fit, truth).covers());
    }

    /** A coefficient and the interval of its wild bootstrap. */
    static Reading bootstrapped(String name) {
        return (fit, truth) -> {
            WildBootstrap b = ((Fit.Regression) fit).wildBootstrap().orElseThrow();
            return new Outcome(
                    fit.coefficient(name).orElseThrow().estimate(), inside(b.confLow(), truth, b.confHigh()));
        };
    }

    /** The confidence set of Anderson and Rubin. */
    static Reading andersonRubin() {
        return (fit, truth) -> new Outcome(
                Double.NaN,
                ((IvFit) fit)
                        .tests().weakRobust().orElseThrow().set().stream()
                                .anyMatch(i -> inside(i.low(), truth, i.high())));
    }

    private static boolean inside(double low, double value, double high) {
        return low <= value && value <= high;
    }
}
