package org.canbao.published;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleUnaryOperator;

/**
 * All values between two ends, both included: what a printed number may have been before it was rounded, and what follows
 * from several such numbers. Arithmetic has 34 digits; an interval holds every value that the operands allow, and may be
 * wider than that where an operand appears twice.
 *
 * @param low the lower end
 * @param high the upper end, not below it
 */
public record Interval(BigDecimal low, BigDecimal high) {
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    /** Two ends nearer than this, relative to their size, are the same: a quotient has 34 digits and no more. */
    private static final BigDecimal SAME = new BigDecimal("1e-24");

    public Interval {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException(low + " is above " + high);
        }
    }

    /** One value. */
    public static Interval of(BigDecimal value) {
        return new Interval(value, value);
    }

    /** One value. */
    public static Interval of(double value) {
        return of(BigDecimal.valueOf(value));
    }

    /** What rounds to the value at its last decimal. */
    public static Interval rounded(BigDecimal value) {
        BigDecimal half = BigDecimal.valueOf(5, value.scale() + 1);
        return new Interval(value.subtract(half), value.add(half));
    }

    /** Whether it is one value. */
    public boolean isExact() {
        return low.compareTo(high) == 0;
    }

    /** The sum. */
    public Interval plus(Interval other) {
        return new Interval(low.add(other.low, DIGITS), high.add(other.high, DIGITS));
    }

    /** The difference. */
    public Interval minus(Interval other) {
        return plus(other.negated());
    }

    /** With the other sign. */
    public Interval negated() {
        return new Interval(high.negate(), low.negate());
    }

    /** The product. */
    public Interval times(Interval other) {
        return hull(
                low.multiply(other.low, DIGITS),
                low.multiply(other.high, DIGITS),
                high.multiply(other.low, DIGITS),
                high.multiply(other.high, DIGITS));
    }

    /**
     * The quotient.
     *
     * @throws ArithmeticException if the divisor may be zero
     */
    public Interval over(Interval divisor) {
        if (divisor.low.signum() <= 0 && divisor.high.signum() >= 0) {
            throw new ArithmeticException("the divisor may be zero");
        }
        return hull(
                low.divide(divisor.low, DIGITS),
                low.divide(divisor.high, DIGITS),
                high.divide(divisor.low, DIGITS),
                high.divide(divisor.high, DIGITS));
    }

    /**
     * A whole power from 0 to 99.
     *
     * @throws ArithmeticException for another exponent
     */
    public Interval power(Interval exponent) {
        if (!exponent.isExact()) {
            throw new ArithmeticException("the exponent is not exact");
        }
        int n = exponent.low.intValueExact();
        if (n < 0 || n > 99) {
            throw new ArithmeticException("the exponent is not between 0 and 99");
        }
        Interval ends = hull(low.pow(n, DIGITS), high.pow(n, DIGITS));
        boolean even = n > 0 && n % 2 == 0;
        return even && low.signum() < 0 && high.signum() > 0 ? new Interval(BigDecimal.ZERO, ends.high) : ends;
    }

    /** The square root; what is below zero counts as zero. */
    public Interval root() {
        return new Interval(
                low.max(BigDecimal.ZERO).sqrt(DIGITS), high.max(BigDecimal.ZERO).sqrt(DIGITS));
    }

    /** Without its sign. */
    public Interval absolute() {
        if (low.signum() >= 0) {
            return this;
        }
        return high.signum() <= 0 ? negated() : new Interval(BigDecimal.ZERO, high.max(low.negate()));
    }

    /** A rising function, in double precision. */
    public Interval rising(DoubleUnaryOperator function) {
        double from = function.applyAsDouble(low.doubleValue());
        double to = function.applyAsDouble(high.doubleValue());
        if (!Double.isFinite(from) || !Double.isFinite(to)) {
            throw new ArithmeticException("the function is not defined there");
        }
        return hull(BigDecimal.valueOf(from), BigDecimal.valueOf(to));
    }

    /** Whether both hold a value in common. */
    public boolean meets(Interval other) {
        return !isBelow(other) && !other.isBelow(this);
    }

    /** Whether every value of this is below every value of the other. */
    public boolean isBelow(Interval other) {
        BigDecimal gap = other.low.subtract(high);
        BigDecimal size = high.abs().max(other.low.abs());
        return gap.signum() > 0 && gap.compareTo(size.multiply(SAME)) > 0;
    }

    private static Interval hull(BigDecimal... values) {
        BigDecimal least = values[0];
        BigDecimal most = values[0];
        for (BigDecimal value : values) {
            least = least.min(value);
            most = most.max(value);
        }
        return new Interval(least, most);
    }
}
