package org.canbao.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as exhibits print them. */
public final class Numbers {
    private Numbers() {}

    /**
     * The exact binary value rounded half-even, as C, R and Stata print it; {@code String.format} rounds the shortest
     * decimal half-up and differs in the last digit. Not finite: empty. Minus zero is zero.
     */
    public static String fixed(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal rounded = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
        return rounded.toPlainString();
    }

    /** A whole number with thousands separated by commas. */
    public static String grouped(long value) {
        return String.format(java.util.Locale.ROOT, "%,d", value);
    }
}
