package org.canbao.schema;

/** How a raw variable, a number or a text, writes a date. */
public enum DateFormat {
    /** {@code 201705}: the first of the month. */
    YYYYMM("yyyymm"),
    /** {@code 20170531}. */
    YYYYMMDD("yyyymmdd"),
    /** {@code 2017-05}: the first of the month. */
    YYYY_MM("yyyy-mm"),
    /** {@code 2017-05-31}. */
    YYYY_MM_DD("yyyy-mm-dd");

    private final String text;

    DateFormat(String text) {
        this.text = text;
    }

    /** How it is written in a schema. */
    public String text() {
        return text;
    }
}
