package org.canbao.report.table;

import org.canbao.spec.Text;

/** What one cell of a table says, without how it looks. */
public sealed interface Cell {
    /** Nothing. */
    Blank BLANK = new Blank();

    /** Nothing: the row does not apply to the column. */
    record Blank() implements Cell {}

    /**
     * An estimate, its stars, and its standard error in parentheses beneath. The stars follow from the p-value, which is
     * the one of this standard error.
     *
     * @param estimate the estimate
     * @param stdError its standard error; NaN prints as {@code (.)}
     * @param pValue two-sided; NaN has no stars
     * @param digits decimals of both; more where one of them would print as zero
     */
    record Estimate(double estimate, double stdError, double pValue, int digits) implements Cell {
        /** {@code ***}, {@code **}, {@code *} or nothing. */
        public String stars() {
            return Stars.of(pValue);
        }
    }

    /** The reference of an event study: zero by definition. */
    record Reference() implements Cell {}

    /** A regressor that was asked for and left out. */
    record Omitted() implements Cell {}

    /**
     * A number.
     *
     * @param exactDigits whether it prints with exactly {@code digits} decimals, even if that is zero (a share such as
     *     R²), rather than with as many as it needs to show
     */
    record Number(double value, int digits, boolean exactDigits) implements Cell {}

    /** A count. */
    record Count(long value) implements Cell {}

    /** Yes or no. */
    record Flag(boolean value) implements Cell {}

    /** Words. */
    record Words(Text text) implements Cell {}
}
