package org.canbao.report;

/**
 * Adds numbers and keeps what rounding loses (Neumaier 1974): the error of the sum does not grow with how many there are.
 */
public final class CompensatedSum {
    private double sum;
    private double lost;

    /** Adds a number. */
    public void add(double x) {
        double next = sum + x;
        lost += Math.abs(sum) >= Math.abs(x) ? (sum - next) + x : (x - next) + sum;
        sum = next;
    }

    /** The sum so far. */
    public double value() {
        return sum + lost;
    }
}
