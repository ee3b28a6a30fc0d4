package org.canbao.simulate.cmds;

/**
 * Shares that the simulated survey is made to have. Those of insurance are the published ones of 2015 to 2018; the others
 * reproduce the published sizes of the analysed sample and its parts.
 */
final class Margins {
    static final double MALE = 0.583;
    static final double HAN = 0.923;
    static final double MOVED_FOR_WORK = 0.85;
    static final double OF_WORKING_AGE = 0.97;
    static final double COMPLETE = 0.96;
    static final double IN_COVERED_CITIES = 0.955;
    static final double DUPLICATED = 0.002;
    static final double OTHER_PLACE_NAME = 0.01;
    static final double INCOME_REFUSED = 0.015;
    static final double OWN_INCOME_ASKED = 0.738;
    static final double EXPERIENCED = 0.786;
    static final double POOR_HEALTH = 0.25;

    static final double RESPONDENT_WORKS = 0.97;
    static final double SPOUSE_ELSEWHERE_WORKS = 0.70;
    static final double CHILDLESS_TOGETHER = 0.8593;
    static final double WITH_CHILDREN_TOGETHER = 0.7041;
    static final double WITH_CHILDREN_ALONE = 0.1306;
    static final double WITH_CHILDREN_WITHOUT_SPOUSE = 0.03;
    static final double UNMARRIED_WITH_PARENTS = 0.25;
    static final double UNMARRIED_ALONE = 0.65;

    /** Cumulated shares of the seven classes of education. */
    static final double[] EDUCATION = {0.020, 0.170, 0.714, 0.904, 0.974, 0.999, 1};

    /** Log of household expenditure per head and month in prices of 2010: mean and standard deviation. */
    static final double LOG_EXPENDITURE = 7.703;

    static final double LOG_EXPENDITURE_SD = 0.533;
    static final double LEAST_EXPENDITURE = 437;
    static final double MOST_EXPENDITURE = 8_630;

    /** Enrolled in anything, and in each scheme, of all; then enrolled where they live, of those in the scheme. */
    record Insurance(
            double any,
            double employee,
            double resident,
            double rural,
            double employeeHere,
            double residentHere,
            double ruralHere) {}

    private Margins() {}

    static Insurance insurance(int year) {
        return switch (year) {
            case 2016 -> new Insurance(0.8854, 0.1769, 0.0998, 0.6352, 0.8487, 0.3722, 0.0346);
            case 2017 -> new Insurance(0.9238, 0.2376, 0.1174, 0.6362, 0.8471, 0.4181, 0.0394);
            case 2018 -> new Insurance(0.9371, 0.2504, 0.1812, 0.5529, 0.8657, 0.3708, 0.0271);
            default -> new Insurance(0.9292, 0.1807, 0.0992, 0.6795, 0.8873, 0.3581, 0.0328);
        };
    }

    /** The share of married persons at an age. */
    static double married(int age) {
        return age < 20 ? 0.03 : age < 25 ? 0.31 : age < 30 ? 0.77 : age < 35 ? 0.93 : 0.957;
    }

    /** The share of married persons at an age without unmarried children. */
    static double childless(int age) {
        return age < 25 ? 0.45 : age < 30 ? 0.28 : age < 45 ? 0.10 : 0.375;
    }
}
