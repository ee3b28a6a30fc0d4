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
            double partSum = 0;
            double partTotal = 0;
            for (int i = from; i < Math.min(from + STRETCH, part.to()); i++) {
                partSum += weights[i] * values[i];
                partTotal += weights[i];
            }
            sum += partSum;
            total += partTotal;
        }
        return new WeightedMean(sum / total, total);
    }

    /** Adds {@code sign} times the mean's influence to that of each row of the part. */
    void addInfluence(CellRows.Part part, double sign, double[] weights, double[] values, double[] influence) {
        double scale = sign / total;
        for (int i = part.from(); i < part.to(); i++) {
            influence[i] += scale * weights[i] * (values[i] - value);
        }
    }
}
