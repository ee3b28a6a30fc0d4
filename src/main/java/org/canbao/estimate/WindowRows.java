package org.canbao.estimate;

import java.util.stream.IntStream;
import org.canbao.spec.ModelSpec.Window;

/** The rows of a window. Its ends hold values that differ from them by rounding alone. */
final class WindowRows {
    private static final double ROUNDING = 1e-9;

    private WindowRows() {}

    /** The places of the rows inside, both ends included. */
    static int[] inside(double[] running, Window window) {
        double slack = ROUNDING * (window.high() - window.low());
        return IntStream.range(0, running.length)
                .filter(i -> running[i] >= window.low() - slack && running[i] <= window.high() + slack)
                .toArray();
    }
}
