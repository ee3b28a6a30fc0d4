package org.canbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares text with a file under {@code src/test/resources/report}. {@code -Dcanbao.snapshots=write} writes the files
 * instead; the difference is then in version control, for a person to look at.
 */
final class Snapshot {
    private static final Path FOLDER = Path.of("src/test/resources/report");

    private Snapshot() {}

    static void assertEquals(String name, String actual) {
        Path file = FOLDER.resolve(name);
        try {
            if ("write".equals(System.getProperty("canbao.snapshots"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, actual);
            }
            assertThat(actual).as("differs from %s", file).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
