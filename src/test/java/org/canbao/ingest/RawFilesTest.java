package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.Codebook;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawFilesTest {
    @TempDir
    Path folder;

    private static StoreCode codeOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        CanbaoException failure = catchThrowableOfType(CanbaoException.class, call);
        assertThat(failure).isNotNull();
        return (StoreCode) failure.diagnostics().get(0).code();
    }

    private static byte[] head(int... bytes) {
        byte[] head = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            head[i] = (byte) bytes[i];
        }
        return head;
    }

    @Test
    void contentGoesBeforeTheName() {
        Path misnamed = Path.of("x.csv");
        assertThat(RawFormat.of(misnamed, head(114, 2, 1, 0, 5))).isEqualTo(RawFormat.STATA);
        assertThat(RawFormat.of(misnamed, "<stata_dta><header>".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(RawFormat.STATA);
        assertThat(RawFormat.of(misnamed, "$FL3@(#) SPSS".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(RawFormat.SPSS);
        assertThat(RawFormat.of(misnamed, "PAR1".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(RawFormat.PARQUET);
        assertThat(RawFormat.of(misnamed, "rsa,b".getBytes(StandardCharsets.US_ASCII)))
                .as("text that begins with the letter r, which is 114")
                .isEqualTo(RawFormat.TEXT);
        assertThat(RawFormat.of(Path.of("X.SAV"), head())).isEqualTo(RawFormat.SPSS);
    }

    @ParameterizedTest
    @CsvSource({
        "x.xlsx, 'PK\u0003\u0004', Excel",
        "x.csv, 'PK\u0003\u0004', ZIP",
        "x.dtaa, abc, .dta",
        "x, abc, formats"
    })
    void anUnknownFormatSaysWhichAreKnown(String name, String content, String said) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        CanbaoException failure =
                catchThrowableOfType(CanbaoException.class, () -> RawFiles.open(file, OpenOptions.DEFAULT));
        assertThat(failure.diagnostics().get(0).code()).isEqualTo(StoreCode.UNKNOWN_FORMAT);
        assertThat(failure.diagnostics().get(0) + "").contains(said, ".sav");
    }

    @Test
    void aFileThatIsNotThereNamesItsNeighbours() throws IOException {
        Files.writeString(folder.resolve("cmds2017.csv"), "a\n1\n");
        CanbaoException failure = catchThrowableOfType(
                CanbaoException.class, () -> RawFiles.open(folder.resolve("cmds2071.csv"), OpenOptions.DEFAULT));
        assertThat(failure.diagnostics().get(0).code()).isEqualTo(StoreCode.FILE_NOT_FOUND);
        assertThat(failure.diagnostics().get(0).hints()).containsExactly("did you mean `cmds2017.csv`?");
        assertThat(codeOf(() -> RawFiles.open(folder, OpenOptions.DEFAULT))).isEqualTo(StoreCode.FILE_NOT_FOUND);
    }

    private Path parquet(String select) {
        Path file = folder.resolve("x.parquet");
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            engine.execute("COPY (" + select + ") TO " + SqlText.literal(file.toString()) + " (FORMAT parquet)");
        }
        return file;
    }

    @Test
    void parquetKeepsItsTypesAndItsOrder() {
        Path file = parquet("SELECT i::INTEGER AS i, (i * 7 % 1000)::SMALLINT AS s, i / 3::DOUBLE AS d, i % 2 = 0 AS b,"
                + " DATE '2017-05-01' + (i % 9)::INTEGER AS day, TIMESTAMP '1969-12-31 23:59:59.5' AS t,"
                + " CASE WHEN i % 4 > 0 THEN '城' || i END AS c, (i / 100)::DECIMAL(9, 2) AS dec, 5::UBIGINT AS u"
                + " FROM range(10000) t(i)");
        try (RawReader reader = RawFiles.open(file, OpenOptions.DEFAULT)) {
            List<Variable> variables = reader.description().variables();
            assertThat(variables)
                    .extracting(Variable::type)
                    .containsExactly(
                            ValueType.INT32,
                            ValueType.INT16,
                            ValueType.FLOAT64,
                            ValueType.BOOLEAN,
                            ValueType.DATE,
                            ValueType.TIMESTAMP,
                            ValueType.STRING,
                            ValueType.FLOAT64,
                            ValueType.INT64);
            ColumnBatch batch = new ColumnBatch(variables, 999);
            int row = 0;
            while (reader.next(batch, (r, c, v, w) -> {})) {
                for (int i = 0; i < batch.rows(); i++, row++) {
                    assertThat(batch.longs(0)[i]).isEqualTo(row);
                    assertThat(batch.longs(1)[i]).isEqualTo(row * 7 % 1000);
                    assertThat(batch.doubles(2)[i]).isEqualTo(row / 3.0);
                    assertThat(batch.longs(3)[i]).isEqualTo(row % 2 == 0 ? 1 : 0);
                    assertThat(batch.longs(4)[i])
                            .isEqualTo(LocalDate.of(2017, 5, 1).toEpochDay() + row % 9);
                    assertThat(batch.longs(5)[i]).isEqualTo(-500_000);
                    assertThat(batch.states(6)[i]).isEqualTo(row % 4 > 0 ? ColumnBatch.PRESENT : ColumnBatch.MISSING);
                }
            }
            assertThat(row).isEqualTo(10_000);
        }
    }

    @Test
    void columnsThatHaveNoPlaceInTheStoreAreListed() {
        Path file = parquet("SELECT 1 AS a, [1, 2] AS l, {'x': 1} AS s");
        CanbaoException failure =
                catchThrowableOfType(CanbaoException.class, () -> RawFiles.open(file, OpenOptions.DEFAULT));
        assertThat(failure.diagnostics()).hasSize(2).allMatch(d -> d.code() == StoreCode.UNSUPPORTED_TYPE);
    }

    @Test
    void anOptionThatTheFormatHasNoUseForIsRefused() {
        Path file = parquet("SELECT 1 AS a");
        List<OpenOptions> unused = List.of(
                OpenOptions.ofEncoding(StandardCharsets.UTF_8),
                OpenOptions.ofTypes(Map.of("a", ValueType.INT8)),
                new OpenOptions(Optional.empty(), Optional.of(';'), List.of(), Map.of()),
                new OpenOptions(Optional.empty(), Optional.empty(), List.of("-99"), Map.of()));
        for (OpenOptions options : unused) {
            assertThat(codeOf(() -> RawFiles.open(file, options))).isEqualTo(StoreCode.OPTION_NOT_USED);
            assertThat(codeOf(() -> RawFiles.check(file, options))).isEqualTo(StoreCode.OPTION_NOT_USED);
        }
    }

    @Test
    void textIsReadAsTheUserSays() throws IOException {
        Path file = Files.writeString(folder.resolve("t.txt"), "id;x\n007;1\n8;none\n");
        OpenOptions options =
                new OpenOptions(Optional.empty(), Optional.of(';'), List.of("none"), Map.of("id", ValueType.STRING));
        try (RawReader reader = RawFiles.open(file, options)) {
            assertThat(reader.description().variables())
                    .containsExactly(Variable.of("id", ValueType.STRING), Variable.of("x", ValueType.INT64));
        }
    }

    @Test
    void csvAndParquetOfTheSameTableGiveTheSameStore() throws IOException {
        Path csv = Files.writeString(folder.resolve("t.csv"), "id,城市,day\n1,北京,2017-05-01\n2,,2017-05-02\n");
        Path store = folder.resolve("store");
        Codebook fromCsv = new Ingestor().ingest(IngestRequest.of("t", List.of(csv), "csv", store, 1), Progress.NONE);
        Path part = new Store(store).find("t", "csv").orElseThrow().parts().get(0);
        Codebook fromParquet =
                new Ingestor().ingest(IngestRequest.of("t", List.of(part), "parquet", store, 1), Progress.NONE);
        assertThat(fromParquet.variables()).isEqualTo(fromCsv.variables());
        assertThat(fromCsv.rows()).isEqualTo(2);
        Path copied =
                new Store(store).find("t", "parquet").orElseThrow().parts().get(0);
        assertThat(StoredRows.of(folder, List.of(copied)))
                .isEqualTo(StoredRows.of(folder, List.of(part)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void parquetIsCopiedAsIfItHadPassedThroughJava(int threads) {
        Path file = parquet(
                "SELECT i::INTEGER AS \"i \"\"q\"\"\", i / 3::DOUBLE AS d, (i / 7)::FLOAT AS f, i % 2 = 0 AS b, i::UTINYINT AS u,"
                        + " CASE WHEN i % 5 > 0 THEN DATE '1959-05-01' + (i % 9)::INTEGER END AS day,"
                        + " TIMESTAMP '1969-12-31 23:59:59.5' + to_microseconds(i) AS t, TIME '08:30:00' AS hour,"
                        + " CASE WHEN i % 4 > 0 THEN '城' || i END AS c, (i / 100)::DECIMAL(9, 2) AS dec,"
                        + " 9007199254740993::UBIGINT AS big, '2017-05-01 08:00:00+08'::TIMESTAMPTZ AS z,"
                        + " TIMESTAMP_NS '2017-05-01 08:00:00.123456789' AS ns"
                        + " FROM (SELECT range % 256 AS i FROM range(300000))");
        IngestRequest request = IngestRequest.of("t", List.of(file), "", folder.resolve("direct" + threads), threads);
        Codebook direct = new Ingestor().ingest(request, Progress.NONE);
        Codebook through = new Ingestor((path, options) -> new ThroughJava(RawFiles.open(path, options)))
                .ingest(IngestRequest.of("t", List.of(file), "", folder.resolve("through"), 1), Progress.NONE);
        assertThat(direct).isEqualTo(through);
        List<Path> parts =
                new Store(folder.resolve("direct" + threads)).waves("t").get(0).parts();
        assertThat(StoredRows.of(folder, parts))
                .hasSize(300_000)
                .isEqualTo(StoredRows.of(
                        folder,
                        new Store(folder.resolve("through")).waves("t").get(0).parts()));
    }

    /** Hides that the engine could read a file by itself. */
    private record ThroughJava(RawReader reader) implements RawReader {
        @Override
        public RawDescription description() {
            return reader.description();
        }

        @Override
        public boolean next(ColumnBatch batch, Rejects rejects) {
            return reader.next(batch, rejects);
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    @Test
    void parquetBesideStataHasItsCompanionColumns() throws IOException {
        Path parquet = parquet("SELECT 2::TINYINT AS a, 'x' AS b");
        Path other = Files.writeString(folder.resolve("seeded.dta"), "stands for a file");
        SeededRows table = new SeededRows(
                3, List.of(Variable.of("b", ValueType.STRING), Variable.of("a", ValueType.INT8)), 100, true);
        Codebook codebook = new Ingestor(
                        (file, options) -> file.equals(other) ? new SeededReader(table) : RawFiles.open(file, options))
                .ingest(IngestRequest.of("t", List.of(parquet, other), "", folder.resolve("store"), 2), Progress.NONE);
        assertThat(codebook.rows()).isEqualTo(101);
        List<Path> parts = new Store(folder.resolve("store")).waves("t").get(0).parts();
        assertThat(StoredRows.columns(folder, parts.get(0)))
                .containsExactly("a", "b", "a__missing")
                .isEqualTo(StoredRows.columns(folder, parts.get(1)));
        assertThat(StoredRows.of(folder, parts).get(0)).isEqualTo("[2, x, 'NULL']");
    }

    @Test
    void aValueOfAParquetFileThatHasNoPlaceLeavesNothing() {
        Path file = parquet("SELECT 18446744073709551615::UBIGINT AS u");
        assertThatThrownBy(() -> new Ingestor()
                        .ingest(IngestRequest.of("t", List.of(file), "", folder.resolve("store"), 2), Progress.NONE))
                .isInstanceOf(CanbaoException.class);
        assertThat(folder.resolve("store")).doesNotExist();
    }
}
