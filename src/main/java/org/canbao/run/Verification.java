package org.canbao.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.canbao.files.Sha256;

/**
 * The outputs of a study's folder against its manifest.
 *
 * @param folder the folder
 * @param files one line per file, by path
 */
public record Verification(Path folder, List<Line> files) {
    public Verification {
        files = List.copyOf(files);
    }

    /** What a file is. */
    public enum State {
        /** As the manifest says. */
        SAME,
        /** Other bytes than the manifest says. */
        CHANGED,
        /** In the manifest and not on the disk. */
        MISSING,
        /** On the disk and not in the manifest. */
        UNKNOWN
    }

    /** A file and what it is. */
    public record Line(String file, State state) {}

    /** Whether every file is as the manifest says; files beside them do not count. */
    public boolean passed() {
        return files.stream().allMatch(f -> f.state() == State.SAME || f.state() == State.UNKNOWN);
    }

    /** Hashes the outputs of a folder and compares them with its manifest. */
    public static Verification of(Path folder) {
        return against(folder, ManifestFile.read(folder).outputs());
    }

    /** Compares the outputs of a folder with these hashes. */
    static Verification against(Path folder, Map<String, String> hashes) {
        List<Line> lines = new ArrayList<>();
        hashes.forEach((name, hash) -> {
            Path file = folder.resolve(name);
            State state = !Files.isRegularFile(file)
                    ? State.MISSING
                    : Sha256.of(file).equals(hash) ? State.SAME : State.CHANGED;
            lines.add(new Line(name, state));
        });
        for (String name : exhibitsOnDisk(folder)) {
            if (!hashes.containsKey(name)) {
                lines.add(new Line(name, State.UNKNOWN));
            }
        }
        return new Verification(folder, lines);
    }

    private static TreeSet<String> exhibitsOnDisk(Path folder) {
        TreeSet<String> names = new TreeSet<>();
        for (String part : List.of("results", "tables", "figures", CurveFiles.FOLDER)) {
            Path inside = folder.resolve(part);
            if (Files.isDirectory(inside)) {
                try (Stream<Path> files = Files.list(inside)) {
                    files.filter(Files::isRegularFile).forEach(f -> names.add(part + "/" + f.getFileName()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return names;
    }
}
