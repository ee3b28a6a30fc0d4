package org.canbao.cli;

import java.util.Locale;

/** Numbers of things, as a sentence has them. */
final class Counted {
    private Counted() {}

    /** "1 row", "1,204 rows". */
    static String of(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}
