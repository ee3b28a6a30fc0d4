package org.canbao.privacy;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which counts of persons an exhibit may show: none from 1 to {@code below - 1}, the frequency rule of Hundepool et al.
 * (2012, Statistical Disclosure Control, section 4.2). Zeros may be shown unless the study says otherwise: an empty cell has
 * nobody whose data could be told.
 *
 * @param below the least count that is shown; 0 if all are
 * @param hideZeros whether zeros are hidden as well
 * @param cells whether the rows of the sample are cells; they are persons, or records of persons, otherwise
 * @param counts the columns of the sample that hold counts of persons
 * @param madeOf of columns that tell counts of their row without being counts, such as rates: the counts that they are made
 *     of
 */
public record Protection(
        int below, boolean hideZeros, boolean cells, Set<String> counts, Map<String, Set<String>> madeOf) {
    /** Everything is shown. */
    public static final Protection NONE = ofRows(0);

    /** What stands in the place of a count that is hidden so that others cannot be computed: confidential. */
    public static final String COMPLEMENT = "c";

    public Protection {
        // Sorted, because fingerprints are made of them, and other sets have another order in every process.
        counts = sorted(counts);
        Map<String, Set<String>> byName = new TreeMap<>();
        madeOf.forEach((column, of) -> byName.put(column, sorted(of)));
        madeOf = Collections.unmodifiableMap(byName);
        if (below < 0) {
            throw new IllegalArgumentException("below: " + below);
        }
    }

    private static SortedSet<String> sorted(Collection<String> names) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /** Rows that are persons, and a threshold. */
    public static Protection ofRows(int below) {
        return new Protection(below, false, false, Set.of(), Map.of());
    }

    /** The same where rows are persons. */
    public Protection ofPersons() {
        return new Protection(below, hideZeros, false, counts, madeOf);
    }

    /** Whether anything is hidden. */
    public boolean isOn() {
        return below > 0;
    }

    /** Whether a count of persons is hidden. */
    public boolean hides(long persons) {
        return isOn() && persons < below && (persons > 0 || hideZeros);
    }

    /** Whether a count of rows of the sample is hidden; a count of cells never is. */
    public boolean hidesRows(long rows) {
        return !cells && hides(rows);
    }

    /** The counts of persons that these columns are made of without being counts themselves. */
    public Set<String> behind(Collection<String> columns) {
        Set<String> behind = new TreeSet<>();
        columns.forEach(column -> behind.addAll(madeOf.getOrDefault(column, Set.of())));
        return behind;
    }

    /** Whether a value of a column is a count of persons that is hidden. */
    public boolean hidesValue(String column, double value) {
        return counts.contains(column) && isOn() && value < below && (value > 0 || (hideZeros && value == 0));
    }

    /** What stands in the place of a count that is too small: {@code <5}. */
    public String sign() {
        return "<" + below;
    }
}
