package org.canbao.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.canbao.files.AtomicFile;

/** Says in a folder that it is whole, and which build of canbao made it: another build might make it otherwise. */
final class BuildStamp {
    private static final String NAME = "made-by";

    private BuildStamp() {}

    /** Whether this build made the folder and came to the end of it. */
    static boolean isOn(Path folder) {
        Path stamp = folder.resolve(NAME);
        try {
            return Files.isRegularFile(stamp) && Files.readString(stamp).equals(Versions.build());
        } catch (IOException e) {
            return false;
        }
    }

    /** Marks a folder as whole. */
    static void put(Path folder) {
        AtomicFile.write(folder.resolve(NAME), Versions.build());
    }
}
