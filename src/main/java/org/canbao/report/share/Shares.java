package org.canbao.report.share;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.canbao.diag.Diagnostic;
import org.canbao.report.Numbers;
import org.canbao.report.TableCode;
import org.canbao.sample.ColumnReader;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ShareSpec;
import org.jspecify.annotations.Nullable;

/**
 * One proportion by the levels of up to two columns. The base is the rows whose {@code of} is 1; rows of it where the
 * share or a level is missing are left out and counted.
 */
public final class Shares {
    /** The one level of what is not split. */
    public static final String ALL = "";

    private static final Comparator<String> ASCENDING =
            Comparator.<String>comparingDouble(Shares::number).thenComparing(Comparator.naturalOrder());

    private final ShareSpec spec;
    private final ShareColumns columns;
    private final Map<String, Map<String, Tally>> tallies = new HashMap<>();
    private long left;

    private Shares(ShareSpec spec, ShareColumns columns) {
        this.spec = spec;
        this.columns = columns;
    }

    /**
     * Counts.
     *
     * @param rows the column whose levels are rows, if any
     * @param by the column whose levels are blocks of columns, if any
     * @param weights the weights, if any
     * @throws org.canbao.diag.CanbaoException CB0603 for an unknown column, CB0604 for one without numbers, CB0606 for a
     *     negative weight, CB0607 for an indicator that is neither 0 nor 1
     */
    public static Shares of(
            ShareSpec spec,
            Sample sample,
            Optional<ColumnRef> rows,
            Optional<ColumnRef> by,
            Optional<ColumnRef> weights) {
        Shares shares = new Shares(spec, ShareColumns.of(spec, sample, rows, by, weights));
        ColumnReader.read(sample, shares.columns.numeric(), shares.columns.levels(), shares::take);
        return shares;
    }

    /** The levels of the rows, ascending: as numbers where they are. */
    public List<String> rows() {
        return sorted(tallies.keySet());
    }

    /** The levels of the blocks of columns, ascending. */
    public List<String> blocks() {
        List<String> all = new ArrayList<>();
        tallies.values().forEach(blocks -> all.addAll(blocks.keySet()));
        return sorted(all);
    }

    /** The proportion among the rows of two levels; of nobody if there are none. */
    public Proportion at(String row, String block) {
        return tallies.getOrDefault(row, Map.of())
                .getOrDefault(block, new Tally())
                .proportion();
    }

    /** Rows of the base whose share or level is missing. */
    public long left() {
        return left;
    }

    /** Levels in ascending order without repetitions. */
    public static List<String> sorted(Iterable<String> levels) {
        TreeSet<String> sorted = new TreeSet<>(ASCENDING);
        levels.forEach(sorted::add);
        return List.copyOf(sorted);
    }

    private void take(double[][] numbers, @Nullable String[][] texts) {
        for (int i = 0; i < numbers[0].length; i++) {
            double share = indicator(numbers[0][i], spec.share());
            int row = i;
            boolean inBase = spec.of()
                    .map(of -> indicator(numbers[columns.base()][row], of) == 1)
                    .orElse(true);
            if (inBase) {
                count(share, level(texts, 0, i), level(texts, texts.length - 1, i), weight(numbers, i));
            }
        }
    }

    private void count(double share, @Nullable String first, @Nullable String last, double weight) {
        if (Double.isNaN(share) || first == null || last == null) {
            left++;
            return;
        }
        tallies.computeIfAbsent(columns.hasRows() ? first : ALL, r -> new HashMap<>())
                .computeIfAbsent(columns.hasBlocks() ? last : ALL, b -> new Tally())
                .add(share == 1, weight);
    }

    private static @Nullable String level(@Nullable String[][] texts, int column, int row) {
        return texts.length == 0 ? ALL : texts[column][row];
    }

    private double weight(double[][] numbers, int row) {
        if (columns.weights().isEmpty()) {
            return Double.NaN;
        }
        double weight = numbers[numbers.length - 1][row];
        ColumnRef ref = columns.weights().orElseThrow();
        if (weight < 0) {
            throw Diagnostic.error(TableCode.BAD_WEIGHT, "weights `" + ref + "` are negative: " + Numbers.exact(weight))
                    .at(ref.place())
                    .hint("weights are zero or more; rows of weight zero or without weight are left out")
                    .toException();
        }
        return weight;
    }

    private static double indicator(double value, ColumnRef column) {
        if (value != 0 && value != 1 && !Double.isNaN(value)) {
            throw Diagnostic.error(
                            TableCode.NO_INDICATOR,
                            "column `" + column + "` is no indicator: it holds " + Numbers.exact(value))
                    .at(column.place())
                    .hint("a share counts rows where a column is true or 1; derive one under `derive`")
                    .toException();
        }
        return value;
    }

    private static double number(String level) {
        return level.matches("[+-]?\\d+(\\.\\d+)?") ? Double.parseDouble(level) : Double.POSITIVE_INFINITY;
    }
}
