package org.canbao.ingest.binding;

import java.util.Locale;

/** How a raw variable was found for a harmonised one. */
public enum Means {
    /** By its name. */
    NAME,
    /** By its name but for case. */
    CASE,
    /** By its label. */
    LABEL,
    /** The schema says what it is in all rows. */
    VALUE,
    /** Several were found. */
    AMBIGUOUS,
    /** None was found. */
    NONE;

    /** How it is written in codebooks and inspections. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
