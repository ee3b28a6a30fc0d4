package org.canbao.engine;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How an embedded engine may use the machine.
 *
 * @param threads how many threads
 * @param temporary the folder in which it makes a spill folder when it needs one; made if it is not there, and removed
 *     again at the end
 * @param memoryBytes how much memory its buffers may take; empty for four fifths of the machine's
 * @param keepOrder whether results without {@code ORDER BY} keep the order of their input
 */
public record DuckDbSettings(int threads, Path temporary, OptionalLong memoryBytes, boolean keepOrder) {
    public DuckDbSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
    }

    /** Settings that keep the order of rows and leave the memory to the engine. */
    public static DuckDbSettings of(int threads, Path temporary) {
        return new DuckDbSettings(threads, temporary, OptionalLong.empty(), true);
    }

    /** The same with a limit on memory. */
    public DuckDbSettings withMemory(long bytes) {
        return new DuckDbSettings(threads, temporary, OptionalLong.of(bytes), keepOrder);
    }

    /** The same, keeping the order of rows or not; not keeping it saves memory. */
    public DuckDbSettings withOrder(boolean keep) {
        return new DuckDbSettings(threads, temporary, memoryBytes, keep);
    }
}
