package org.canbao.estimate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.canbao.design.Design;
import org.canbao.design.Key;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ModelSpec;

/** The event time of each cell: period less cohort, binned at the ends of the window; none for never-treated units. */
final class EventTimes {
    private static final int NEVER = Integer.MIN_VALUE;

    private final int[] times;
    private final boolean[] before;
    private final boolean binnedFirst;
    private final boolean binnedLast;

    private EventTimes(int[] times, boolean[] before, boolean binnedFirst, boolean binnedLast) {
        this.times = times;
        this.before = before;
        this.binnedFirst = binnedFirst;
        this.binnedLast = binnedLast;
    }

    static EventTimes of(ModelSpec.EventStudy spec, Key cohort, Key time) {
        int[] times = new int[time.size()];
        boolean[] before = new boolean[time.size()];
        boolean first = false;
        boolean last = false;
        for (int cell = 0; cell < times.length; cell++) {
            double elapsed = time.number(cell) - cohort.number(cell);
            if (Double.isNaN(elapsed)) {
                times[cell] = NEVER;
                continue;
            }
            if (elapsed != Math.rint(elapsed)) {
                throw Diagnostic.error(
                                EstimateCode.NOT_A_PERIOD,
                                "event time " + time.number(cell) + " - " + cohort.number(cell)
                                        + " is not a whole number")
                        .at(spec.cohort().place())
                        .toException();
            }
            before[cell] = elapsed < 0;
            first |= elapsed < spec.first();
            last |= elapsed > spec.last();
            times[cell] = (int) Math.max(spec.first(), Math.min(spec.last(), elapsed));
        }
        return new EventTimes(times, before, first, last);
    }

    boolean is(int cell, int at) {
        return times[cell] == at;
    }

    boolean occurs(int at) {
        return Arrays.stream(times).anyMatch(time -> time == at);
    }

    long rows(int at, Design design) {
        long rows = 0;
        for (int cell = 0; cell < times.length; cell++) {
            rows += times[cell] == at ? design.count(cell) : 0;
        }
        return rows;
    }

    /** Whether a cohort, never-treated units aside, has no cell before its event time zero. */
    boolean anyAlwaysTreated(Key cohort) {
        boolean[] treated = new boolean[cohort.levels().size()];
        boolean[] untreated = new boolean[treated.length];
        for (int cell = 0; cell < times.length; cell++) {
            if (times[cell] != NEVER) {
                (before[cell] ? untreated : treated)[cohort.code(cell)] = true;
            }
        }
        return IntStream.range(0, treated.length).anyMatch(g -> treated[g] && !untreated[g]);
    }

    boolean binnedFirst() {
        return binnedFirst;
    }

    boolean binnedLast() {
        return binnedLast;
    }
}
