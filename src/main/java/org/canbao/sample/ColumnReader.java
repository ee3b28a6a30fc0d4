package org.canbao.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.data.Variable;
import org.canbao.engine.SqlEngine;
import org.canbao.engine.SqlText;
import org.canbao.spec.SqlExpression;
import org.jspecify.annotations.Nullable;

/** Reads some columns of a sample, in the order of its rows, a few thousand rows at a time. */
public final class ColumnReader {
    private ColumnReader() {}

    /** Takes the rows. */
    @FunctionalInterface
    public interface Rows {
        /**
         * The next rows.
         *
         * @param numbers one array per numeric column, NaN where there is no value
         * @param texts one array per other column, null where there is no value
         */
        void take(double[][] numbers, @Nullable String[][] texts);
    }

    /**
     * Reads columns.
     *
     * @param numeric numeric or boolean columns (true is 1)
     * @param others columns read as text
     */
    public static void read(Sample sample, List<Variable> numeric, List<Variable> others, Rows rows) {
        read(sample, numeric, others, Optional.empty(), rows);
    }

    /**
     * Reads columns of the rows that meet a condition.
     *
     * @throws org.canbao.diag.CanbaoException if the condition is not allowed, or about columns that are not there
     */
    public static void read(
            Sample sample, List<Variable> numeric, List<Variable> others, Optional<SqlExpression> where, Rows rows) {
        List<String> select = new ArrayList<>();
        numeric.forEach(v -> select.add("CAST(" + SqlText.identifier(v.name()) + " AS DOUBLE)"));
        others.forEach(v -> select.add("CAST(" + SqlText.identifier(v.name()) + " AS VARCHAR)"));
        String condition =
                where.map(asked -> " WHERE " + checked(sample, asked)).orElse("");
        String sql = "SELECT " + String.join(", ", select) + " FROM " + sample.relation() + condition;
        sample.engine().query(sql, chunk -> hand(chunk, numeric.size(), others.size(), rows));
    }

    private static String checked(Sample sample, SqlExpression where) {
        return new SqlGuard(sample.engine())
                .check(where, new KnownColumns(sample.variables()), SqlGuard.Use.CONDITION)
                .sql();
    }

    private static void hand(SqlEngine.Chunk chunk, int numeric, int others, Rows rows) {
        double[][] numbers = new double[numeric][chunk.rows()];
        @Nullable String[][] texts = new String[others][chunk.rows()];
        for (int j = 0; j < numeric; j++) {
            chunk.doubles(j, numbers[j], 0);
        }
        for (int j = 0; j < others; j++) {
            chunk.strings(numeric + j, texts[j], 0);
        }
        rows.take(numbers, texts);
    }
}
