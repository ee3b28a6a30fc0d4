package org.canbao.estimate.rd;

/**
 * Residuals from nearest neighbours in the running variable: with J neighbours of mean m, sqrt(J/(J+1)) (y - m).
 * (Abadie and Imbens 2006; Calonico, Cattaneo and Titiunik 2014, section 5.)
 *
 * <p>Neighbours come by whole values of the running variable, so that the order of rows does not matter: first the rows
 * with the same value, then, until there are enough, the nearest value that is left, or two of them that are equally far.
 */
final class NearestNeighbours {
    private NearestNeighbours() {}

    /** The residuals of {@code y}, one value per row of the stretch, with {@code least} neighbours or more. */
    static double[] residuals(Stretch rows, double[] y, int least) {
        double[] sums = sums(rows, y);
        double[] residuals = new double[y.length];
        int needed = Math.min(least, y.length - 1);
        for (int run = 0; run < rows.values(); run++) {
            int low = run;
            int high = run;
            while (rows.start(high + 1) - rows.start(low) - 1 < needed) {
                double left = low == 0 ? Double.POSITIVE_INFINITY : rows.value(run) - rows.value(low - 1);
                double right =
                        high + 1 == rows.values() ? Double.POSITIVE_INFINITY : rows.value(high + 1) - rows.value(run);
                low -= left <= right ? 1 : 0;
                high += right <= left ? 1 : 0;
            }
            fill(rows, run, rows.start(high + 1) - rows.start(low) - 1, total(sums, low, high), y, residuals);
        }
        return residuals;
    }

    private static void fill(Stretch rows, int run, int neighbours, double total, double[] y, double[] residuals) {
        double shrink = Math.sqrt(neighbours / (neighbours + 1.0));
        for (int i = rows.start(run); i < rows.start(run + 1); i++) {
            residuals[i] = shrink * (y[i] - (total - y[i]) / neighbours);
        }
    }

    private static double total(double[] sums, int low, int high) {
        double total = 0;
        for (int run = low; run <= high; run++) {
            total += sums[run];
        }
        return total;
    }

    private static double[] sums(Stretch rows, double[] y) {
        double[] sums = new double[rows.values()];
        for (int run = 0; run < sums.length; run++) {
            for (int i = rows.start(run); i < rows.start(run + 1); i++) {
                sums[run] += y[i];
            }
        }
        return sums;
    }
}
