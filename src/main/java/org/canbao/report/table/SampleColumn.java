package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.data.Variable;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlEngine;
import org.canbao.report.Numbers;
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
    private final Optional<Variable> weights;
    private final Optional<Variable> by;

    private SampleColumn(Optional<Variable> weights, Optional<Variable> by) {
        this.weights = weights;
        this.by = by;
    }

    /**
     * Reads a numeric variable. What is not finite is missing.
     *
     * @param weights the numeric weights, if any
     * @param by the variable whose levels split the sample, if any: numbers as text without needless zeros
     */
    static Table read(Sample sample, Variable variable, Optional<Variable> weights, Optional<Variable> by) {
        List<String> select = new ArrayList<>();
        select.add(number(variable));
        weights.ifPresent(w -> select.add(number(w)));
        by.ifPresent(b -> select.add(b.type().isNumeric() ? number(b) : text(b)));
        SampleColumn columns = new SampleColumn(weights, by);
        sample.engine().query("SELECT " + String.join(", ", select) + " FROM " + sample.relation(), columns::append);
        return columns.table();
    }

    private void append(SqlEngine.Chunk chunk) {
        int next = 0;
        append(value, doubles(chunk, next++));
        if (weights.isPresent()) {
            append(weight, doubles(chunk, next++));
        }
        if (by.isPresent()) {
            appendLevels(chunk, next, by.get());
        }
    }

    private void appendLevels(SqlEngine.Chunk chunk, int column, Variable variable) {
        if (variable.type().isNumeric()) {
            for (double number : doubles(chunk, column)) {
                level.append(Numbers.exact(number));
            }
            return;
        }
        @Nullable String[] texts = new String[chunk.rows()];
        chunk.strings(column, texts, 0);
        for (@Nullable String text : texts) {
            level.append(text == null ? "" : text);
        }
    }

    private Table table() {
        List<Column<?>> columns = new ArrayList<>();
        columns.add(value);
        if (weights.isPresent()) {
            columns.add(weight);
        }
        if (by.isPresent()) {
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

    private static double[] doubles(SqlEngine.Chunk chunk, int column) {
        double[] values = new double[chunk.rows()];
        chunk.doubles(column, values, 0);
        return values;
    }

    private static String number(Variable variable) {
        return "CAST(" + DuckDbEngine.identifier(variable.name()) + " AS DOUBLE)";
    }

    private static String text(Variable variable) {
        return "CAST(" + DuckDbEngine.identifier(variable.name()) + " AS VARCHAR)";
    }
}
