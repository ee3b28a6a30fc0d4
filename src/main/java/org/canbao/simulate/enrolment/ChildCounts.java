package org.canbao.simulate.enrolment;

import java.util.Locale;

/**
 * How many children there are, as a yearbook and an education handbook count them: the denominators of enrolment rates. They
 * are set so that the expected rates are the printed ones of Figure 2; where the printed rate is zero, to the ratio of
 * migrant to local children of the next older group.
 */
final class ChildCounts {
    /** The share of the platform's children that is in an extract of scale 1. */
    private static final double SAMPLED = 0.25;

    /** An age group: years of birth, and the printed rates of local and migrant children in percent. */
    private record Group(String name, int firstBirthYear, int lastBirthYear, double local, double migrant) {}

    private static final Group[] GROUPS = {
        new Group("0-5", 2014, 2019, 76.63, 0),
        new Group("6-11", 2008, 2013, 100, 31.87),
        new Group("12-14", 2005, 2007, 95.30, 67.43)
    };

    private ChildCounts() {}

    /** The file: one line per group and hukou. */
    static String csv(double scale) {
        StringBuilder out = new StringBuilder("age_group,hukou,children,sampling_rate,source\n");
        for (Group group : GROUPS) {
            double local = enrolled(group, Hukou.LOCAL) / (group.local / 100);
            double migrant = group.migrant > 0 ? enrolled(group, Hukou.MIGRANT) / (group.migrant / 100) : 0.6 * local;
            line(out, group, Hukou.LOCAL, local, scale);
            line(out, group, Hukou.MIGRANT, migrant, scale);
        }
        return out.toString();
    }

    private static void line(StringBuilder out, Group group, Hukou hukou, double children, double scale) {
        out.append(String.format(
                Locale.ROOT,
                "%s,%s,%d,%s,%s\n",
                group.name,
                hukou.name().toLowerCase(Locale.ROOT),
                Math.round(children / SAMPLED),
                SAMPLED * scale,
                group.firstBirthYear >= 2014 ? "yearbook" : "handbook"));
    }

    /** Expected children enrolled of the years of birth at scale 1; births after the reference month are none. */
    private static double enrolled(Group group, Hukou hukou) {
        double sum = 0;
        for (int month = EnrolmentTruth.YOUNGEST; month <= EnrolmentTruth.OLDEST; month++) {
            int year = Math.floorDiv(2013 * 12 + 8 - month, 12);
            if (year >= group.firstBirthYear && year <= group.lastBirthYear) {
                sum += EnrolmentTruth.CELLS * EnrolmentTruth.mean(hukou, month);
            }
        }
        return sum;
    }
}
