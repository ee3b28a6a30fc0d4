package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.data.Variable;
import org.canbao.report.Numbers;
import org.canbao.sample.ColumnReader;
import org.canbao.sample.Sample;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * One variable of a sample in memory: column {@code value}, and where asked for {@code weight} and {@code level}. One
 * variable at a time keeps memory at two columns of the sample, however many variables a table has.
 */
final class SampleColumn {
    static final String VALUE = "value";
    static final String WEIGHT = "weight";
    static final String LEVEL = "level";

    private final DoubleColumn value = DoubleColumn.create(VALUE);
    private final DoubleColumn weight = DoubleColumn.create(WEIGHT);
    private final StringColumn level = StringColumn.create(LEVEL);
    private final boolean weighted;
    private final boolean split;

    private SampleColumn(boolean weighted, boolean split) {
        this.weighted = weighted;
        this.split = split;
    }

    /**
     * Reads a numeric variable. What is not finite is missing.
     *
     * @param weights the numeric weights, if any
     * @param by the variable whose levels split the sample, if any: numbers as text without needless zeros
     */
    static Table read(Sample sample, Variable variable, Optional<Variable> weights, Optional<Variable> by) {
        List<Variable> numeric = new ArrayList<>(List.of(variable));
        weights.ifPresent(numeric::add);
        by.filter(b -> b.type().isNumeric()).ifPresent(numeric::add);
        List<Variable> others =
                by.filter(b -> !b.type().isNumeric()).map(List::of).orElse(List.of());
        SampleColumn columns = new SampleColumn(weights.isPresent(), by.isPresent());
        ColumnReader.read(sample, numeric, others, columns::append);
        return columns.table();
    }

    private void append(double[][] numbers, @Nullable String[][] texts) {
        append(value, numbers[0]);
        if (weighted) {
            append(weight, numbers[1]);
        }
        if (split && texts.length > 0) {
            for (@Nullable String text : texts[0]) {
                level.append(text == null ? "" : text);
            }
        } else if (split) {
            for (double number : numbers[numbers.length - 1]) {
                level.append(Numbers.exact(number));
            }
        }
    }

    private Table table() {
        List<Column<?>> columns = new ArrayList<>(List.of(value));
        if (weighted) {
            columns.add(weight);
        }
        if (split) {
            columns.add(level);
        }
        return Table.create("sample", columns);
    }

    private static void append(DoubleColumn column, double[] values) {
        for (double value : values) {
            if (Double.isFinite(value)) {
                column.append(value);
            } else {
                column.appendMissing();
            }
        }
    }
}
