package org.canbao.bench.validity;

import static org.canbao.bench.validity.Method.HERE;
import static org.canbao.bench.validity.Method.Promise.CONSERVATIVE;
import static org.canbao.bench.validity.Method.Promise.CONSISTENT;
import static org.canbao.bench.validity.Method.Promise.FAILS;
import static org.canbao.bench.validity.Method.Promise.HOLDS;
import static org.canbao.bench.validity.Method.Promise.REJECTS;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.canbao.result.RomanoWolfFit.Hypothesis;

/** The questions about tests, and about sensitivity to what cannot be tested. */
final class TestQuestions {
    private static final String REASSIGNED = "model: randomization, treatment: treat, draws: 99, spec: {model: ols,"
            + " formula: y ~ treat, vcov: hc1, " + HERE + "}, permute: ";
    private static final String EVENTS = "{model: event-study, outcome: y, cohort: g, time: time, window: [-4, 1],"
            + " reference: -1, fixed_effects: [unit, time], vcov: cluster, cluster: [unit], " + HERE + "}";
    private static final String HONEST = "model: honest-did, of: " + EVENTS + ", ";
    private static final String DENSITY =
            "model: rd-density, running: x, cutoff: 0, binomial: {windows: 1, width: 0.3}";

    private static final String LEAST_SQUARES = "model: ols, vcov: hc1, formula: ";
    private static final String OSTER =
            "model: oster, coefficient: d, delta: 1, short: {model: ols, formula: y ~ d, vcov: hc1, " + HERE
                    + "}, long: {model: ols, formula: y ~ d + w, vcov: hc1, " + HERE + "}";

    private TestQuestions() {}

    static List<Question> all() {
        return List.of(reassignment(), family(), smoothDensity(), bunching(), departingTrends(), chosen());
    }

    private static Question reassignment() {
        return new Question(
                "Assignment by village, tested by reassignment",
                "20 villages of 6 rows with a common shock, half of them treated, to no effect.",
                "Reassigning rows fails as much as standard errors of rows do: in no draw do the rows of a village stay"
                        + " together, as they did when villages were assigned. `permute: units` cures it, exactly at any"
                        + " number of villages: 5% of assignments have p ≤ 0.05.",
                TestPopulations.villages(),
                List.of(
                        new Method(
                                "`ols`, `vcov: hc1`",
                                "model: ols, formula: y ~ treat, vcov: hc1",
                                TestReadings.coefficient("treat"),
                                FAILS),
                        new Method(
                                "`randomization`, `permute: rows`",
                                REASSIGNED + "rows",
                                TestReadings.reassigned(),
                                FAILS),
                        new Method(
                                "`randomization`, `permute: units`",
                                REASSIGNED + "units, unit: village",
                                TestReadings.reassigned(),
                                HOLDS)));
    }

    private static Question family() {
        String outcomes = IntStream.rangeClosed(1, TestPopulations.OUTCOMES)
                .mapToObj(k -> "y" + k)
                .collect(Collectors.joining(", "));
        String spec = "model: romano-wolf, coefficient: treat, draws: 299, outcomes: [" + outcomes
                + "], spec: {model: ols, formula: y1 ~ treat, vcov: cluster, cluster: [c], " + HERE + "}";
        return new Question(
                "Several outcomes, no effect on any",
                "30 clusters of 6 rows, half of them treated; six outcomes that move together. Not rejecting counts where"
                        + " none of the six is rejected.",
                "Each test alone keeps its size, and in a family of six one of them rejects far more often."
                        + " `romano-wolf` cures it, and knows how outcomes move together, so that it gives away nothing;"
                        + " Holm's adjustment does not know, and rejects too seldom.",
                TestPopulations.family(),
                List.of(
                        new Method(
                                "p-values of each test",
                                spec,
                                TestReadings.noneOf(h -> h.estimate().pValue()),
                                FAILS),
                        new Method("Holm", spec, TestReadings.noneOf(Hypothesis::holm), CONSERVATIVE),
                        new Method("`romano-wolf`", spec, TestReadings.noneOf(Hypothesis::romanoWolf), HOLDS)));
    }

    private static Question smoothDensity() {
        return new Question(
                "A running variable that nobody moved",
                "800 rows whose density falls where the cutoff is, without a jump.",
                "A count of the rows on either side in a window fails: the slope of the density makes them unequal."
                        + " `rd-density` allows for the slope, and rejects as seldom as it should.",
                TestPopulations.running(14, 0),
                List.of(
                        new Method("binomial test, half-width 0.3", DENSITY, TestReadings.binomial(), FAILS),
                        new Method("`rd-density`", DENSITY, TestReadings.density(), HOLDS)));
    }

    private static Question bunching() {
        return new Question(
                "A running variable that some moved",
                "The same, but of the rows less than 0.1 left of the cutoff three in four have moved across.",
                "`rd-density` finds it. It is a test of what is false here: it should reject.",
                TestPopulations.running(15, 0.75),
                List.of(new Method("`rd-density`", DENSITY, TestReadings.density(), REJECTS)));
    }

    private static Question departingTrends() {
        return new Question(
                "Trends that are not parallel",
                "80 units in 6 periods, half adopting in 5; their trend departs by 0.4 more in each period than in the one"
                        + " before: by 0.4 just before adoption and by 0.8 at it. The effect in that period is 0.5.",
                "The event study fails, since it takes the departure for an effect; so does a line through the periods"
                        + " before (`smoothness: 0`), since the departure bends. `honest-did` cures it if its bound is as"
                        + " large as the truth, here `smoothness: 0.4`, or `magnitudes: 2` as 0.8 is twice 0.4; such sets"
                        + " hold the truth at least as often as they say.",
                TestPopulations.departingTrends(),
                List.of(
                        new Method("`event-study`", HONEST + "smoothness: [0]", Method.coefficient("effect"), FAILS),
                        new Method(
                                "`honest-did`, `smoothness: 0`",
                                HONEST + "smoothness: [0]",
                                TestReadings.smooth(),
                                FAILS),
                        new Method(
                                "`honest-did`, `smoothness: 0.4`",
                                HONEST + "smoothness: [0.4]",
                                TestReadings.smooth(),
                                CONSERVATIVE),
                        new Method(
                                "`honest-did`, `magnitudes: 2`",
                                HONEST + "magnitudes: [2], draws: 300",
                                TestReadings.relative(),
                                CONSERVATIVE)));
    }

    private static Question chosen() {
        return new Question(
                "A treatment chosen by what is not observed",
                "1,000 rows; a treatment that adds 0.5 is chosen by an observed trait `w` and an unobserved one, by both as much"
                        + " relative to what they add to the outcome.",
                "Controlling for `w` takes away the bias that is observed, and no more; no standard error helps. `oster` with"
                        + " the true `delta` and the true `r_max` is consistent. It has no interval, so that no coverage is"
                        + " shown; and it is as good as these two numbers, which nobody knows: the customary 1.3 times the R²"
                        + " of the longer regression (the truth is 1.12 times) adjusts too much here.",
                TestPopulations.chosen(),
                List.of(
                        new Method("`ols` without controls", LEAST_SQUARES + "y ~ d", Method.coefficient("d"), FAILS),
                        new Method("`ols` with `w`", LEAST_SQUARES + "y ~ d + w", Method.coefficient("d"), FAILS),
                        new Method("`oster`, `r_max_multiple: 1.3`", OSTER, TestReadings.adjusted(), FAILS),
                        new Method(
                                "`oster`, the true `r_max`",
                                OSTER + ", r_max: " + TestPopulations.explained(),
                                TestReadings.adjusted(),
                                CONSISTENT)));
    }
}
