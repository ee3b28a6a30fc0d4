package org.canbao.report.table;

import org.canbao.spec.Text;

/** What one cell of a table says, without how it looks. */
public sealed interface Cell {
    /** Nothing. */
    Blank BLANK = new Blank();

    /** Nothing: the row does not apply to the column. */
    record Blank() implements Cell {}

    /** An estimate with its stars and, beneath, what it is to be judged by. */
    sealed interface Judged extends Cell {
        /** The estimate. */
        double estimate();

        /** Two-sided; NaN has no stars. */
        double pValue();

        /** {@code ***}, {@code **}, {@code *} or nothing. */
        default String stars() {
            return Stars.of(pValue());
        }
    }

    /**
     * An estimate, its stars, and its standard error in parentheses beneath. The stars follow from the p-value, which is
     * the one of this standard error.
     *
     * @param estimate the estimate
     * @param stdError its standard error; NaN prints as {@code (.)}
     * @param pValue two-sided; NaN has no stars
     * @param digits decimals of both; more where one of them would print as zero
     */
    record Estimate(double estimate, double stdError, double pValue, int digits) implements Judged {}

    /**
     * An estimate, its stars, and its confidence interval in brackets beneath. The interval need not be centred on the
     * estimate; the stars follow from the p-value, which is the interval's.
     *
     * @param estimate the estimate
     * @param low the lower end of the interval
     * @param high the upper end
     * @param pValue two-sided; NaN has no stars
     * @param digits decimals of all; more where one of them would print as zero
     */
    record Interval(double estimate, double low, double high, double pValue, int digits) implements Judged {}

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

    /**
     * A count.
     *
     * @param ofRows whether it is of rows of the sample, which may be persons; otherwise of clusters, draws, orders …
     */
    record Count(long value, boolean ofRows) implements Cell {
        /** A count of rows. */
        public Count(long value) {
            this(value, true);
        }

        /** A count of something else than rows. */
        static Count ofOther(long value) {
            return new Count(value, false);
        }
    }

    /**
     * Something that is not shown, because it would tell of few persons.
     *
     * @param sign what stands in its place
     */
    record Hidden(String sign) implements Cell {}

    /** Yes or no. */
    record Flag(boolean value) implements Cell {}

    /** Words. */
    record Words(Text text) implements Cell {}
}
