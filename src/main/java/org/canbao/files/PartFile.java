package org.canbao.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The hidden file, beside its place, into which a file is written before it is moved there. Its name is its own, so that
 * two processes that write the same file never write into each other's; it is gone when the process is told to stop.
 */
public final class PartFile implements AutoCloseable {
    private static final String SUFFIX = ".part";
    private static final AtomicLong NEXT = new AtomicLong();
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(PartFile::delete), "canbao-parts-stop"));
    }

    private final Path path;

    private PartFile(Path path) {
        this.path = path;
    }

    /** A name for the parts of a file; nothing is created. */
    public static PartFile beside(Path target) {
        PartFile part = new PartFile(target.resolveSibling("." + target.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + NEXT.incrementAndGet() + SUFFIX));
        OPEN.add(part.path);
        return part;
    }

    /** Where to write. */
    public Path path() {
        return path;
    }

    /** Whether a file is such a part: of a process that was killed, if nobody is writing in its folder. */
    public static boolean isPart(Path file) {
        @Nullable Path name = file.getFileName();
        return name != null
                && name.toString().startsWith(".")
                && name.toString().endsWith(SUFFIX);
    }

    /** Removes the file, if it is still there. */
    @Override
    public void close() {
        delete(path);
        OPEN.remove(path);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // What went wrong with the write itself has been reported; a leftover hidden file does no harm.
            path.toFile().deleteOnExit();
        }
    }
}
