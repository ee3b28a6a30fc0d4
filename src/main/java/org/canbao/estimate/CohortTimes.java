package org.canbao.estimate;

import java.util.Arrays;
import org.canbao.design.Key;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ColumnRef;

/** The event time of each cell, period less cohort, and none where the cohort is missing: never treated. */
public final class CohortTimes {
    private static final int NEVER = Integer.MIN_VALUE;

    private final int[] times;

    private CohortTimes(int[] times) {
        this.times = times;
    }

    /**
     * From the keys of cohort and period.
     *
     * @throws org.canbao.diag.CanbaoException CB0508 if an event time is not a whole number
     */
    public static CohortTimes of(ColumnRef column, Key cohort, Key time) {
        int[] times = new int[time.size()];
        for (int cell = 0; cell < times.length; cell++) {
            double elapsed = time.number(cell) - cohort.number(cell);
            if (Double.isNaN(elapsed)) {
                times[cell] = NEVER;
                continue;
            }
            if (elapsed != Math.rint(elapsed) || Math.abs(elapsed) > Integer.MAX_VALUE) {
                throw Diagnostic.error(
                                EstimateCode.NOT_A_PERIOD,
                                "event time " + time.number(cell) + " - " + cohort.number(cell)
                                        + " is not a whole number")
                        .at(column.place())
                        .toException();
            }
            times[cell] = (int) elapsed;
        }
        return new CohortTimes(times);
    }

    /** Whether a cell is never treated. */
    public boolean isNever(int cell) {
        return times[cell] == NEVER;
    }

    /** The event time of a cell that is treated some time. */
    public int at(int cell) {
        return times[cell];
    }

    /** Whether a cell is treated. */
    public boolean isTreated(int cell) {
        return times[cell] >= 0;
    }

    /** The event times that occur, ascending. */
    public int[] occurring() {
        return Arrays.stream(times)
                .filter(time -> time != NEVER)
                .sorted()
                .distinct()
                .toArray();
    }
}
