package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, and the end of a cluster job, leave the store as it was. */
class KilledIngestTest {
    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to end there, only be killed")
    void aRunThatIsToldToEndLeavesNothing() throws Exception {
        Path store = folder.resolve("store");
        Path raw = Files.writeString(folder.resolve("raw.dta"), "stands for a file");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessIngest.class.getName(),
                        raw.toString(),
                        store.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            while (line != null && !line.equals("reading")) {
                line = output.readLine();
            }
            assertThat(line).isEqualTo("reading");
            assertThat(store.resolve("d/.2017.ingesting")).isDirectory();
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(store).doesNotExist();
    }

    /** Another process that ingests a file which is too long to finish. */
    static final class EndlessIngest {
        public static void main(String[] args) {
            SeededRows table = new SeededRows(1, SeededRows.ALL_TYPES, Integer.MAX_VALUE - 1, false);
            new Ingestor((file, options) -> new SeededReader(table))
                    .ingest(
                            IngestRequest.of("d", List.of(Path.of(args[0])), "2017", Path.of(args[1]), 2),
                            (f, rows, total) -> {
                                if (rows == 300 * 2_048) {
                                    System.out.println("reading");
                                }
                            });
        }
    }
}
