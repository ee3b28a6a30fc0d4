package org.canbao.estimate.did;

import java.util.List;

/**
 * A comparison of group and time: the change of a cohort from a base period to a period, against that of controls. All are
 * positions in {@link Cohorts}.
 *
 * @param cohort the treated cohort
 * @param time the period
 * @param base the period that it is compared with
 * @param controls the cohorts that are controls, ascending, the never treated last
 */
record Cell(int cohort, int time, int base, List<Integer> controls) {
    Cell {
        controls = List.copyOf(controls);
    }

    /** Whether the period is its own base, so that the effect is zero by definition. */
    boolean isReference() {
        return time == base;
    }
}
