package org.canbao.engine;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.logging.log4j.LogManager;
import org.canbao.files.AtomicFile;

/**
 * The folder into which one engine spills. The engine makes it when it first needs it, but not the folders above it:
 * these are made here.
 */
final class SpillFolder {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Path path;
    private final boolean madeParent;

    private SpillFolder(Path path, boolean madeParent) {
        this.path = path;
        this.madeParent = madeParent;
    }

    /**
     * A folder of its own for each engine of each process, so that one never removes what another needs.
     *
     * @throws org.canbao.diag.CanbaoException if {@code temporary} is not there and cannot be made
     */
    static SpillFolder under(Path temporary) {
        Path parent = temporary.toAbsolutePath();
        boolean missing = !Files.exists(parent);
        try {
            Files.createDirectories(parent);
        } catch (IOException e) {
            throw AtomicFile.notWritten(parent, e);
        }
        String name = "canbao-spill-" + ProcessHandle.current().pid() + "-" + NEXT.incrementAndGet();
        return new SpillFolder(parent.resolve(name), missing);
    }

    Path path() {
        return path;
    }

    /** Removes what was made. The engine puts only plain files into its folder. */
    void delete() {
        try {
            if (Files.isDirectory(path)) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
                    for (Path file : files) {
                        Files.deleteIfExists(file);
                    }
                }
                Files.deleteIfExists(path);
            }
            if (madeParent) {
                Files.deleteIfExists(path.getParent());
            }
        } catch (DirectoryNotEmptyException e) {
            LogManager.getLogger(SpillFolder.class).debug("{} is used by others too", path.getParent());
        } catch (IOException e) {
            LogManager.getLogger(SpillFolder.class)
                    .warn("cannot remove the temporary folder {}: {}", path, e.toString());
        }
    }
}
