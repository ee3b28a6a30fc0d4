package org.canbao.compare;

import org.canbao.spec.Text;

/** What stands for a printed number among the results. */
public sealed interface Replicated {
    /**
     * A number.
     *
     * @param value the number, or the estimate
     * @param stdError its standard error; NaN if it has none
     * @param pValue two-sided; NaN if it has none
     * @param source where it comes from: {@code t2-1 did}
     */
    record Value(double value, double stdError, double pValue, String source) implements Replicated {
        /** The same, multiplied. */
        Value times(double scale) {
            return new Value(value * scale, stdError * Math.abs(scale), pValue, source);
        }
    }

    /** Nothing, and why. */
    record Missing(Text reason) implements Replicated {}

    /** Nothing, and why. */
    static Replicated missing(String en, String zh) {
        return new Missing(new Text(en, zh));
    }
}
