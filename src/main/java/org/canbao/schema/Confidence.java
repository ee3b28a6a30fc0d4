package org.canbao.schema;

import java.util.Locale;

/** How sure a schema is that a raw variable is what it says. */
public enum Confidence {
    /** Seen in the files or an official codebook, or in two independent sources. */
    VERIFIED,
    /** Seen in one source. */
    SINGLE_SOURCE,
    /** Concluded from something else, for example from its position. */
    INFERRED,
    /** No source names it. */
    NOT_FOUND;

    /** How it is written: {@code single-source}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
