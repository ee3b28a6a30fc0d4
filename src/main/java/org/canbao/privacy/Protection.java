package org.canbao.privacy;

import java.util.Set;

/**
 * Which counts of persons an exhibit may show: none from 1 to {@code below - 1}, the frequency rule of Hundepool et al.
 * (2012, Statistical Disclosure Control, section 4.2). Zeros may be shown unless the study says otherwise: an empty cell has
 * nobody whose data could be told.
 *
 * @param below the least count that is shown; 0 if all are
 * @param hideZeros whether zeros are hidden as well
 * @param cells whether the rows of the sample are cells; they are persons, or records of persons, otherwise
 * @param counts the columns of the sample that hold counts of persons
 */
public record Protection(int below, boolean hideZeros, boolean cells, Set<String> counts) {
    /** Everything is shown. */
    public static final Protection NONE = new Protection(0, false, false, Set.of());

    /** What stands in the place of a count that is hidden so that others cannot be computed: confidential. */
    public static final String COMPLEMENT = "c";

    public Protection {
        counts = Set.copyOf(counts);
        if (below < 0) {
            throw new IllegalArgumentException("below: " + below);
        }
    }

    /** Rows that are persons, and a threshold. */
    public static Protection ofRows(int below) {
        return new Protection(below, false, false, Set.of());
    }

    /** The same where rows are persons. */
    public Protection ofPersons() {
        return new Protection(below, hideZeros, false, counts);
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

    /** Whether a value of a column is a count of persons that is hidden. */
    public boolean hidesValue(String column, double value) {
        return counts.contains(column) && isOn() && value < below && (value > 0 || (hideZeros && value == 0));
    }

    /** What stands in the place of a count that is too small: {@code <5}. */
    public String sign() {
        return "<" + below;
    }
}
