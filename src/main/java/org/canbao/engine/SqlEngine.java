package org.canbao.engine;

import java.util.List;
import org.canbao.data.Variable;

/** What canbao asks of a SQL engine. */
public interface SqlEngine extends AutoCloseable {
    /** Runs one statement that canbao itself composed; never text of a user. */
    void execute(String sql);

    /** The columns of a table, view or parenthesised query. */
    List<Variable> columns(String relation);

    /** One whole number, for example a count. */
    long count(String sql);

    /** Runs a query and hands its result over, chunk by chunk, in the order of the query. */
    void query(String sql, ChunkVisitor visitor);

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
