package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All studies of the repository in one go, as the README shows it. */
class AllStudiesTest {
    private static final String HEAD = "study  ";
    private static final int SECONDS = 4;

    @TempDir
    Path folder;

    @Test
    void theReadmeShowsWhatComesOut() throws IOException {
        Path out = folder.resolve("out");
        String printed = CommandLineRun.ok("replicate", "--out", out, "--store", folder.resolve("store"))
                .out();

        assertThat(table(printed.lines()))
                .isEqualTo(table(Files.readAllLines(Path.of("README.md")).stream()
                        .dropWhile(line -> !line.equals("```console"))));
        assertThat(out.resolve("index.html")).isNotEmptyFile();
    }

    /** The lines of the summary, without the seconds and where the pages are. */
    private static List<List<String>> table(Stream<String> lines) {
        return lines.dropWhile(line -> !line.startsWith(HEAD))
                .takeWhile(line -> !line.startsWith("All studies"))
                .map(line -> Arrays.stream(line.strip().split(" {2,}"))
                        .limit(SECONDS)
                        .toList())
                .toList();
    }
}
