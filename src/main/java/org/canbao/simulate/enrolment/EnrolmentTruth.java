package org.canbao.simulate.enrolment;

import java.util.Locale;

/**
 * The truth of the simulated enrolment: expected counts of enrolled children by month of birth, district, sex and hukou, so
 * that the discontinuities of orders 0 to 3 over three years on either side are, in expectation, those that Shen (2022)
 * prints in Table 3, the cell means those of Table 4, and the standard deviations of the cells those that its standard
 * errors imply. Months count back from September 2013, which is 0: children born before it are of school age.
 */
final class EnrolmentTruth {
    /** Youngest month of birth: that of the reference date, October 2019. */
    static final int YOUNGEST = -73;
    /** Oldest month of birth: nine years before the cutoff. */
    static final int OLDEST = 108;
    /** Half-width of the window of the published regressions. */
    static final int WINDOW = 36;
    /** Districts of the city. */
    static final int DISTRICTS = 13;
    /** Districts by sexes. */
    static final int CELLS = 2 * DISTRICTS;

    private static final double[] JUMP_MIGRANT = {18.908, 6.046, 9.253, 10.813};
    private static final double[] JUMP_LOCAL = {13.779, 37.366, 18.271, 5.706};
    private static final double MEAN_LOCAL = 70.972;
    private static final double SD_MIGRANT = 29.91;
    private static final double SD_LOCAL_YOUNG = 36.89;
    private static final double SD_LOCAL_SCHOOL = 60.65;
    /** Growth of enrolment of migrant children per month beyond the window: junior secondary pupils enrol more often. */
    private static final double MIGRANT_GROWTH = 0.45;

    private static final SideCurve MIGRANT_SCHOOL = SideCurve.through(1, WINDOW, JUMP_MIGRANT);
    private static final SideCurve LOCAL_YOUNG = SideCurve.through(-WINDOW, 0, local(false));
    private static final SideCurve LOCAL_SCHOOL = SideCurve.through(1, WINDOW, local(true));
    private static final Spread SPREAD_MIGRANT = Spread.of(CELLS, MIGRANT_SCHOOL, SD_MIGRANT);
    private static final Spread SPREAD_YOUNG = Spread.of(CELLS, LOCAL_YOUNG, SD_LOCAL_YOUNG);
    private static final Spread SPREAD_SCHOOL = Spread.of(CELLS, LOCAL_SCHOOL, SD_LOCAL_SCHOOL);

    private EnrolmentTruth() {}

    /** The expected count of a cell at scale 1; {@code cell} runs over districts and sexes. */
    static double expected(Hukou hukou, int month, int cell) {
        return mean(hukou, month) * spread(hukou, month).weight(cell);
    }

    /** The same on average over districts and sexes. */
    static double mean(Hukou hukou, int month) {
        if (hukou == Hukou.LOCAL) {
            return (month > 0 ? LOCAL_SCHOOL : LOCAL_YOUNG).at(month);
        }
        return month > 0 ? MIGRANT_SCHOOL.at(month) + MIGRANT_GROWTH * Math.max(0, month - WINDOW) : 0;
    }

    private static Spread spread(Hukou hukou, int month) {
        if (hukou == Hukou.MIGRANT) {
            return SPREAD_MIGRANT;
        }
        return month > 0 ? SPREAD_SCHOOL : SPREAD_YOUNG;
    }

    /** Heights of local children at the cutoff by order; half of what an order changes is on either side. */
    private static double[] local(boolean school) {
        double[] heights = new double[JUMP_LOCAL.length];
        heights[0] = school ? MEAN_LOCAL + JUMP_LOCAL[0] : MEAN_LOCAL;
        for (int order = 1; order < heights.length; order++) {
            double half = (JUMP_LOCAL[order] - JUMP_LOCAL[order - 1]) / 2;
            heights[order] = heights[order - 1] + (school ? half : -half);
        }
        return heights;
    }

    /** The truth as a YAML file. */
    static String yaml(long seed, double scale) {
        StringBuilder out = new StringBuilder();
        out.append("# Made by `canbao simulate enrolment`; the extracts beside this file are simulated.\n");
        out.append("simulated: true\n");
        out.append(String.format(Locale.ROOT, "seed: %d\nscale: %s\n", seed, scale));
        out.append(
                "# Expected discontinuities of counts, window -36 to 36 months, a polynomial on either side, by order.\n");
        jumps(out, "migrant", JUMP_MIGRANT, scale);
        jumps(out, "local", JUMP_LOCAL, scale);
        out.append("# Expected means of cells, and the difference in differences without a polynomial.\n");
        out.append(String.format(
                Locale.ROOT,
                "means: {migrant_young: 0, migrant_school: %.4f, local_young: %.4f, local_school: %.4f}\n",
                scale * JUMP_MIGRANT[0],
                scale * MEAN_LOCAL,
                scale * (MEAN_LOCAL + JUMP_LOCAL[0])));
        out.append(String.format(Locale.ROOT, "did: %.4f\n", scale * (JUMP_MIGRANT[0] - JUMP_LOCAL[0])));
        return out.toString();
    }

    private static void jumps(StringBuilder out, String who, double[] jumps, double scale) {
        out.append("jump_").append(who).append(":\n");
        for (int order = 0; order < jumps.length; order++) {
            out.append(String.format(Locale.ROOT, "  %d: %.4f\n", order, scale * jumps[order]));
        }
    }
}
