package org.canbao.estimate.did;

import java.util.Arrays;
import java.util.List;

/** Values as positions in the sorted lists of {@link Cohorts}. */
final class CohortIndex {
    private CohortIndex() {}

    /** The position of each cohort; what is not among the treated is never treated. */
    static int[] of(int[] values, Cohorts cohorts) {
        return find(values, cohorts.values(), cohorts.never());
    }

    /** The position of each value, all of which are in the list. */
    static int[] positions(int[] values, List<Integer> sorted) {
        return find(values, sorted, -1);
    }

    private static int[] find(int[] values, List<Integer> sorted, int otherwise) {
        int[] list = sorted.stream().mapToInt(Integer::intValue).toArray();
        int[] positions = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int at = Arrays.binarySearch(list, values[i]);
            positions[i] = at >= 0 ? at : otherwise;
        }
        return positions;
    }
}
