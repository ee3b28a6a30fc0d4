package org.canbao.math;

import java.util.Arrays;

/**
 * Which group each element belongs to: dense codes from 0, in the order of the groups' sorted values.
 *
 * <p>The codes array is shared, not copied; nobody may write to it.
 */
public final class GroupIndex {
    /** Combinations, occurring or not, for which a table is cheap. */
    private static final long FEW = 1 << 16;

    private final int[] codes;
    private final int groups;

    private GroupIndex(int[] codes, int groups) {
        this.codes = codes;
        this.groups = groups;
    }

    /** From codes that need not be dense; their order is kept. */
    public static GroupIndex of(int[] codes) {
        int max = -1;
        for (int code : codes) {
            max = Math.max(max, code);
        }
        int[] dense = new int[max + 1];
        for (int code : codes) {
            dense[code] = 1;
        }
        int groups = 0;
        for (int code = 0; code <= max; code++) {
            dense[code] = dense[code] == 0 ? -1 : groups++;
        }
        int[] renumbered = new int[codes.length];
        for (int i = 0; i < codes.length; i++) {
            renumbered[i] = dense[codes[i]];
        }
        return new GroupIndex(renumbered, groups);
    }

    /** The combinations that occur of this and another index, ordered by this and then by the other. */
    public GroupIndex cross(GroupIndex other) {
        long[] pairs = new long[codes.length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (long) codes[i] * other.groups + other.codes[i];
        }
        boolean few = (long) groups * other.groups <= Math.max(FEW, codes.length);
        return few ? of(Arrays.stream(pairs).mapToInt(pair -> (int) pair).toArray()) : sparse(pairs);
    }

    private static GroupIndex sparse(long[] pairs) {
        long[] distinct = Arrays.stream(pairs).sorted().distinct().toArray();
        int[] crossed = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            crossed[i] = Arrays.binarySearch(distinct, pairs[i]);
        }
        return new GroupIndex(crossed, distinct.length);
    }

    /** The groups of some of the elements. */
    public GroupIndex take(int[] elements) {
        int[] taken = new int[elements.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = codes[elements[i]];
        }
        return of(taken);
    }

    /** Whether each of this index's groups lies within one group of {@code outer}. */
    public boolean nestedIn(GroupIndex outer) {
        int[] home = new int[groups];
        Arrays.fill(home, -1);
        for (int i = 0; i < codes.length; i++) {
            if (home[codes[i]] == -1) {
                home[codes[i]] = outer.codes[i];
            } else if (home[codes[i]] != outer.codes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The group of element {@code i}. */
    public int code(int i) {
        return codes[i];
    }

    /** How many groups. */
    public int groups() {
        return groups;
    }

    /** How many elements. */
    public int size() {
        return codes.length;
    }

    /** The codes themselves, not to be written to. */
    public int[] codes() {
        return codes;
    }
}
