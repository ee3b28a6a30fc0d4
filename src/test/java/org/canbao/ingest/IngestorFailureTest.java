package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.canbao.data.Codebook;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.files.FilesCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, the store is as it was. */
class IngestorFailureTest {
    private static final int ROWS = 10_000;

    @TempDir
    Path folder;

    Path raw;
    Path store;

    @BeforeEach
    void rawFile() throws IOException {
        raw = Files.writeString(folder.resolve("raw.dta"), "stands for a file");
        store = folder.resolve("store");
    }

    private static SeededRows table(long seed) {
        return new SeededRows(seed, SeededRows.ALL_TYPES, ROWS, true);
    }

    private Codebook ingest(Ingestor.Opener opener) {
        return ingest(opener, 0);
    }

    private Codebook ingest(Ingestor.Opener opener, long maxRejects) {
        IngestRequest request = new IngestRequest("d", List.of(raw), "2017", store, OpenOptions.DEFAULT, maxRejects, 2);
        return new Ingestor(opener).ingest(request, Progress.NONE);
    }

    private Map<String, String> snapshot() throws IOException {
        Map<String, String> files = new HashMap<>();
        if (Files.exists(store)) {
            try (var paths = Files.walk(store)) {
                for (Path path : paths.toList()) {
                    files.put(
                            store.relativize(path).toString(),
                            Files.isDirectory(path) ? "folder" : org.canbao.files.Sha256.of(path));
                }
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2048, ROWS - 1})
    void aFileThatBreaksOffLeavesNothing(int row) throws IOException {
        assertThatThrownBy(() -> ingest((file, options) -> new SeededReader(table(1)).breakingAt(row)))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("breaks off in row " + row);
        assertThat(store).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2048, ROWS - 1})
    void aFileThatBreaksOffLeavesTheEarlierWave(int row) throws IOException {
        ingest((file, options) -> new SeededReader(table(1)));
        Map<String, String> before = snapshot();
        assertThatThrownBy(() -> ingest((file, options) -> new SeededReader(table(2)).breakingAt(row)))
                .isInstanceOf(CanbaoException.class);
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void aWaveIsReplacedAsAWhole() throws IOException {
        ingest((file, options) -> new SeededReader(table(1)));
        Map<String, String> first = snapshot();
        ingest((file, options) -> new SeededReader(table(2)));
        assertThat(snapshot().keySet()).isEqualTo(first.keySet());
        assertThat(snapshot()).isNotEqualTo(first);
        ingest((file, options) -> new SeededReader(table(1)));
        assertThat(snapshot()).as("the same extract gives the same bytes").isEqualTo(first);
    }

    @Test
    void leftoversOfAKilledRunAreRemoved() throws IOException {
        Files.createDirectories(store.resolve("d/.2017.ingesting"));
        Files.writeString(store.resolve("d/.2017.ingesting/part-0.parquet"), "half");
        ingest((file, options) -> new SeededReader(table(1)));
        assertThat(snapshot().keySet())
                .containsExactlyInAnyOrder("", "d", "d/2017", "d/2017/part-0.parquet", "d/2017/codebook.json");
    }

    @Test
    void aSwapThatWasCutShortIsUndone() throws IOException {
        ingest((file, options) -> new SeededReader(table(1)));
        Map<String, String> before = snapshot();
        Files.move(store.resolve("d/2017"), store.resolve("d/.2017.previous"));
        assertThatThrownBy(() -> ingest((file, options) -> new SeededReader(table(2)).breakingAt(5)))
                .isInstanceOf(CanbaoException.class);
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void tooManyRejectsKeepTheStoreAndTellWhere() throws IOException {
        CanbaoException failure = catchThrowableOfType(
                CanbaoException.class,
                () -> ingest((file, options) -> new SeededReader(table(1)).rejectingEvery(1000), 9));
        Diagnostic finding = failure.diagnostics().get(0);
        assertThat(finding.code()).isEqualTo(StoreCode.TOO_MANY_REJECTS);
        assertThat(finding.message()).contains("10 cells", "9 may");
        assertThat(String.join("\n", finding.hints()))
                .contains(
                        "`flag`: `bad, \"value\"` in 10 cells, first in raw.dta, row 1000",
                        "2017.rejects.csv",
                        "N = 10");
        assertThat(store.resolve("d/2017")).doesNotExist();
        List<String> lines = Files.readAllLines(store.resolve("d/2017.rejects.csv"));
        assertThat(lines).hasSize(11).startsWith("file,row,column,value,reason");
        assertThat(lines.get(1)).isEqualTo("raw.dta,1000,flag,\"bad, \"\"value\"\"\",not a number");
    }

    @Test
    void allowedRejectsAreKeptBesideTheWaveUntilARunWithoutAny() throws IOException {
        Codebook codebook = ingest((file, options) -> new SeededReader(table(1)).rejectingEvery(1000), 10);
        assertThat(codebook.rejected()).isEqualTo(10);
        assertThat(Files.readAllLines(store.resolve("d/2017.rejects.csv"))).hasSize(11);
        ingest((file, options) -> new SeededReader(table(1)));
        assertThat(store.resolve("d/2017.rejects.csv")).doesNotExist();
    }

    @Test
    void readingStopsWhenRejectsDoNotEnd() throws IOException {
        assertThatThrownBy(() -> ingest((file, options) -> new SeededReader(table(1)).rejectingEvery(1)))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("more than 1000 cells");
        assertThat(Files.readAllLines(store.resolve("d/2017.rejects.csv"))).hasSize(1002);
    }

    @Test
    void aStoreUnderAFileCannotBeWritten() throws IOException {
        store = Files.writeString(folder.resolve("plain"), "a file").resolve("store");
        CanbaoException failure = catchThrowableOfType(
                CanbaoException.class, () -> ingest((file, options) -> new SeededReader(table(1))));
        assertThat(failure.diagnostics().get(0).code()).isEqualTo(FilesCode.NOT_WRITTEN);
        assertThat(failure.diagnostics().get(0).message()).contains("plain");
    }

    @Test
    void theSameWaveIsNotWrittenTwiceAtOnce() {
        ingest((file, options) -> new SeededReader(table(1)), 0);
        Path target = store.resolve("d/2017");
        try (StagedWave busy = StagedWave.begin(target)) {
            assertThat(busy.folder()).exists();
            assertThatThrownBy(() -> ingest((file, options) -> new SeededReader(table(1))))
                    .isInstanceOfSatisfying(
                            CanbaoException.class,
                            e -> assertThat(e.diagnostics().get(0).code()).isEqualTo(StoreCode.BUSY));
            assertThat(busy.folder()).as("the other one's files stay").exists();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".hidden", "a/b", "..", "名", "a b", "-x"})
    void namesThatAreNoFoldersAreRefused(String name) {
        IngestRequest request = IngestRequest.of(name, List.of(raw), "2017", store, 1);
        assertThatThrownBy(() ->
                        new Ingestor((file, options) -> new SeededReader(table(1))).ingest(request, Progress.NONE))
                .isInstanceOfSatisfying(
                        CanbaoException.class,
                        e -> assertThat(e.diagnostics().get(0).code()).isEqualTo(StoreCode.BAD_NAME));
        assertThat(store).doesNotExist();
    }

    @Test
    void namesThatSqlCannotTellApartAreListed() {
        List<Variable> variables = List.of(
                Variable.of("Age", ValueType.INT8),
                Variable.of("age", ValueType.INT8),
                Variable.of("age__missing", ValueType.INT8));
        SeededRows table = new SeededRows(1, variables, 3, false);
        CanbaoException failure =
                catchThrowableOfType(CanbaoException.class, () -> ingest((file, options) -> new SeededReader(table)));
        assertThat(failure.diagnostics()).hasSize(3).allMatch(d -> d.code() == StoreCode.NAMES_CLASH);
    }
}
