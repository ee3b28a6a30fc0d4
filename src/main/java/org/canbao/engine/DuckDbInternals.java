package org.canbao.engine;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.Objects;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * What canbao needs of DuckDB's driver and the driver keeps to itself, in the one release that canbao is built for.
 *
 * <p>The end of a result: {@code nextChunk()} says "no more" also when the query failed after its first rows, which
 * would look like a query with fewer rows. The memory of a vector: the public setters take a lock for every single
 * cell; filling vectors in one go saves about a fifth of the time of the thread that fills them. The public getters check
 * type, row and validity of every cell, which costs most before they are compiled, that is in every short run. The
 * monitor: the driver starts the flight recorder with its first connection, which nobody asked for.
 */
final class DuckDbInternals {
    private static final Method CHECK_ERROR = checkErrorMethod();
    private static final Field VALUES = field(DuckDBWritableVector.class, "data");
    private static final Field VALIDITY = field(DuckDBWritableVector.class, "validity");
    private static final Field READ_VALUES = field(DuckDBReadableVector.class, "data");
    private static final Field READ_VALIDITY = field(DuckDBReadableVector.class, "validity");
    private static final String MONITOR = "org.duckdb.DuckDBMemoryMonitor";

    private DuckDbInternals() {}

    /** The next chunk, if there is one; throws if the query failed, whenever it did. */
    static boolean next(DuckDBChunkedResult result) throws SQLException {
        if (result.nextChunk()) {
            return true;
        }
        try {
            CHECK_ERROR.invoke(result);
            return false;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw accessible(e);
        }
    }

    /** The values of a vector that DuckDB hands over for writing. */
    static ByteBuffer values(DuckDBWritableVector vector) {
        return memory(VALUES, vector);
    }

    /** Its validity, a bit per row, the lowest of each 64-bit word first; nothing is valid at first. */
    static ByteBuffer validity(DuckDBWritableVector vector) {
        return memory(VALIDITY, vector);
    }

    /** The values of a vector of numbers that DuckDB hands over for reading. */
    static ByteBuffer values(DuckDBReadableVector vector) {
        return memory(READ_VALUES, vector);
    }

    /** Which values of an incomplete vector are there, a bit per row, the lowest of each 64-bit word first. */
    static ByteBuffer validity(DuckDBReadableVector vector) {
        return memory(READ_VALIDITY, vector);
    }

    /** Whether all values of a vector are there. */
    static boolean isComplete(DuckDBReadableVector vector) {
        return read(READ_VALIDITY, vector) == null;
    }

    /** Has the driver believe that it has started its monitor of memory; to be called before the first connection. */
    static void withoutMonitor() {
        try {
            field(Class.forName(MONITOR), "initialized").setBoolean(null, true);
        } catch (IllegalAccessException e) {
            throw accessible(e);
        } catch (ClassNotFoundException e) {
            throw otherRelease(e);
        }
    }

    private static ByteBuffer memory(Field field, Object vector) {
        ByteBuffer memory = (ByteBuffer) Objects.requireNonNull(read(field, vector));
        return memory.duplicate().clear().order(ByteOrder.nativeOrder());
    }

    private static @Nullable Object read(Field field, Object vector) {
        try {
            return field.get(vector);
        } catch (IllegalAccessException e) {
            throw accessible(e);
        }
    }

    private static Method checkErrorMethod() {
        try {
            Method method = DuckDBChunkedResult.class.getDeclaredMethod("checkError");
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw otherRelease(e);
        }
    }

    private static Field field(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw otherRelease(e);
        }
    }

    private static IllegalStateException otherRelease(ReflectiveOperationException e) {
        return new IllegalStateException(
                "this release of the DuckDB driver is not the one that canbao is built for", e);
    }

    private static IllegalStateException accessible(IllegalAccessException e) {
        return new IllegalStateException("made accessible when this class was loaded", e);
    }
}
