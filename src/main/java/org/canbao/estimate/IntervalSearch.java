package org.canbao.estimate;

import java.util.function.DoubleUnaryOperator;

/** Intervals by inversion of a test: the null hypotheses about an estimate that are not rejected. */
final class IntervalSearch {
    private static final int MOST_DOUBLINGS = 40;
    private static final int BISECTIONS = 45;

    private IntervalSearch() {}

    /**
     * How far the hypotheses that are not rejected reach from the estimate, on one side: the first bound, found by doubling
     * and bisection. Infinite if no hypothesis on that side is rejected.
     *
     * @param pValue the p-value of the hypothesis at a distance from the estimate
     * @param step a first distance, such as a standard error; positive
     * @param alpha hypotheses with a p-value of at most this are rejected
     */
    static double reach(DoubleUnaryOperator pValue, double step, double alpha) {
        double inside = 0;
        double outside = step;
        int doublings = 0;
        while (pValue.applyAsDouble(outside) > alpha) {
            if (++doublings > MOST_DOUBLINGS) {
                return Double.POSITIVE_INFINITY;
            }
            inside = outside;
            outside *= 2;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = inside + (outside - inside) / 2;
            if (pValue.applyAsDouble(middle) > alpha) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside + (outside - inside) / 2;
    }
}
