package org.canbao.ingest.csv;

/** Whole numbers as text: an optional minus and digits, nothing else. */
public final class WholeNumber {
    /** Not a whole number, or outside ±(2<sup>63</sup>−1). */
    public static final long NONE = Long.MIN_VALUE;

    private static final int SAFE_DIGITS = 18;

    private WholeNumber() {}

    /** The number, or {@link #NONE}. */
    public static long parse(String text) {
        int length = text.length();
        int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        if (length == start || length - start > SAFE_DIGITS + 1) {
            return NONE;
        }
        long value = 0;
        for (int i = start; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            value = 10 * value + digit;
        }
        // 19 digits make less than 2 · 2^63: an overflow shows in the sign.
        if (value < 0) {
            return NONE;
        }
        return start == 0 ? value : -value;
    }

    /** How many digits {@code text} has if it is an optional minus and digits; otherwise 0. */
    static int digits(String text) {
        int start = !text.isEmpty() && text.charAt(0) == '-' ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return 0;
            }
        }
        return text.length() - start;
    }
}
