package org.canbao.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.files.AtomicFile;
import org.canbao.files.FolderLock;
import org.canbao.files.Folders;
import org.canbao.files.PartFile;

/**
 * The folder of a study while one process works in it: it lies where it seems to lie, nobody else writes there, and what
 * a killed process left half-written is gone.
 */
final class StudyFolder implements AutoCloseable {
    private static final String CACHE = ".cache";
    private static final List<String> PARTS = List.of("", CACHE, "results", "tables", "figures", CurveFiles.FOLDER);

    private final Path path;
    private final FolderLock lock;

    private StudyFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder if it is not there; waits while another process works in it.
     *
     * @param out the folder of all studies
     * @throws org.canbao.diag.CanbaoException if it cannot be written, or if a link in it leads out of {@code out}
     */
    static StudyFolder open(Path out, String study, RunListener listener) {
        Path path = out.resolve(study);
        try {
            Files.createDirectories(path);
            refuseLinks(out, path);
            FolderLock lock = FolderLock.acquire(path.resolve(CACHE), () -> listener.finding(busy(path)));
            removeParts(path);
            Folders.delete(spillIn(cacheOf(path)));
            Files.deleteIfExists(wideIn(cacheOf(path)));
            return new StudyFolder(path, lock);
        } catch (IOException e) {
            throw AtomicFile.notWritten(path, e);
        }
    }

    /** Where it is. */
    Path path() {
        return path;
    }

    /** Where in a study's folder is kept what later runs can use again. */
    static Path cacheOf(Path folder) {
        return folder.resolve(CACHE);
    }

    /** Where the engine of a run puts what does not fit into memory. */
    static Path spillIn(Path cache) {
        return cache.resolve("spill");
    }

    /** Where specification curves keep the sample with the columns of all alternatives while they are estimated. */
    static Path wideIn(Path cache) {
        return cache.resolve("choices.parquet");
    }

    @Override
    public void close() {
        lock.close();
    }

    private static void refuseLinks(Path out, Path path) throws IOException {
        Path root = out.toRealPath();
        for (String part : PARTS) {
            Path folder = path.resolve(part);
            if (Files.exists(folder) && !folder.toRealPath().startsWith(root)) {
                throw Diagnostic.error(RunCode.OUTSIDE, "`" + folder + "` is a link that leads out of `" + out + "`")
                        .at(Place.of(folder.toString()))
                        .hint("remove the link; to keep outputs elsewhere, say so with --out")
                        .toException();
            }
        }
    }

    private static void removeParts(Path path) throws IOException {
        for (String part : PARTS) {
            Path folder = path.resolve(part);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.filter(PartFile::isPart).toList()) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    private static Diagnostic busy(Path path) {
        return Diagnostic.note(RunCode.BUSY, "another canbao is at work in `" + path + "`: waiting until it has ended");
    }
}
