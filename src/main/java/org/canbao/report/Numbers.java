package org.canbao.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as exhibits print them: the exact binary value rounded half-even, as C, R and Stata print it.
 * ({@code String.format} rounds the shortest decimal half-up and differs in the last digit.) A negative value keeps its
 * sign when it rounds to zero ({@code -0.000}), as in R and Stata; minus zero is zero. What is not finite is empty.
 */
public final class Numbers {
    /** More decimals than these are never printed; smaller numbers turn scientific. */
    static final int MOST_DECIMALS = 8;

    private static final double LARGE = 1e10;
    private static final int SIGNIFICANT = 2;

    private Numbers() {}

    /** The value with that many decimals. */
    public static String fixed(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal rounded = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
        boolean signLost = value < 0 && rounded.signum() == 0;
        return (signLost ? "-" : "") + rounded.toPlainString();
    }

    /**
     * How many decimals a group of numbers needs that stand together (an estimate and its standard error), so that no
     * number other than zero prints as zero: {@code digits} if that is enough; otherwise as many as give the smallest of
     * those numbers two significant digits, at most 8.
     */
    public static int decimals(int digits, double... values) {
        int needed = digits;
        for (double value : values) {
            if (vanishes(value, digits)) {
                needed = Math.max(needed, Math.min(Math.max(digits, MOST_DECIMALS), significant(SIGNIFICANT, value)));
            }
        }
        return needed;
    }

    /** How many decimals show that many significant digits of the value, at least 0; 0 for zero and what is not finite. */
    public static int significant(int significant, double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return 0;
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(significant, RoundingMode.HALF_EVEN));
        return Math.max(0, significant + rounded.scale() - rounded.precision());
    }

    /**
     * The value with that many decimals; scientific, as in {@code 1.2e-12}, if it is not zero and would print as zero, or
     * if it is 1e10 or more.
     */
    public static String shown(double value, int decimals) {
        boolean large = Double.isFinite(value) && Math.abs(value) >= LARGE;
        return large || vanishes(value, decimals) ? scientific(value, large ? decimals : 1) : fixed(value, decimals);
    }

    /** The value as mantissa and exponent, {@code -1.2e-12}, with that many decimals in the mantissa. */
    public static String scientific(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(decimals + 1, RoundingMode.HALF_EVEN));
        if (rounded.signum() == 0) {
            return fixed(0, decimals);
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.movePointLeft(exponent)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    /**
     * The value so that reading it gives the same binary value: the shortest of 15, 16 or 17 significant digits that
     * does. ({@code Double.toString} differs between Java 17 and 19.) Not finite: empty.
     */
    public static String exact(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal binary = new BigDecimal(value);
        for (int precision = 15; precision < 17; precision++) {
            BigDecimal decimal = binary.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (decimal.doubleValue() == value) {
                return plain(decimal);
            }
        }
        return plain(binary.round(new MathContext(17, RoundingMode.HALF_EVEN)));
    }

    /** A whole number with thousands separated by commas. */
    public static String grouped(long value) {
        return String.format(java.util.Locale.ROOT, "%,d", value);
    }

    private static boolean vanishes(double value, int digits) {
        return Double.isFinite(value)
                && value != 0
                && new BigDecimal(value)
                                .setScale(digits, RoundingMode.HALF_EVEN)
                                .signum()
                        == 0;
    }

    private static String plain(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() <= 0 && stripped.precision() - stripped.scale() <= 17
                ? stripped.toPlainString()
                : stripped.toString();
    }
}
