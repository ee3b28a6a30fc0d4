package org.canbao.report.table;

import java.util.Optional;
import org.canbao.privacy.Protection;
import org.canbao.report.Labels;
import org.canbao.spec.Text;

/**
 * What all tables of a study share.
 *
 * @param labels what variables and terms are called
 * @param notes the notes printed under every exhibit, if any
 * @param simulated whether any of the data was simulated
 * @param protection which counts of persons may be shown
 */
public record TableContext(Labels labels, Optional<Text> notes, boolean simulated, Protection protection) {
    /** What tables share of which everything may be shown. */
    public TableContext(Labels labels, Optional<Text> notes, boolean simulated) {
        this(labels, notes, simulated, Protection.NONE);
    }
}
