package org.canbao.simulate.enrolment;

import java.util.Locale;

/**
 * What is wrong in the extracts, as in real ones, at these rates per enrolled child; none of it belongs into a count of
 * children enrolled on the reference date.
 */
final class Dirt {
    /** A second spell that overlaps the first: enrolled twice. */
    static final double TWICE = 0.01;
    /** A cancelled record beside the valid one. */
    static final double CANCELLED = 0.005;
    /** A further child whose only spell ended before the reference date. */
    static final double ENDED = 0.02;
    /** A further child who enrolled after the reference date. */
    static final double LATER = 0.02;
    /** The date of birth in the master contradicts the document: a year too early. */
    static final double MISDATED = 0.002;
    /** A settlement that was paid back. */
    static final double REFUNDED = 0.01;

    private Dirt() {}

    /** The rates as YAML. */
    static String yaml() {
        return String.format(
                Locale.ROOT,
                "dirt: {enrolled_twice: %s, cancelled: %s, ended_before: %s, enrolled_later: %s,"
                        + " birth_contradicts_document: %s, refunded: %s}\n",
                TWICE,
                CANCELLED,
                ENDED,
                LATER,
                MISDATED,
                REFUNDED);
    }
}
