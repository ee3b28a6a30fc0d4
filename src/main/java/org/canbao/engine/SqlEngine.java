package org.canbao.engine;

import java.nio.file.Path;
import java.util.List;
import org.canbao.data.Variable;

/** What canbao asks of a SQL engine. */
public interface SqlEngine extends AutoCloseable {
    /** The number of the file a row came from, in views of Parquet files. */
    String FILE_COLUMN = "canbao_file";
    /** The number of the row in its file, in views of Parquet files. */
    String ROW_COLUMN = "canbao_row";

    /** Runs one statement that canbao itself composed; never text of a user. */
    void execute(String sql);

    /** The columns of a table, view or parenthesised query. */
    List<Variable> columns(String relation);

    /** One whole number, for example a count. */
    long count(String sql);

    /** Runs a query and hands its result over, chunk by chunk, in the order of the query. */
    void query(String sql, ChunkVisitor visitor);

    /**
     * Makes a view of Parquet files, one after the other, with two columns more: {@link #FILE_COLUMN}, the number of the
     * file, and {@link #ROW_COLUMN}, the number of the row in its file. Files may lack columns that others have.
     */
    void viewOfParquet(String view, List<Path> files);

    /**
     * Writes the result of a query as Parquet, in the order of the query; the file is there whole or not at all.
     *
     * @throws org.canbao.diag.CanbaoException if it cannot be written
     */
    void writeParquet(String query, Path target);

    /** Ends the session and removes its temporary files. */
    @Override
    void close();

    /** Takes the chunks of a result. */
    @FunctionalInterface
    interface ChunkVisitor {
        /** The next chunk; it must not be kept. */
        void visit(Chunk chunk);
    }

    /** Some rows of a result, by column. */
    interface Chunk {
        /** How many rows. */
        int rows();

        /** Copies a numeric, boolean or date column as {@code double}; null becomes NaN. */
        void doubles(int column, double[] target, int offset);

        /** Copies an integral column; where null, {@code nulls} becomes true and the value 0. */
        void longs(int column, long[] target, boolean[] nulls, int offset);

        /** Copies any column as text; null stays null. */
        void strings(int column, @org.jspecify.annotations.Nullable String[] target, int offset);
    }
}
