package org.canbao.report.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.report.Numbers;
import org.canbao.report.TableCode;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.TableSpec;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The levels that split a table of statistics into blocks.
 *
 * @param names the levels, ascending: as numbers if they are; empty if the sample is not split
 * @param rowsWithout rows that have no level
 */
record SummaryLevels(List<String> names, long rowsWithout) {
    private static final int MOST = 24;

    SummaryLevels {
        names = List.copyOf(names);
    }

    /**
     * The levels in the sample; checks the weights on the way.
     *
     * @throws CanbaoException CB0605 for more than 24 levels, CB0606 for a negative weight
     */
    static SummaryLevels of(TableSpec.Summary spec, Sample sample, SummaryVariables variables) {
        boolean plain = variables.by().isEmpty() && variables.weights().isEmpty();
        if (plain || variables.described().isEmpty()) {
            return new SummaryLevels(List.of(), 0);
        }
        Table table = SampleColumn.read(sample, variables.described().get(0), variables.weights(), variables.by());
        spec.weights().ifPresent(ref -> checkWeights(table, ref));
        return spec.by().map(ref -> levels(table, ref)).orElseGet(() -> new SummaryLevels(List.of(), 0));
    }

    /** How many blocks of columns there are. */
    int blocks() {
        return Math.max(1, names.size());
    }

    /** The rows of each level, or all rows if the sample is not split. */
    List<Table> split(Table table) {
        if (!table.containsColumn(SampleColumn.LEVEL)) {
            return List.of(table);
        }
        StringColumn level = table.stringColumn(SampleColumn.LEVEL);
        return names.stream().map(name -> table.where(level.isEqualTo(name))).toList();
    }

    private static SummaryLevels levels(Table table, ColumnRef by) {
        StringColumn column = table.stringColumn(SampleColumn.LEVEL);
        List<String> names = new ArrayList<>(column.removeMissing().unique().asList());
        if (names.isEmpty() || names.size() > MOST) {
            throw Diagnostic.error(
                            TableCode.MANY_LEVELS,
                            "column `" + by + "` has " + names.size() + " levels; a table is split into 1 to " + MOST)
                    .at(by.place())
                    .hint("derive a column with fewer levels under `derive`, and name it in `by`")
                    .toException();
        }
        names.sort(ascending(names));
        return new SummaryLevels(names, column.countMissing());
    }

    private static Comparator<String> ascending(List<String> names) {
        boolean numbers = names.stream().allMatch(n -> n.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?"));
        Comparator<String> asText = Comparator.naturalOrder();
        return numbers ? Comparator.comparingDouble(Double::parseDouble).thenComparing(asText) : asText;
    }

    private static void checkWeights(Table table, ColumnRef weights) {
        DoubleColumn column = table.doubleColumn(SampleColumn.WEIGHT);
        int negative = column.isLessThan(0).size();
        if (negative > 0) {
            throw Diagnostic.error(
                            TableCode.BAD_WEIGHT,
                            "weights `" + weights + "` are negative in " + negative + " rows, the smallest is "
                                    + Numbers.exact(column.min()))
                    .at(weights.place())
                    .hint("analytic weights are zero or more; rows of weight zero or without weight are left out")
                    .toException();
        }
    }
}
