package org.canbao.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A proportion with its base.
 *
 * @param id what it is called
 * @param share the indicator whose rows are counted
 * @param of the indicator of the rows that are the base; all rows if empty
 */
public record ShareSpec(String id, ColumnRef share, Optional<ColumnRef> of) {
    /** The columns of the sample that it reads. */
    public List<ColumnRef> columnsRead() {
        List<ColumnRef> columns = new ArrayList<>(List.of(share));
        of.ifPresent(columns::add);
        return columns;
    }
}
