package org.canbao.simulate;

import java.util.Locale;

/**
 * The truth of the simulated example: a linear probability model of working across cities and a log-linear income, with
 * city and year effects, and an effect of the policy that grows with the years since adoption.
 *
 * <pre>
 * P(cross-city) = 0.42 + a_c + b_t + effect(t - g) + 0.02 male + 0.004 (edu - 3) - 0.0015 (age - 35)
 * log(income)   = 8.00 + A_c + B_t + 0.040 [t &ge; g] + 0.16 male + 0.07 (edu - 3) + 0.030 (age - 35) - 0.0008 (age - 35)² + e
 * </pre>
 */
final class ExampleTruth {
    /** Effect on the probability of working across cities in the year of adoption and after. */
    private static final double[] EFFECT = {0.040, 0.060, 0.075, 0.085};
    /** Effect on log income, the same in every year after adoption. */
    static final double INCOME_EFFECT = 0.040;

    static final double CROSS_CITY = 0.42;
    static final double CROSS_CITY_MALE = 0.02;
    static final double CROSS_CITY_EDU = 0.004;
    static final double CROSS_CITY_AGE = -0.0015;
    static final double LOG_INCOME = 8.0;
    static final double LOG_INCOME_MALE = 0.16;
    static final double LOG_INCOME_EDU = 0.07;
    static final double LOG_INCOME_AGE = 0.030;
    static final double LOG_INCOME_AGE_SQUARED = -0.0008;
    static final double MEAN_EDU = 3;
    static final double MEAN_AGE = 35;

    private ExampleTruth() {}

    /** The effect on the probability, {@code eventTime} years after adoption; 0 before. */
    static double effect(int eventTime) {
        return eventTime < 0 ? 0 : EFFECT[Math.min(eventTime, EFFECT.length - 1)];
    }

    /** The truth as a YAML file. */
    static String yaml(long seed, double scale) {
        StringBuilder out = new StringBuilder();
        out.append("# Made by `canbao simulate example`; the extracts beside this file are simulated.\n");
        out.append("simulated: true\n");
        out.append(
                String.format(Locale.ROOT, "seed: %d%nscale: %s%n", seed, scale).replace("\r", ""));
        out.append("cross_city:\n  model: linear probability\n  effect_by_event_time:\n");
        for (int e = 0; e < EFFECT.length; e++) {
            out.append(String.format(Locale.ROOT, "    %d: %.3f\n", e, EFFECT[e]));
        }
        out.append(String.format(
                Locale.ROOT,
                "  male: %.4f\n  edu: %.4f\n  age: %.4f\n",
                CROSS_CITY_MALE,
                CROSS_CITY_EDU,
                CROSS_CITY_AGE));
        out.append("log_income:\n");
        out.append(String.format(
                Locale.ROOT,
                "  policy: %.4f\n  male: %.4f\n  edu: %.4f\n  age_about_35: %.4f\n  age_about_35_squared: %.4f\n",
                INCOME_EFFECT,
                LOG_INCOME_MALE,
                LOG_INCOME_EDU,
                LOG_INCOME_AGE,
                LOG_INCOME_AGE_SQUARED));
        return out.toString();
    }
}
