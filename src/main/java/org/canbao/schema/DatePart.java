package org.canbao.schema;

/** A part of a date that becomes a whole number. */
public enum DatePart {
    /** The year. */
    YEAR,
    /** The month, 1 to 12. */
    MONTH,
    /** The day of the month, 1 to 31. */
    DAY
}
