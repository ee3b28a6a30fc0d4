package org.canbao.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbEngineTest {
    private static final String FAILS_LATE =
            "SELECT CASE WHEN i = 9000000 THEN error('boom') ELSE i::VARCHAR END AS x FROM range(10000000) t(i)";

    @TempDir
    Path folder;

    private static EngineCode codeOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        CanbaoException failure = catchThrowableOfType(CanbaoException.class, call);
        assertThat(failure).isNotNull();
        return (EngineCode) failure.diagnostics().get(0).code();
    }

    @Test
    void aQueryThatFailsAfterItsFirstRowsIsAnError() {
        AtomicLong rows = new AtomicLong();
        try (DuckDbEngine engine = DuckDbEngine.open(2, folder)) {
            EngineCode code = codeOf(() -> engine.query(FAILS_LATE, chunk -> rows.addAndGet(chunk.rows())));
            assertThat(code).isEqualTo(EngineCode.QUERY_FAILED);
            assertThat(rows).as("it had begun, or this test shows nothing").hasPositiveValue();
        }
    }

    @Test
    void pulledRowsThatFailHalfWayAreAnError() {
        List<Variable> columns = List.of(Variable.of("x", ValueType.STRING));
        ColumnBatch batch = new ColumnBatch(columns, 1000);
        try (DuckDbEngine engine = DuckDbEngine.open(2, folder);
                QueryRows rows = engine.rows(FAILS_LATE, columns)) {
            assertThat(rows.next(batch)).isTrue();
            assertThat(codeOf(() -> {
                        while (rows.next(batch)) {
                            assertThat(batch.rows()).isPositive();
                        }
                    }))
                    .isEqualTo(EngineCode.QUERY_FAILED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 2048, 5000})
    void pulledRowsComeInOrderWhateverTheBatch(int capacity) {
        List<Variable> columns = List.of(
                Variable.of("i", ValueType.INT64),
                Variable.of("x", ValueType.FLOAT64),
                Variable.of("s", ValueType.STRING));
        ColumnBatch batch = new ColumnBatch(columns, capacity);
        long expected = 0;
        try (DuckDbEngine engine = DuckDbEngine.open(2, folder);
                QueryRows rows = engine.rows(
                        "SELECT nullif(i, 3), i / 2.0::DOUBLE, CASE WHEN i % 5 > 0 THEN 'n' || i END FROM range(10000) t(i)",
                        columns)) {
            while (rows.next(batch)) {
                for (int i = 0; i < batch.rows(); i++, expected++) {
                    assertThat(batch.states(0)[i]).isEqualTo(expected == 3 ? ColumnBatch.MISSING : ColumnBatch.PRESENT);
                    assertThat(batch.longs(0)[i]).isEqualTo(expected == 3 ? 0 : expected);
                    assertThat(batch.doubles(1)[i]).isEqualTo(expected / 2.0);
                    assertThat(batch.strings(2)[i]).isEqualTo(expected % 5 > 0 ? "n" + expected : null);
                }
            }
        }
        assertThat(expected).isEqualTo(10_000);
    }

    @Test
    void tooLittleMemoryIsSaidSo() {
        try (DuckDbEngine engine =
                DuckDbEngine.open(DuckDbSettings.of(1, folder).withMemory(20L << 20))) {
            engine.execute("SET max_temp_directory_size = '1MB'");
            assertThat(codeOf(() -> engine.count("SELECT count(*) FROM (SELECT i, row_number() OVER (ORDER BY hash(i))"
                            + " AS r FROM range(20000000) t(i)) WHERE r % 3 = i % 3")))
                    .isEqualTo(EngineCode.OUT_OF_MEMORY);
        }
    }

    @Test
    void theSpillFolderIsMadeWhenNeededAndRemoved() throws Exception {
        try (DuckDbEngine engine =
                DuckDbEngine.open(DuckDbSettings.of(1, folder.resolve("tmp")).withMemory(60L << 20))) {
            assertThat(folder.resolve("tmp")).isEmptyDirectory();
            engine.execute("CREATE TABLE t AS SELECT i, hash(i)::VARCHAR AS s FROM range(5000000) t(i)");
            assertThat(folder.resolve("tmp"))
                    .as("60 MB are not enough for this table")
                    .isNotEmptyDirectory();
        }
        assertThat(folder.resolve("tmp")).doesNotExist();
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidSo() throws Exception {
        Path file = Files.writeString(folder.resolve("plain"), "");
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            assertThat(codeOf(() -> engine.execute("COPY (SELECT 1) TO "
                            + SqlText.literal(file.resolve("x.parquet").toString()))))
                    .isEqualTo(EngineCode.NOT_WRITTEN);
            if (Files.exists(Path.of("/dev/full"))) {
                assertThat(codeOf(() ->
                                engine.execute("COPY (SELECT * FROM range(1000000)) TO '/dev/full' (FORMAT csv)")))
                        .isEqualTo(EngineCode.DISK_FULL);
            }
        }
    }

    @Test
    void aRunningStatementCanBeCancelled() throws Exception {
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            AtomicLong batches = new AtomicLong();
            List<Variable> columns = List.of(Variable.of("i", ValueType.INT64));
            RowSource endless = new RowSource() {
                @Override
                public List<Variable> variables() {
                    return columns;
                }

                @Override
                public boolean next(ColumnBatch batch) {
                    batch.clear();
                    batch.rows(batch.capacity());
                    if (batches.incrementAndGet() == 10) {
                        new Thread(engine::cancel).start();
                    }
                    return true;
                }
            };
            ParquetOutput output = ParquetOutput.of(folder.resolve("x.parquet"), columns, java.util.Set.of());
            assertThat(codeOf(() -> engine.write(endless, output))).isEqualTo(EngineCode.INTERRUPTED);
        }
    }
}
