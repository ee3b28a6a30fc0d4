package org.canbao.report.figure;

import org.canbao.report.Numbers;

/** Numbers as the texts of a figure print them: with a real minus sign, and no line break inside. */
final class FigureNumbers {
    static final String MINUS = "\u2212";
    private static final String NO_BREAK = "\u00a0";

    private FigureNumbers() {}

    /** A whole number, as an event time. */
    static String whole(long value) {
        return signed(Long.toString(value));
    }

    /** A count, with thousands separated by commas. */
    static String count(long value) {
        return Numbers.grouped(value);
    }

    /** At least three significant digits; very small and large ones as 1.23e−9. */
    static String estimate(double value) {
        if (value == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : MINUS + "∞";
        }
        int exponent = exponent(value);
        if (exponent < -4 || exponent > 6) {
            return signed(Numbers.fixed(value / StrictMath.pow(10, exponent), 2) + "e" + exponent);
        }
        return signed(Numbers.fixed(value, Math.max(0, 2 - exponent)));
    }

    /** {@code p = 0.133}, {@code p < 0.001}. */
    static String pValue(double value) {
        return tight(value < 0.001 ? "p < 0.001" : "p = " + Numbers.fixed(value, 3));
    }

    /** Degrees of freedom: whole where they are, else with one decimal. */
    static String degrees(double value) {
        if (!Double.isFinite(value)) {
            return "∞";
        }
        return value == Math.rint(value) ? Numbers.fixed(value, 0) : Numbers.fixed(value, 1);
    }

    /** The text with hyphens as minus signs. */
    static String signed(String digits) {
        return digits.replace("-", MINUS);
    }

    /** The text with spaces that do not break. */
    static String tight(String text) {
        return text.replace(" ", NO_BREAK);
    }

    /** The power of ten of the leading digit. Not for zero. */
    static int exponent(double value) {
        return (int) Math.floor(StrictMath.log10(Math.abs(value)));
    }
}
