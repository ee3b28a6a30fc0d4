package org.canbao.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder in the system's temporary folder, removed on close, and when the process ends before that. */
public final class TemporaryFolder implements AutoCloseable {
    private final Path path;
    private final Thread onExit;

    private TemporaryFolder(Path path) {
        this.path = path;
        this.onExit = new Thread(() -> delete(path), "remove " + path);
    }

    /**
     * A new folder.
     *
     * @throws org.canbao.diag.CanbaoException if it cannot be made
     */
    public static TemporaryFolder create(String prefix) {
        try {
            TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory(prefix));
            Runtime.getRuntime().addShutdownHook(folder.onExit);
            return folder;
        } catch (IOException e) {
            throw AtomicFile.notWritten(Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        delete(path);
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook finds nothing left to remove.
            return;
        }
    }

    /** Removes a folder with everything in it. What cannot be removed stays: it lies among temporary files. */
    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
