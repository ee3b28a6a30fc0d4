package org.canbao.bench.validity;

import static org.canbao.bench.validity.Method.HERE;
import static org.canbao.bench.validity.Method.Promise.CONSERVATIVE;
import static org.canbao.bench.validity.Method.Promise.FAILS;
import static org.canbao.bench.validity.Method.Promise.HOLDS;

import java.util.List;

/** The questions about differences between two groups. */
final class GroupQuestions {
    private GroupQuestions() {}

    static List<Question> all() {
        return List.of(small(), sameSlope(), sameSlopeOtherNoise());
    }

    private static Question small() {
        return new Question(
                "A group of five",
                "5 rows of one group and 25 of another, which do not differ: `yes` is 1 for three in ten, `cost` is skewed.",
                "Least squares with robust standard errors fail: five rows tell little of how they vary, and nothing where all"
                        + " five are alike. Fisher's test never rejects more often than it says, at any number of rows, and"
                        + " often less, since few tables are possible. `test: mean` compares with every choice of five rows,"
                        + " and keeps its size whatever the distribution.",
                GroupPopulations.small(),
                List.of(
                        new Method(
                                "`ols` of `yes`, `vcov: hc1`",
                                leastSquares("yes"),
                                TestReadings.coefficient("g"),
                                FAILS),
                        new Method(
                                "`exact-test`, `test: fisher`",
                                "model: exact-test, outcome: yes, group: g, test: fisher",
                                GroupReadings.exact("fisher"),
                                CONSERVATIVE),
                        new Method(
                                "`ols` of `cost`, `vcov: hc1`",
                                leastSquares("cost"),
                                TestReadings.coefficient("g"),
                                FAILS),
                        new Method(
                                "`exact-test`, `test: mean`",
                                "model: exact-test, outcome: cost, group: g, test: mean",
                                GroupReadings.exact("mean"),
                                HOLDS)));
    }

    private static String leastSquares(String outcome) {
        return "model: ols, formula: " + outcome + " ~ g, vcov: hc1";
    }

    private static Question sameSlope() {
        return new Question(
                "Two groups with the same slope",
                "240 rows of one group and 60 of another; the slope is 0.25 and the noise 1 in both.",
                "That a coefficient is significant in one group and not in the other says nothing of a difference: there are"
                        + " more rows in one. Overlapping intervals ask for too much, and find too few differences."
                        + " `group-difference` cures it, by the interaction with the group or by exchanging groups.",
                GroupPopulations.sameSlope(20, 1),
                List.of(
                        new Method(
                                "significant in one group only",
                                slopes("iid", 39),
                                GroupReadings.significantInOne(),
                                FAILS),
                        new Method(
                                "intervals that do not overlap",
                                slopes("iid", 39),
                                GroupReadings.overlap(),
                                CONSERVATIVE),
                        new Method(
                                "`group-difference`, interaction, `vcov: iid`",
                                slopes("iid", 39),
                                GroupReadings.interaction(),
                                HOLDS),
                        new Method(
                                "`group-difference`, `resample: permute`",
                                slopes("iid", 39),
                                GroupReadings.exchanged(),
                                HOLDS)));
    }

    private static Question sameSlopeOtherNoise() {
        return new Question(
                "Two groups that differ in noise",
                "The same, but the noise is 3 in the group of 60.",
                "Groups whose noise differs cannot be exchanged: in the draws each has the noise of both, so that the test by"
                        + " exchanging groups fails, as does the interaction if one variance is taken for all rows. The"
                        + " interaction with a robust covariance cures it.",
                GroupPopulations.sameSlope(21, 3),
                List.of(
                        new Method(
                                "`group-difference`, interaction, `vcov: iid`",
                                slopes("iid", 39),
                                GroupReadings.interaction(),
                                FAILS),
                        new Method(
                                "`group-difference`, `resample: permute`",
                                slopes("iid", 39),
                                GroupReadings.exchanged(),
                                FAILS),
                        new Method(
                                "`group-difference`, interaction, `vcov: hc2`",
                                slopes("hc2", 1),
                                GroupReadings.interaction(),
                                HOLDS)));
    }

    private static String slopes(String vcov, int draws) {
        return "model: group-difference, group: g, coefficient: x, draws: " + draws
                + ", spec: {model: ols, formula: y ~ x, vcov: " + vcov + ", " + HERE + "}";
    }
}
