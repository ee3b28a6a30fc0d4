package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.canbao.data.Codebook;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            engine.execute("COPY (" + select + ") TO " + DuckDbEngine.literal(file.toString()) + " (FORMAT parquet)");
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
                            .isEqualTo(java.time.LocalDate.of(2017, 5, 1).toEpochDay() + row % 9);
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
        assertThat(codeOf(() -> RawFiles.open(file, OpenOptions.ofEncoding(StandardCharsets.UTF_8))))
                .isEqualTo(StoreCode.OPTION_NOT_USED);
        assertThat(codeOf(() -> RawFiles.open(file, OpenOptions.ofTypes(Map.of("a", ValueType.INT8)))))
                .isEqualTo(StoreCode.OPTION_NOT_USED);
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
        assertThat(new Store(store).find("t", "parquet").orElseThrow().parts().get(0))
                .hasSameBinaryContentAs(part);
    }
}
