package org.canbao.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the rejects of some rows, which come column by column, and passes them on row by row. */
public final class RowOrder implements Rejects {
    private final List<Reject> collected = new ArrayList<>();

    private record Reject(long row, String column, String value, String reason) {}

    @Override
    public void add(long row, String column, String value, String reason) {
        collected.add(new Reject(row, column, value, reason));
    }

    /** Passes on what was collected, those of one row as they came, and forgets it. */
    public void passOn(Rejects rejects) {
        List<Reject> byRow =
                collected.stream().sorted(Comparator.comparingLong(Reject::row)).toList();
        collected.clear();
        byRow.forEach(r -> rejects.add(r.row(), r.column(), r.value(), r.reason()));
    }
}
