package org.canbao.ingest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.logging.log4j.LogManager;
import org.canbao.diag.Diagnostic;
import org.canbao.files.AtomicFile;
import org.canbao.files.Folders;
import org.jspecify.annotations.Nullable;

/**
 * A wave while it is written: a hidden folder beside its place. {@link #commit()} swaps it in; otherwise closing it, or
 * the end of the virtual machine, leaves the store as it was. A lock keeps other processes away from the same wave, so
 * that whatever a killed run left behind can be removed.
 */
final class StagedWave implements AutoCloseable {
    private static final int ATTEMPTS = 40;
    private static final long PAUSE_MILLIS = 50;

    private final Path target;
    private final Path staging;
    private final Path previous;
    private final Path lockFile;
    private final FileChannel lockChannel;
    private final Deque<Path> made;
    private final Thread onShutdown = new Thread(this::discard, "canbao-ingest-stop");

    private StagedWave(Path target, Deque<Path> made, Path lockFile, FileChannel lockChannel) {
        this.target = target;
        this.made = made;
        this.staging = hidden(target, "ingesting");
        this.previous = hidden(target, "previous");
        this.lockFile = lockFile;
        this.lockChannel = lockChannel;
    }

    /**
     * Begins a wave.
     *
     * @param target the folder that it will be
     * @throws org.canbao.diag.CanbaoException CB0257 if another process is writing it, CB0801 if the store cannot be
     *     written
     */
    static StagedWave begin(Path target) {
        try {
            Deque<Path> made = makeFolders(target.toAbsolutePath().getParent());
            Path lockFile = hidden(target, "lock");
            StagedWave wave = new StagedWave(target, made, lockFile, locked(lockFile, target));
            Runtime.getRuntime().addShutdownHook(wave.onShutdown);
            wave.removeLeftovers();
            Files.createDirectory(wave.staging);
            return wave;
        } catch (IOException e) {
            throw AtomicFile.notWritten(target, e);
        }
    }

    /** Where to write. */
    Path folder() {
        return staging;
    }

    /** Puts the finished folder into its place, which another one may have. */
    void commit() {
        try {
            boolean replaces = Files.exists(target);
            if (replaces) {
                AtomicFile.move(target, previous);
            }
            try {
                AtomicFile.move(staging, target);
            } catch (IOException e) {
                if (replaces) {
                    AtomicFile.move(previous, target);
                }
                throw e;
            }
            made.clear();
            Folders.delete(previous);
        } catch (IOException e) {
            throw AtomicFile.notWritten(target, e);
        }
    }

    @Override
    public void close() {
        discard();
        try {
            Runtime.getRuntime().removeShutdownHook(onShutdown);
        } catch (IllegalStateException e) {
            LogManager.getLogger(StagedWave.class).debug("closed while the virtual machine stops");
        }
    }

    /** Removes what is there; the engine may still be letting go of a file. */
    private void discard() {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                Folders.delete(staging);
                Files.deleteIfExists(lockFile);
                lockChannel.close();
                removeFolders();
                return;
            } catch (IOException e) {
                if (attempt == ATTEMPTS || !paused()) {
                    LogManager.getLogger(StagedWave.class).warn("cannot remove {}: {}", staging, e.toString());
                    return;
                }
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A killed run may have left its staging folder, or have stopped between the two moves of a swap. */
    private void removeLeftovers() throws IOException {
        Folders.delete(staging);
        if (Files.exists(previous)) {
            if (Files.exists(target)) {
                Folders.delete(previous);
            } else {
                AtomicFile.move(previous, target);
            }
        }
    }

    private void removeFolders() throws IOException {
        while (!made.isEmpty()) {
            Path folder = made.peek();
            try (var entries = Files.newDirectoryStream(folder)) {
                if (entries.iterator().hasNext()) {
                    return;
                }
            }
            Files.deleteIfExists(folder);
            made.pop();
        }
    }

    /** Makes the folder and those above it; returns the new ones, innermost first. */
    private static Deque<Path> makeFolders(@Nullable Path folder) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path path = folder; path != null && !Files.exists(path); path = path.getParent()) {
            missing.add(path);
        }
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return missing;
    }

    private static FileChannel locked(Path lockFile, Path target) throws IOException {
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null || !Files.exists(lockFile)) {
            channel.close();
            throw Diagnostic.error(StoreCode.BUSY, "another canbao is writing `" + target + "`")
                    .hint("wait until it has ended, then try again")
                    .toException();
        }
        return channel;
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static Path hidden(Path target, String suffix) {
        return target.resolveSibling("." + target.getFileName() + "." + suffix);
    }
}
