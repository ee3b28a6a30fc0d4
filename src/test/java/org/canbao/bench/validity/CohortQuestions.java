package org.canbao.bench.validity;

import static org.canbao.bench.validity.Method.Promise.CONSERVATIVE;
import static org.canbao.bench.validity.Method.Promise.FAILS;
import static org.canbao.bench.validity.Method.coefficient;

import java.util.List;

/** The questions about cohorts of few clusters. */
final class CohortQuestions {
    private static final int CLUSTERS = 30;
    private static final int PERIODS = 6;
    private static final String COMMON = ", outcome: y, cohort: g, time: time";
    private static final String GROUP_TIMES =
            "model: callaway-santanna, unit: unit, control: not-yet-treated, cluster: c" + COMMON;
    private static final String SUN_ABRAHAM =
            "model: sun-abraham, fixed_effects: [unit, time], cluster: [c]" + COMMON + ", vcov: ";

    private CohortQuestions() {}

    static Question fewInEachCohort() {
        return new Question(
                "Staggered adoption, two clusters in each cohort",
                "30 clusters of 2 units in 6 periods, with a common shock in each; two clusters each adopt in 3, 4 and 5, the"
                        + " others never; the effect is 1, at once and for all.",
                "Influence functions and clustered scores count half of the spread between the two clusters of a cohort, and"
                        + " take what is left for known: intervals are too short, with 30 clusters in all."
                        + " `inference: jackknife` cures it for `callaway-santanna`: it counts that spread double, which makes"
                        + " up for a t distribution with more degrees of freedom than so few clusters have. `vcov: cr2` with"
                        + " `p_value: satterthwaite` cures it for `sun-abraham`.",
                twoInEachCohort(),
                List.of(
                        new Method("`callaway-santanna`, `cluster: c`", GROUP_TIMES, coefficient("att"), FAILS),
                        new Method(
                                "`callaway-santanna`, `inference: jackknife`",
                                GROUP_TIMES + ", inference: jackknife",
                                coefficient("att"),
                                CONSERVATIVE),
                        new Method(
                                "`sun-abraham`, `vcov: cluster`", SUN_ABRAHAM + "cluster", coefficient("att"), FAILS),
                        new Method(
                                "`sun-abraham`, `vcov: cr2`, `p_value: satterthwaite`",
                                SUN_ABRAHAM + "cr2, p_value: satterthwaite",
                                coefficient("att"),
                                CONSERVATIVE)));
    }

    private static Population twoInEachCohort() {
        return new Population(List.of("c", "unit", "time", "g", "y"), 1, 41, (draws, rows) -> {
            for (int c = 0; c < CLUSTERS; c++) {
                int cohort = c < 6 ? 3 + c / 2 : 0;
                double[] shock = new double[PERIODS];
                for (int time = 1; time <= PERIODS; time++) {
                    shock[time - 1] = draws.normal();
                }
                for (int unit = 2 * c; unit < 2 * c + 2; unit++) {
                    double level = draws.normal();
                    for (int time = 1; time <= PERIODS; time++) {
                        double effect = cohort > 0 && time >= cohort ? 1 : 0;
                        double y = level + 0.3 * time + shock[time - 1] + effect + draws.normal();
                        rows.add(c, unit, time, cohort > 0 ? cohort : Double.NaN, y);
                    }
                }
            }
        });
    }
}
