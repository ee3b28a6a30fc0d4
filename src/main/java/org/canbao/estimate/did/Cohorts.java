package org.canbao.estimate.did;

import java.util.List;

/**
 * The cohorts and periods that are compared.
 *
 * @param values the first treated periods of the treated cohorts, ascending
 * @param times the periods, ascending
 * @param hasNever whether there are units without treatment, or treated only after the periods
 */
record Cohorts(List<Integer> values, List<Integer> times, boolean hasNever) {
    Cohorts {
        values = List.copyOf(values);
        times = List.copyOf(times);
    }

    /** How many cohorts are treated. */
    int treated() {
        return values.size();
    }

    /** How many cohorts there are, the never treated included. */
    int size() {
        return values.size() + (hasNever ? 1 : 0);
    }

    /** The position of the never treated. */
    int never() {
        return values.size();
    }

    /** The first treated period of a treated cohort. */
    int value(int cohort) {
        return values.get(cohort);
    }

    /** How many periods. */
    int periods() {
        return times.size();
    }

    /** A period. */
    int period(int time) {
        return times.get(time);
    }
}
