package org.canbao.simulate.cmds;

/**
 * The effects of the policy and of everything else in the simulated survey, on the scale of linear probabilities or logs.
 * Where a paper prints a coefficient, that is the effect; the others are chosen so that means and subsamples have their
 * published sizes. {@link #SHARE} is the share of analysed persons under the policy, at which effects are centred.
 */
final class Effects {
    static final double SHARE = 0.40;

    static final double CROSS_CITY = 0.105;
    static final double CROSS_CITY_MEAN = 0.618;
    static final double NEW_GENERATION = -0.042;
    static final double POOR_HEALTH = 0.033;
    static final double EXPERIENCE = 0.102;
    static final double MEGA = -0.043;
    static final double VERY_LARGE = 0.009;
    static final double LARGE = 0.036;
    /** Of GDP per head above the mean over persons; and of medical resources. */
    static final double RICH = 0.008;

    static final double MEDICAL_RICH = 0.006;

    static final double AGE = 0.003;
    static final double AGE_SQUARED = -0.00003;
    static final double HAN = -0.006;
    static final double EDUCATION = 0.001;
    static final double MARRIED = -0.003;
    static final double LOG_EXPENDITURE = -0.006;
    static final double FAMILY_SIZE = 0.013;
    static final double LABOUR_SHARE = 0.024;
    static final double LOG_GDP = 0.009;
    static final double INDUSTRY = -0.007;
    static final double LOG_WAGE = 0.093;
    static final double LOG_HOUSE_PRICE = -0.063;
    static final double THRESHOLD = 0.153;

    static final double COUPLE_TOGETHER = 0.018;
    static final double COUPLE_WITH_CHILDREN = 0.037;
    static final double WITH_PARENTS = -0.005;
    /** Of couples with children: what leaves "alone"; the rest of what comes together leaves "children left behind". */
    static final double COUPLE_ALONE = -0.0248;

    static final double SPOUSE_OF_CHILDLESS_WORKS = 0.011;
    static final double SPOUSE_OF_PARENTS_WORKS = -0.016;
    /** Of all other accompanying adults, so that the effect on those who did not move alone is 0.005. */
    static final double OTHERS_WORK = 0.0625;

    static final double SELF_EMPLOYED_ACCOMPANIED = 0.033;
    /** So that the effect on all is 0.010. */
    static final double SELF_EMPLOYED_ALONE = -0.081;

    static final double OWN_INCOME = 0.001;
    static final double HOUSEHOLD_INCOME = 0.015;

    /** On the log odds of higher answers: associations, which the survey cannot tell from effects. */
    static final double STAY_ENROLLED_HERE = 0.40;

    static final double HAPPINESS_ENROLLED_HERE = 0.25;
    static final double INTEGRATION_ENROLLED_HERE = 0.35;
    static final double OPINION_URBAN_HUKOU = 0.20;
    static final double OPINION_EDUCATION = 0.10;

    /** Year effects on the probability of having moved across cities, 2013 to 2018. */
    private static final double[] YEAR = {0.000, 0.006, -0.004, 0.003, -0.005, 0.002};

    private Effects() {}

    static double year(int year) {
        return YEAR[year - CmdsWave.FIRST_YEAR];
    }
}
