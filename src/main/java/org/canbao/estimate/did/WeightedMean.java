package org.canbao.estimate.did;

/**
 * A weighted mean over some rows.
 *
 * @param value the mean
 * @param total the sum of weights
 */
record WeightedMean(double value, double total) {
    private static final int STRETCH = 256;

    /** The mean of {@code values} over a part. */
    static WeightedMean of(CellRows.Part part, double[] weights, double[] values) {
        double sum = 0;
        double total = 0;
        for (int from = part.from(); from < part.to(); from += STRETCH) {
            int to = Math.min(from + STRETCH, part.to());
            sum += product(weights, values, from, to);
            total += sum(weights, from, to);
        }
        return new WeightedMean(sum / total, total);
    }

    private static double product(double[] a, double[] b, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** Adds {@code sign} times the mean's influence to that of each row of the part. */
    void addInfluence(CellRows.Part part, double sign, double[] weights, double[] values, double[] influence) {
        add(influence, sign / total, weights, values, value, part.from(), part.to());
    }

    private static void add(
            double[] sum, double scale, double[] weights, double[] values, double mean, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] += scale * weights[i] * (values[i] - mean);
        }
    }
}
