package org.canbao.ingest.dta;

import org.canbao.data.ColumnBatch;

/**
 * Stata's 27 missing values: {@code .}, then {@code .a} to {@code .z}. In every type they are the numbers from a
 * threshold on, evenly spaced; whole numbers by 1, floating ones by a fixed distance of their bit patterns. Below, the
 * {@code ordinal} of a missing value is 0 for {@code .} and 1 to 26 for the letters.
 */
public final class DtaMissing {
    /** How many there are. */
    public static final int COUNT = 27;
    /** {@code .} as byte. */
    public static final int BYTE = 101;
    /** {@code .} as int. */
    public static final int INT = 32_741;
    /** {@code .} as long, and in value labels. */
    public static final int LONG = 2_147_483_621;
    /** The bits of {@code .} as float, 2^127. */
    public static final int FLOAT = 0x7F00_0000;
    /** The distance in bits of neighbours as float. */
    public static final int FLOAT_STEP = 1 << 11;
    /** The bits of {@code .} as double, 2^1023. */
    public static final long DOUBLE = 0x7FE0_0000_0000_0000L;
    /** The distance in bits of neighbours as double. */
    public static final long DOUBLE_STEP = 1L << 40;

    private DtaMissing() {}

    /** The state in a {@link ColumnBatch} of the missing value with this ordinal. */
    public static byte state(int ordinal) {
        return ordinal == 0 ? ColumnBatch.MISSING : (byte) ('a' + ordinal - 1);
    }

    /** The ordinal of a cell with this state. */
    public static int ordinal(byte state) {
        return state >= 'a' && state <= 'z' ? state - 'a' + 1 : 0;
    }

    /** How Stata writes the missing value with this ordinal: {@code .}, {@code .a}. */
    public static String text(int ordinal) {
        return ordinal == 0 ? "." : "." + (char) ('a' + ordinal - 1);
    }

    /** The ordinal that a float with these bits stands for; -1 if it is no missing value. */
    static int ordinalOfFloat(int bits) {
        int above = bits - FLOAT;
        boolean code = bits >= FLOAT && above % FLOAT_STEP == 0 && above / FLOAT_STEP < COUNT;
        return code ? above / FLOAT_STEP : -1;
    }

    /** The ordinal that a double with these bits stands for; -1 if it is no missing value. */
    static int ordinalOfDouble(long bits) {
        long above = bits - DOUBLE;
        boolean code = bits >= DOUBLE && above % DOUBLE_STEP == 0 && above / DOUBLE_STEP < COUNT;
        return code ? (int) (above / DOUBLE_STEP) : -1;
    }
}
