package org.canbao.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.canbao.files.AtomicFile;
import org.canbao.files.Sha256;

/** The files of a study's folder that a run writes or keeps, with their hashes by path. */
final class OutputFiles {
    private final Path folder;
    private final Map<String, String> before;
    private final Map<String, String> now = new TreeMap<>();

    /** The outputs of a folder; {@code before} are the hashes of the last manifest. */
    OutputFiles(Path folder, Map<String, String> before) {
        this.folder = folder;
        this.before = before;
    }

    /** The path of an output. */
    Path path(String name) {
        return folder.resolve(name);
    }

    /** Writes an output. */
    void write(String name, AtomicFile.Content content) {
        AtomicFile.write(path(name), content);
        add(name);
    }

    /** Takes up an output that something else has written. */
    void add(String name) {
        now.put(name, Sha256.of(path(name)));
    }

    /** Whether all of these are on the disk as the last manifest says. */
    boolean areAsBefore(Iterable<String> names) {
        for (String name : names) {
            String hash = before.get(name);
            if (hash == null || !Files.isRegularFile(path(name)) || !hash.equals(Sha256.of(path(name)))) {
                return false;
            }
        }
        return true;
    }

    /** Keeps outputs that are as before. */
    void keep(Iterable<String> names) {
        for (String name : names) {
            now.put(name, before.get(name));
        }
    }

    /** Keeps every output of the last manifest that this run did not touch and that still is there. */
    void keepUntouched() {
        before.forEach((name, hash) -> {
            if (!now.containsKey(name) && Files.isRegularFile(path(name))) {
                now.put(name, hash);
            }
        });
    }

    /** Deletes what the last run wrote and this study no longer has. */
    int deleteStale() {
        int deleted = 0;
        for (String name : before.keySet()) {
            if (!now.containsKey(name)) {
                try {
                    if (Files.deleteIfExists(path(name))) {
                        deleted++;
                    }
                } catch (IOException e) {
                    throw AtomicFile.notWritten(path(name), e);
                }
            }
        }
        return deleted;
    }

    /** The hash of every output, by path. */
    Map<String, String> hashes() {
        return now;
    }
}
