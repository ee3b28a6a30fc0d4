package org.canbao.bench;

import java.util.Locale;

/**
 * The most that something may take.
 *
 * @param of what is looked at
 * @param most at most so many seconds, or times the yardstick's; infinite where there is no target
 */
record Target(Of of, double most) {
    static final Target NONE = new Target(Of.WHOLE, Double.POSITIVE_INFINITY);

    /** What a target is about. */
    enum Of {
        /** The whole process, with the start of the virtual machine. */
        WHOLE("whole"),
        /** What the program says that its computing took, as other software is timed, with its data in memory. */
        OWN("own"),
        /**
         * The same less that of the yardstick: what the command does beyond it. Of programs that do not say what their
         * computing took, the whole processes.
         */
        BEYOND("beyond yardstick"),
        /** What the program says that its computing took, as a multiple of what the yardstick says. */
        TIMES("own, times the yardstick's");

        private final String words;

        Of(String words) {
            this.words = words;
        }
    }

    /**
     * Whether it is met by medians, in words.
     *
     * @param own NaN, as {@code yardstickOwn}, where the program does not say
     */
    String verdict(double whole, double own, double yardstickWhole, double yardstickOwn) {
        if (Double.isInfinite(most)) {
            return "-";
        }
        double found = switch (of) {
            case WHOLE -> whole;
            case OWN -> own;
            case BEYOND -> Double.isNaN(own - yardstickOwn) ? whole - yardstickWhole : own - yardstickOwn;
            case TIMES -> own / yardstickOwn;
        };
        return String.format(
                Locale.ROOT, "%s %.2f, at most %.2f: %s", of.words, found, most, found <= most ? "met" : "MISSED");
    }
}
