package org.canbao.estimate.did;

import java.util.List;

/**
 * One of the two periods of a comparison, with the sign of its part in the effect.
 *
 * @param sign +1 for the period, -1 for its base
 * @param treated the treated in it
 * @param controls the controls in it
 * @param name the period, in words
 */
record Change(double sign, CellRows.Part treated, CellRows.Part controls, String name) {
    /** The periods of a comparison: both with repeated cross-sections, and one with a panel, whose outcomes are changes. */
    static List<Change> of(CellRows rows) {
        if (!rows.isRepeated()) {
            return List.of(new Change(1, rows.after(true), rows.after(false), ""));
        }
        return List.of(
                new Change(1, rows.after(true), rows.after(false), " of the period"),
                new Change(-1, rows.before(true), rows.before(false), " of the base period"));
    }
}
