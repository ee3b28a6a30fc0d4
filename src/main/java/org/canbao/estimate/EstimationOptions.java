package org.canbao.estimate;

import org.canbao.design.EstimationPath;

/**
 * How to compute; nothing here changes a result beyond rounding.
 *
 * @param threads how many threads; results are the same on any number, bit for bit
 * @param path moments of cells or rows
 */
public record EstimationOptions(int threads, EstimationPath path) {
    /** One thread, and the path that the planner finds best. */
    public static final EstimationOptions DEFAULT = new EstimationOptions(1, EstimationPath.AUTO);

    /** The same on so many threads. */
    public EstimationOptions withThreads(int number) {
        return new EstimationOptions(number, path);
    }
}
