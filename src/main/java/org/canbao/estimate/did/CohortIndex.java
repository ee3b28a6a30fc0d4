package org.canbao.estimate.did;

import java.util.Arrays;
import java.util.List;

/** Values as positions in the sorted lists of {@link Cohorts}. */
final class CohortIndex {
    private CohortIndex() {}

    /** The position of each cohort; what is not among the treated is never treated. */
    static int[] of(Coded column, Cohorts cohorts) {
        return find(column, cohorts.values(), cohorts.never());
    }

    /** The position of each period, all of which are in the list. */
    static int[] positions(Coded column, List<Integer> sorted) {
        return find(column, sorted, -1);
    }

    private static int[] find(Coded column, List<Integer> sorted, int otherwise) {
        int[] list = sorted.stream().mapToInt(Integer::intValue).toArray();
        int[] positions = column.values().clone();
        for (int code = 0; code < positions.length; code++) {
            int at = Arrays.binarySearch(list, positions[code]);
            positions[code] = at >= 0 ? at : otherwise;
        }
        return Coded.through(positions, column.codes());
    }
}
