package org.canbao.ingest.csv;

/**
 * Decimal numbers as text: {@code [-] digits [. digits] [(e|E) [+|-] digits]}, with digits before or after the point.
 * What {@link Double#parseDouble} takes beyond that (hexadecimal, {@code NaN}, {@code 1d}) is not a number here.
 */
public final class DecimalNumber {
    /** Powers of ten that a double holds exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final int EXACT_DIGITS = 15;

    private DecimalNumber() {}

    /** The nearest double, as {@link Double#parseDouble} finds it; NaN if the text is no number or beyond the range. */
    public static double parse(String text) {
        int length = text.length();
        boolean negative = length > 0 && text.charAt(0) == '-';
        long mantissa = 0;
        int digits = 0;
        int decimals = 0;
        boolean point = false;
        for (int i = negative ? 1 : 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                mantissa = 10 * mantissa + (c - '0');
                digits++;
                decimals += point ? 1 : 0;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                return digits > 0 && (c == 'e' || c == 'E') ? withExponent(text, i + 1) : Double.NaN;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        if (digits > EXACT_DIGITS) {
            return finite(Double.parseDouble(text));
        }
        // Both are exact doubles, so their quotient is correctly rounded (Clinger 1990).
        double value = mantissa / POWERS[decimals];
        return negative ? -value : value;
    }

    private static double withExponent(String text, int from) {
        int start = from < text.length() && (text.charAt(from) == '+' || text.charAt(from) == '-') ? from + 1 : from;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Double.NaN;
            }
        }
        return start == text.length() ? Double.NaN : finite(Double.parseDouble(text));
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }
}
