package org.canbao.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import org.duckdb.DuckDBChunkedResult;

/**
 * Tells the end of a result from its failure. The driver's {@code nextChunk()} says "no more" in both cases, so that a
 * query that fails after its first rows would look like one with fewer rows; what knows the difference is not public.
 */
final class DuckDbStream {
    private static final Method CHECK = method();

    private DuckDbStream() {}

    /** The next chunk, if there is one. */
    static boolean next(DuckDBChunkedResult result) throws SQLException {
        if (result.nextChunk()) {
            return true;
        }
        check(result);
        return false;
    }

    private static void check(DuckDBChunkedResult result) throws SQLException {
        try {
            CHECK.invoke(result);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("made accessible when this class was loaded", e);
        }
    }

    private static Method method() {
        try {
            Method method = DuckDBChunkedResult.class.getDeclaredMethod("checkError");
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(
                    "this release of the DuckDB driver is not the one that canbao is built for", e);
        }
    }
}
