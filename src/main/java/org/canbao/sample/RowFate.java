package org.canbao.sample;

/**
 * What becomes of a row, as a number in a column of the engine: {@link #KEPT} if all filters keep it, else which filter,
 * the first that does not, drops it, and whether its condition is false or neither true nor false.
 */
final class RowFate {
    /** The column. */
    static final String COLUMN = "__canbao_fate";
    /** Of a row that all filters keep. */
    static final int KEPT = 0;

    /** The engine counts whole numbers of one byte in an array, others in a hash table. */
    private static final int LEAST_OF_AN_INTEGER = Byte.MAX_VALUE + 1;

    private RowFate() {}

    /** Of a row for which the condition of filter {@code i} is false, and all before it are true. */
    static int dropped(int i) {
        return 2 * i + 1;
    }

    /** Of a row for which the condition of filter {@code i} is missing, and all before it are true. */
    static int unknown(int i) {
        return 2 * i + 2;
    }

    /** How many fates there are with so many filters; each is less. */
    static int count(int filters) {
        return 2 * filters + 1;
    }

    /** The expression, from the columns {@link Expressions#keep} of so many filters. */
    static String sql(int filters) {
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < filters; i++) {
            String keep = Expressions.keep(i);
            cases.append(" WHEN " + keep + " IS NULL THEN " + unknown(i) + " WHEN NOT " + keep + " THEN " + dropped(i));
        }
        String fate = filters == 0 ? String.valueOf(KEPT) : "CASE" + cases + " ELSE " + KEPT + " END";
        return "CAST(" + fate + " AS " + (count(filters) < LEAST_OF_AN_INTEGER ? "TINYINT" : "INTEGER") + ")";
    }
}
