package org.canbao.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.logging.log4j.LogManager;
import org.jspecify.annotations.Nullable;

/** Keeps other processes out of a folder while one works in it. The system lets go of it when the process ends. */
public final class FolderLock implements AutoCloseable {
    private static final String NAME = ".lock";
    private static final long PAUSE_MILLIS = 100;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits until no other process, and nobody else in this one, has the folder. The file of the lock stays there: to
     * remove it would let two in who opened it before and after.
     *
     * @param folder made if it is not there
     * @param whenBusy told once, if it has to wait
     * @throws org.canbao.diag.CanbaoException if the folder cannot be written
     */
    public static FolderLock acquire(Path folder, Runnable whenBusy) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve(NAME),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            try {
                waitFor(channel, whenBusy);
            } catch (IOException e) {
                // Some network disks have no locks: then it is as it would be without any.
                LogManager.getLogger(FolderLock.class).warn("cannot lock {}: {}", folder, e.toString());
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw AtomicFile.notWritten(folder, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LogManager.getLogger(FolderLock.class).warn("cannot unlock: {}", e.toString());
        }
    }

    private static void waitFor(FileChannel channel, Runnable whenBusy) throws IOException {
        boolean told = false;
        while (tryLock(channel) == null) {
            if (!told) {
                whenBusy.run();
                told = true;
            }
            pause();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a lock", e);
        }
    }
}
