package org.canbao.estimate.rd;

/**
 * How much each column counts in an estimate: outcome, treatment (in fuzzy designs), covariates. A jump of the combined
 * column is the estimate, or its linear part, so that variances need one column only.
 */
final class Contrast {
    private Contrast() {}

    /** The sum of the entries of two lists, the second times a factor. */
    static double[] plus(double[] a, double factor, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * b[i];
        }
        return sum;
    }

    /** All entries times a factor. */
    static double[] times(double factor, double[] a) {
        return plus(new double[a.length], factor, a);
    }

    /** What the contrast gives of jumps by column. */
    static double of(double[] contrast, double[] jumps) {
        double sum = 0;
        for (int i = 0; i < contrast.length; i++) {
            sum += contrast[i] * jumps[i];
        }
        return sum;
    }

    /**
     * The linear part of a ratio of jumps: d(Y/T) = (dY - (Y/T) dT) / T.
     *
     * @param outcome the contrast of the outcome's jump
     * @param treatment the contrast of the treatment's jump
     * @param jumps the jumps by column
     */
    static double[] ofRatio(double[] outcome, double[] treatment, double[] jumps) {
        double first = of(treatment, jumps);
        double ratio = of(outcome, jumps) / first;
        return times(1 / first, plus(outcome, -ratio, treatment));
    }
}
