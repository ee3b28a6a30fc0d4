package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.canbao.data.Codebook;
import org.canbao.diag.CanbaoException;
import org.canbao.files.Sha256;
import org.canbao.schema.DataSchema;
import org.canbao.yaml.SchemaReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file in parts gives what the file in one piece gives, and the same bytes on any number of threads. */
class IngestInPartsTest {
    private static final int ROWS = 20_000;
    /** With the length of the raw file, 17 bytes, this makes 16 parts. */
    private static final long TINY_PART = 1;

    private static final long ONE_PART = Long.MAX_VALUE;

    @TempDir
    Path folder;

    Path raw;

    @BeforeEach
    void rawFile() throws IOException {
        raw = Files.writeString(folder.resolve("raw.dta"), "stands for a file");
    }

    private static SeededRows table(long seed) {
        return new SeededRows(seed, SeededRows.ALL_TYPES, ROWS, seed % 2 == 0);
    }

    private Codebook ingest(SeededFile file, String store, long partBytes, long maxRejects, int threads) {
        IngestRequest request = new IngestRequest(
                "d", List.of(raw), "2017", folder.resolve(store), OpenOptions.DEFAULT, maxRejects, threads);
        return new Ingestor((path, options) -> file, partBytes).ingest(request, Progress.NONE);
    }

    private List<Path> parts(String store) {
        return new Store(folder.resolve(store)).find("d", "2017").orElseThrow().parts();
    }

    private Map<String, String> snapshot(String store) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        if (Files.exists(folder.resolve(store))) {
            try (var paths = Files.walk(folder.resolve(store))) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    hashes.put(folder.resolve(store).relativize(path).toString(), Sha256.of(path));
                }
            }
        }
        return hashes;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void rowsOrderRejectsAndBytesDoNotDependOnPartsOrThreads(long seed) throws IOException {
        int every = (int) seed * 37;
        Codebook whole = ingest(new SeededFile(table(seed), every, Integer.MAX_VALUE), "whole", ONE_PART, ROWS, 1);
        for (int threads = 1; threads <= 4; threads++) {
            SeededFile file = new SeededFile(table(seed), every, Integer.MAX_VALUE);
            Codebook inParts = ingest(file, "parts" + threads, TINY_PART, ROWS, threads);
            assertThat(inParts).isEqualTo(whole);
            assertThat(inParts.rejected()).isEqualTo(ROWS / every);
        }
        assertThat(parts("whole")).hasSize(1);
        assertThat(parts("parts1")).hasSize(16);
        assertThat(StoredRows.of(folder, parts("parts1")))
                .hasSize(ROWS)
                .isEqualTo(StoredRows.of(folder, parts("whole")));
        assertThat(folder.resolve("parts1/d/2017.rejects.csv"))
                .hasSameBinaryContentAs(folder.resolve("whole/d/2017.rejects.csv"));
        for (int threads = 2; threads <= 4; threads++) {
            assertThat(snapshot("parts" + threads)).isEqualTo(snapshot("parts1"));
        }
    }

    @Test
    void allPartsHaveTheCompanionsThatTheLastRowAsksFor() {
        SeededRows table = new SeededRows(4, SeededRows.ALL_TYPES, ROWS, true).taggedFrom(ROWS - 200);
        Codebook codebook = ingest(new SeededFile(table), "store", TINY_PART, 0, 2);
        assertThat(codebook.variable("int").orElseThrow().missingCodes()).isNotEmpty();
        List<Path> parts = parts("store");
        List<String> columns = StoredRows.columns(folder, parts.get(15));
        assertThat(columns).contains("int__missing", "answer__missing").doesNotContain("flag__missing");
        assertThat(parts)
                .allSatisfy(part -> assertThat(StoredRows.columns(folder, part)).isEqualTo(columns));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "2, 9000", "2, 19999", "3, 12345"})
    void theFirstBreakIsReportedAndTheStoreIsAsItWas(int threads, int row) throws IOException {
        ingest(new SeededFile(table(1)), "store", TINY_PART, 0, 2);
        Map<String, String> before = snapshot("store");
        assertThatThrownBy(() -> ingest(new SeededFile(table(2), 0, row), "store", TINY_PART, 0, threads))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("breaks off in row " + row);
        assertThat(snapshot("store")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "2, 1, 0", "3, 1, 0", "2, 1, 5000", "2, 7, 100", "3, 10, 1999", "2, 10, 3"})
    void tooManyRejectsStopAtTheSameOne(int threads, int every, long allowed) {
        CanbaoException whole = tooMany("whole", ONE_PART, 1, every, allowed);
        CanbaoException parts = tooMany("parts", TINY_PART, threads, every, allowed);
        assertThat(parts.diagnostics().get(0).message())
                .isEqualTo(whole.diagnostics().get(0).message());
        assertThat(folder.resolve("parts/d/2017.rejects.csv"))
                .hasSameBinaryContentAs(folder.resolve("whole/d/2017.rejects.csv"));
        assertThat(folder.resolve("parts/d/2017")).doesNotExist();
    }

    private CanbaoException tooMany(String store, long partBytes, int threads, int every, long allowed) {
        CanbaoException failure = catchThrowableOfType(
                CanbaoException.class,
                () -> ingest(new SeededFile(table(3), every, Integer.MAX_VALUE), store, partBytes, allowed, threads));
        assertThat(failure.diagnostics().get(0).code()).isEqualTo(StoreCode.TOO_MANY_REJECTS);
        return failure;
    }

    @Test
    void progressAddsUpAndComesFromOneThreadAtATime() {
        List<Long> heard = new ArrayList<>();
        AtomicBoolean busy = new AtomicBoolean();
        Progress progress = (file, rows, total) -> {
            assertThat(busy.getAndSet(true)).isFalse();
            assertThat(file).isEqualTo(raw);
            assertThat(total).hasValue(ROWS);
            heard.add(rows);
            busy.set(false);
        };
        new Ingestor((path, options) -> new SeededFile(table(1)), TINY_PART)
                .ingest(IngestRequest.of("d", List.of(raw), "", folder.resolve("store"), 2), progress);
        assertThat(heard).isSorted().doesNotHaveDuplicates().endsWith((long) ROWS);
    }

    @Test
    void filesThatCannotBeCutAreReadSideBySideInTheirOrder() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "stands for another");
        Path third = Files.writeString(folder.resolve("third.csv"), "stands for one more");
        List<Path> files = List.of(raw, other, third);
        for (int threads = 1; threads <= 3; threads++) {
            Ingestor.Opener opener = (path, options) -> new SeededReader(table(path.equals(other) ? 2 : 1));
            Codebook codebook = new Ingestor(opener, TINY_PART)
                    .ingest(
                            IngestRequest.of("d", files, "2017", folder.resolve("store" + threads), threads),
                            Progress.NONE);
            assertThat(codebook.rows()).isEqualTo(3L * ROWS);
            assertThat(snapshot("store" + threads)).hasSize(4).isEqualTo(snapshot("store1"));
        }
    }

    @Test
    void aSchemaGivesTheSameInPartsAsInOnePiece() throws IOException {
        DataSchema schema = SchemaReader.read("""
                schema: seeded
                dataset: d
                title: Seeded
                keep_others: false
                variables:
                  small: {raw: short, type: int8, confidence: verified}
                  code: {raw: byte, codes: {0: zero, 1: one, 2: two}, confidence: verified}
                  answer: {raw: answer, missing: [3], confidence: verified}
                """, "seeded.yaml");
        for (long partBytes : new long[] {ONE_PART, TINY_PART}) {
            IngestRequest request = new IngestRequest(
                    "d",
                    List.of(raw),
                    "2017",
                    folder.resolve("store" + partBytes),
                    OpenOptions.DEFAULT,
                    2 * ROWS,
                    2,
                    Optional.of(schema),
                    false,
                    Optional.empty());
            Codebook codebook = new Ingestor(
                            (path, options) -> new SeededFile(table(2), 37, Integer.MAX_VALUE), partBytes)
                    .ingest(request, Progress.NONE);
            assertThat(codebook.rejected()).isGreaterThan(ROWS);
        }
        assertThat(StoredRows.of(folder, parts("store" + TINY_PART)))
                .hasSize(ROWS)
                .isEqualTo(StoredRows.of(folder, parts("store" + ONE_PART)));
        assertThat(folder.resolve("store" + TINY_PART + "/d/2017.rejects.csv"))
                .hasSameBinaryContentAs(folder.resolve("store" + ONE_PART + "/d/2017.rejects.csv"));
    }
}
