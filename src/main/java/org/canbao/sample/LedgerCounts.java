package org.canbao.sample;

import java.util.ArrayList;
import java.util.List;
import org.canbao.engine.SqlEngine;
import org.canbao.spec.StudySpec;
import org.canbao.spec.Text;

/** Counts the lines of the ledger in one pass over the rows. */
final class LedgerCounts {
    private final InputView base;
    private final List<JoinedView> joins;
    private final List<StudySpec.Filter> filters;

    LedgerCounts(Layer layer) {
        this.base = layer.sources().base();
        this.joins = layer.sources().joins();
        this.filters = layer.filters();
    }

    /**
     * The lines of a layer.
     *
     * @param rows a query with the columns {@link JoinedRows#hit} and {@link Expressions#keep}
     * @param input whether the rows themselves are a line
     */
    List<Ledger.Step> count(SqlEngine engine, String rows, boolean input) {
        long[] counts = counts(engine, rows);
        List<Ledger.Step> steps = new ArrayList<>();
        long all = counts[0];
        if (input) {
            steps.add(new Ledger.Step(Ledger.Kind.INPUT, base.name(), Text.of(base.name()), all, all, 0, 0));
        }
        for (int j = 0; j < joins.size(); j++) {
            String name = joins.get(j).view().name();
            long unused = joins.get(j).unused(engine, base);
            steps.add(new Ledger.Step(Ledger.Kind.JOIN, name, Text.of(name), all, all, counts[1 + j], unused));
        }
        long before = all;
        for (int i = 0; i < filters.size(); i++) {
            StudySpec.Filter filter = filters.get(i);
            long after = counts[1 + joins.size() + 2 * i];
            long missing = counts[2 + joins.size() + 2 * i];
            steps.add(new Ledger.Step(Ledger.Kind.FILTER, filter.id(), filter.label(), before, after, missing, 0));
            before = after;
        }
        return steps;
    }

    private long[] counts(SqlEngine engine, String rows) {
        List<String> items = new ArrayList<>(List.of("count(*)"));
        for (int j = 0; j < joins.size(); j++) {
            items.add("count(*) FILTER (WHERE " + JoinedRows.hit(j) + " IS NULL)");
        }
        StringBuilder kept = new StringBuilder("true");
        for (int i = 0; i < filters.size(); i++) {
            String unknown = kept + " AND " + Expressions.keep(i) + " IS NULL";
            kept.append(" AND ").append(Expressions.keep(i));
            items.add("count(*) FILTER (WHERE " + kept + ")");
            items.add("count(*) FILTER (WHERE " + unknown + ")");
        }
        long[] counts = new long[items.size()];
        boolean[] nulls = new boolean[1];
        engine.query("SELECT " + String.join(", ", items) + " FROM (" + rows + ")", chunk -> {
            long[] cell = new long[1];
            for (int c = 0; c < counts.length; c++) {
                chunk.longs(c, cell, nulls, 0);
                counts[c] = cell[0];
            }
        });
        return counts;
    }
}
