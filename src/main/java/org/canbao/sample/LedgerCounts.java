package org.canbao.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.canbao.engine.SqlEngine;
import org.canbao.spec.StudySpec;
import org.canbao.spec.Text;

/** Counts the lines of the ledger from how many rows came to which {@link RowFate}, which one pass over them tells. */
final class LedgerCounts {
    /** The column with the number of rows. */
    static final String ROWS = "__canbao_rows";

    private final InputView base;
    private final List<JoinedView> joins;
    private final List<StudySpec.Filter> filters;

    LedgerCounts(Layer layer) {
        this.base = layer.sources().base();
        this.joins = layer.sources().joins();
        this.filters = layer.filters();
    }

    /**
     * A query for the number of rows by fate, and of those without a match in each join.
     *
     * @param asked a relation with the rows of {@link Layer#asked}
     */
    String byFate(String asked) {
        List<String> items = new ArrayList<>(List.of(RowFate.COLUMN, "count(*) AS " + ROWS));
        for (int j = 0; j < joins.size(); j++) {
            items.add("count(*) FILTER (WHERE " + JoinedRows.hit(j) + " IS NULL) AS " + unmatched(j));
        }
        return "SELECT " + String.join(", ", items) + " FROM " + asked + " GROUP BY " + RowFate.COLUMN;
    }

    private static String unmatched(int j) {
        return "__canbao_unmatched_" + j;
    }

    /**
     * The lines of a layer.
     *
     * @param byFate a relation with the rows of {@link #byFate}
     * @param input whether the rows themselves are a line
     */
    List<Ledger.Step> count(SqlEngine engine, String byFate, boolean input) {
        Counts counts = read(engine, byFate);
        List<Ledger.Step> steps = new ArrayList<>();
        if (input) {
            steps.add(new Ledger.Step(
                    Ledger.Kind.INPUT, base.name(), Text.of(base.name()), counts.all(), counts.all(), 0, 0));
        }
        for (int j = 0; j < joins.size(); j++) {
            String name = joins.get(j).view().name();
            long unused = joins.get(j).unused(engine, base);
            steps.add(new Ledger.Step(
                    Ledger.Kind.JOIN, name, Text.of(name), counts.all(), counts.all(), counts.unmatched()[j], unused));
        }
        long before = counts.all();
        for (int i = 0; i < filters.size(); i++) {
            StudySpec.Filter filter = filters.get(i);
            long missing = counts.fates()[RowFate.unknown(i)];
            long after = before - counts.fates()[RowFate.dropped(i)] - missing;
            steps.add(new Ledger.Step(Ledger.Kind.FILTER, filter.id(), filter.label(), before, after, missing, 0));
            before = after;
        }
        return steps;
    }

    /** How many rows there are, by fate, and without a match by join. */
    private record Counts(long all, long[] fates, long[] unmatched) {}

    private Counts read(SqlEngine engine, String byFate) {
        long[] fates = new long[RowFate.count(filters.size())];
        long[] unmatched = new long[joins.size()];
        List<String> items = new ArrayList<>(List.of(RowFate.COLUMN, ROWS));
        for (int j = 0; j < joins.size(); j++) {
            items.add(unmatched(j));
        }
        engine.query("SELECT " + String.join(", ", items) + " FROM " + byFate, chunk -> {
            long[][] columns = new long[items.size()][chunk.rows()];
            boolean[] nulls = new boolean[chunk.rows()];
            for (int c = 0; c < columns.length; c++) {
                chunk.longs(c, columns[c], nulls, 0);
            }
            for (int row = 0; row < chunk.rows(); row++) {
                fates[(int) columns[0][row]] += columns[1][row];
                for (int j = 0; j < unmatched.length; j++) {
                    unmatched[j] += columns[2 + j][row];
                }
            }
        });
        return new Counts(Arrays.stream(fates).sum(), fates, unmatched);
    }
}
