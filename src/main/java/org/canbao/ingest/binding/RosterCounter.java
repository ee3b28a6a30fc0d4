package org.canbao.ingest.binding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;
import org.canbao.ingest.Rejects;
import org.canbao.schema.Roster;
import org.canbao.schema.RosterCount;
import org.jspecify.annotations.Nullable;

/**
 * Counts the persons of a roster: its items are harmonised into columns of their own, person by person, and each count is
 * the number of persons of whom all its conditions are known to be true.
 */
final class RosterCounter {
    private static final int MONTHS = 12;
    private static final int NONE = -1;

    private final RosterBinding binding;
    private final List<RosterCount> counts;
    private final int firstColumn;
    private final List<Variable> items = new ArrayList<>();
    private final List<ColumnTransfer> transfers = new ArrayList<>();
    private final List<BoundVariable> bound = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private @Nullable ColumnBatch persons;

    /**
     * A counter.
     *
     * @param firstColumn the column of the first count; the others follow
     */
    RosterCounter(RosterBinding binding, int firstColumn) {
        this.binding = binding;
        this.counts = binding.made();
        this.firstColumn = firstColumn;
        for (Sought sought : binding.all()) {
            sought.bound().ifPresent(b -> {
                transfers.add(new ColumnTransfer(b, items.size(), HarmonisingReader.conversion(b)));
                columns.put(b.wanted().name(), items.size());
                items.add(b.variable());
                bound.add(b);
            });
        }
    }

    /** The harmonised variables. */
    List<Variable> variables() {
        return counts.stream().map(binding::variable).toList();
    }

    /** The raw variables that it reads. */
    List<BoundVariable> bound() {
        return bound;
    }

    /** Fills the columns of the counts; cells of items that do not fit are rejects. */
    void apply(ColumnBatch raw, ColumnBatch out, long before, Rejects rejects) {
        ColumnBatch known = persons;
        if (known == null || known.capacity() < raw.rows()) {
            known = new ColumnBatch(items, out.capacity());
            persons = known;
        }
        ColumnBatch filled = known;
        filled.clear();
        filled.rows(raw.rows());
        transfers.forEach(transfer -> transfer.apply(raw, filled, before, rejects));
        for (int c = 0; c < counts.size(); c++) {
            count(counts.get(c), filled, out.longs(firstColumn + c), raw.rows());
        }
    }

    private void count(RosterCount count, ColumnBatch filled, long[] out, int rows) {
        Arrays.fill(out, 0, rows, 0);
        int people = binding.roster().last() - binding.roster().first() + 1;
        for (int person = 0; person < people; person++) {
            int there = column(binding.roster().items().get(0).name(), person);
            if (there == NONE) {
                continue;
            }
            List<IntPredicate> conditions = conditions(count, person, filled);
            byte[] states = filled.states(there);
            for (int row = 0; row < rows; row++) {
                if (states[row] == ColumnBatch.PRESENT && all(conditions, row)) {
                    out[row]++;
                }
            }
        }
    }

    private static boolean all(List<IntPredicate> conditions, int row) {
        for (IntPredicate condition : conditions) {
            if (!condition.test(row)) {
                return false;
            }
        }
        return true;
    }

    private List<IntPredicate> conditions(RosterCount count, int person, ColumnBatch filled) {
        return count.where().stream().map(c -> condition(c, person, filled)).toList();
    }

    private IntPredicate condition(RosterCount.Condition condition, int person, ColumnBatch filled) {
        int survey = binding.roster().survey().orElse(0);
        return switch (condition.item()) {
            case Roster.AGE -> {
                int born = column(Roster.BIRTH_YEAR, person);
                yield row -> present(filled, born, row) && within(condition, survey / 100 - filled.longs(born)[row]);
            }
            case Roster.MONTHS_HERE -> {
                int year = column(Roster.ARRIVAL_YEAR, person);
                int month = column(Roster.ARRIVAL_MONTH, person);
                long now = survey / 100 * MONTHS + survey % 100;
                yield row -> present(filled, year, row)
                        && present(filled, month, row)
                        && within(condition, now - filled.longs(year)[row] * MONTHS - filled.longs(month)[row]);
            }
            default -> plain(condition, column(condition.item(), person), filled);
        };
    }

    private IntPredicate plain(RosterCount.Condition condition, int column, ColumnBatch filled) {
        if (column == NONE) {
            return row -> false;
        }
        if (condition.values().isEmpty()) {
            return row -> present(filled, column, row) && within(condition, filled.longs(column)[row]);
        }
        if (items.get(column).type().isIntegral()) {
            return row -> present(filled, column, row)
                    && condition.values().contains(String.valueOf(filled.longs(column)[row]));
        }
        String[] values = filled.strings(column);
        return row -> present(filled, column, row) && condition.values().contains(values[row]);
    }

    private static boolean within(RosterCount.Condition condition, long value) {
        return (condition.least().isEmpty() || value >= condition.least().getAsLong())
                && (condition.most().isEmpty() || value <= condition.most().getAsLong());
    }

    private static boolean present(ColumnBatch filled, int column, int row) {
        return column != NONE && filled.states(column)[row] == ColumnBatch.PRESENT;
    }

    /** The column of a person's item, or {@link #NONE}. */
    private int column(String item, int person) {
        return columns.getOrDefault(item + "_" + (binding.roster().first() + person), NONE);
    }
}
