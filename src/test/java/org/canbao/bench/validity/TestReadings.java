package org.canbao.bench.validity;

import org.canbao.bench.validity.Method.Outcome;
import org.canbao.bench.validity.Method.Reading;
import org.canbao.result.Coefficient;
import org.canbao.result.HonestDidFit;
import org.canbao.result.OsterFit;
import org.canbao.result.RandomizationFit;
import org.canbao.result.RdDensityFit;
import org.canbao.result.RomanoWolfFit;

/** What is taken from tests: they cover where they do not reject at 5%. */
final class TestReadings {
    private static final double SIZE = 0.05;

    private TestReadings() {}

    /** The test of a coefficient, with its estimate. */
    static Reading coefficient(String name) {
        return (fit, truth) -> {
            Coefficient c = fit.coefficient(name).orElseThrow();
            return new Outcome(c.estimate(), c.pValue() > SIZE);
        };
    }

    /** The test by reassignment, with the estimate that is compared. */
    static Reading reassigned() {
        return (fit, truth) -> {
            RandomizationFit r = (RandomizationFit) fit;
            return new Outcome(r.actual().estimate(), r.pValue() > SIZE);
        };
    }

    /** A p-value out of several of a hypothesis. */
    @FunctionalInterface
    interface PValue {
        double of(RomanoWolfFit.Hypothesis hypothesis);
    }

    /** Whether no hypothesis of a family is rejected. */
    static Reading noneOf(PValue p) {
        return (fit, truth) -> new Outcome(
                Double.NaN, ((RomanoWolfFit) fit).hypotheses().stream().allMatch(h -> p.of(h) > SIZE));
    }

    /** The test of a jump of the density. */
    static Reading density() {
        return (fit, truth) -> new Outcome(Double.NaN, ((RdDensityFit) fit).pValue() > SIZE);
    }

    /** The test of equal numbers in the narrowest window. */
    static Reading binomial() {
        return (fit, truth) ->
                new Outcome(Double.NaN, ((RdDensityFit) fit).binomial().get(0).pValue() > SIZE);
    }

    /** The coefficient if unobservables are selected on as observables are. */
    static Reading adjusted() {
        return (fit, truth) -> new Outcome(((OsterFit) fit).betaStar().orElseThrow(), Double.NaN);
    }

    /** The confidence set under the only bound on how the slope of the difference in trends changes. */
    static Reading smooth() {
        return (fit, truth) ->
                covered(((HonestDidFit) fit).smoothness().orElseThrow().sets().get(0), truth);
    }

    /** The confidence set under the only bound by the largest change before treatment. */
    static Reading relative() {
        return (fit, truth) ->
                covered(((HonestDidFit) fit).magnitudes().orElseThrow().sets().get(0), truth);
    }

    private static Outcome covered(HonestDidFit.Bounded bounded, double truth) {
        return new Outcome(
                Double.NaN,
                bounded.set()
                        .filter(ends -> ends.low() <= truth && truth <= ends.high())
                        .isPresent());
    }
}
