package org.canbao.estimate.rd;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Outcomes without their trend on either side of a cutoff. */
public final class SideTrend {
    private SideTrend() {}

    /**
     * Each outcome less what the polynomial of its side gives beyond its value at the cutoff, so that the difference of
     * means is the difference of the polynomials there.
     */
    public static double[] removed(double[] running, double[] outcome, double cutoff, int order) {
        double[] removed = outcome.clone();
        for (boolean right : new boolean[] {false, true}) {
            int[] own = IntStream.range(0, running.length)
                    .filter(i -> running[i] >= cutoff == right)
                    .toArray();
            double[] ones = new double[own.length];
            Arrays.fill(ones, 1);
            SidePolynomial trend = SidePolynomial.of(take(running, own), take(outcome, own), ones, order);
            for (int i : own) {
                removed[i] -= trend.at(running[i]) - trend.at(cutoff);
            }
        }
        return removed;
    }

    private static double[] take(double[] all, int[] places) {
        return IntStream.of(places).mapToDouble(i -> all[i]).toArray();
    }
}
