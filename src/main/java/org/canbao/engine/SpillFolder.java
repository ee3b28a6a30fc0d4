package org.canbao.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.logging.log4j.LogManager;

/** The folder into which one engine spills; the engine makes it when it first needs it. */
final class SpillFolder {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Path path;

    private SpillFolder(Path path) {
        this.path = path;
    }

    /** A folder of its own for each engine of each process, so that one never removes what another needs. */
    static SpillFolder under(Path temporary) {
        String name = "canbao-spill-" + ProcessHandle.current().pid() + "-" + NEXT.incrementAndGet();
        return new SpillFolder(temporary.toAbsolutePath().resolve(name));
    }

    Path path() {
        return path;
    }

    /** Removes the folder, if it was ever made. The engine puts only plain files into it. */
    void delete() {
        if (!Files.isDirectory(path)) {
            return;
        }
        try {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LogManager.getLogger(SpillFolder.class).warn("cannot remove the temporary folder {}: {}", path, e.toString());
        }
    }
}
