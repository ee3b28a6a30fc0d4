package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.canbao.data.Codebook;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaveOfSeveralFilesTest {
    @TempDir
    Path folder;

    private Codebook ingest(Map<String, SeededRows> tables, List<Path> files) {
        return new Ingestor((file, options) ->
                        new SeededReader(tables.get(file.getFileName().toString()), "canbao simulated: x"))
                .ingest(IngestRequest.of("d", files, "", folder.resolve("store"), 2), Progress.NONE);
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), name);
    }

    private static Variable labelled(String name, ValueType type, Map<String, String> labels) {
        return new Variable(name, type, "", labels, Map.of(), "");
    }

    @Test
    void partsHaveTheSameColumnsInTheOrderOfTheFirst() throws IOException {
        SeededRows one = new SeededRows(
                1,
                List.of(labelled("a", ValueType.INT8, Map.of("1", "是")), Variable.of("b", ValueType.STRING)),
                3_000,
                false);
        SeededRows two = new SeededRows(
                2,
                List.of(Variable.of("b", ValueType.STRING), labelled("a", ValueType.FLOAT64, Map.of("2", "否"))),
                50,
                true);
        Codebook codebook = ingest(Map.of("1.dta", one, "2.dta", two), List.of(file("1.dta"), file("2.dta")));

        assertThat(codebook.rows()).isEqualTo(3_050);
        assertThat(codebook.simulated()).isTrue();
        assertThat(codebook.sources()).extracting(Codebook.Source::file).containsExactly("1.dta", "2.dta");
        Variable a = codebook.variable("a").orElseThrow();
        assertThat(a.type()).isEqualTo(ValueType.FLOAT64);
        assertThat(a.valueLabels()).isEqualTo(Map.of("1", "是", "2", "否"));
        assertThat(a.missingCodes()).as("only the second file has such cells").isNotEmpty();
        StoredWave wave = new Store(folder.resolve("store")).find("d", "").orElseThrow();
        assertThat(wave.wave()).isEqualTo("all");
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            for (Path part : wave.parts()) {
                assertThat(engine.columns("read_parquet(" + SqlText.literal(part.toString()) + ")"))
                        .containsExactly(
                                Variable.of("a", ValueType.FLOAT64),
                                Variable.of("b", ValueType.STRING),
                                Variable.of("a__missing", ValueType.STRING));
            }
        }
    }

    @Test
    void allDifferencesAreListed() throws IOException {
        SeededRows one = new SeededRows(
                1,
                List.of(
                        labelled("a", ValueType.INT8, Map.of("1", "yes")),
                        Variable.of("b", ValueType.STRING),
                        Variable.of("c", ValueType.DATE)),
                3,
                false);
        SeededRows two = new SeededRows(
                2,
                List.of(
                        labelled("a", ValueType.INT8, Map.of("1", "no")),
                        Variable.of("c", ValueType.INT32),
                        Variable.of("d", ValueType.INT8)),
                3,
                false);
        CanbaoException failure = catchThrowableOfType(
                CanbaoException.class,
                () -> ingest(Map.of("1.dta", one, "2.dta", two), List.of(file("1.dta"), file("2.dta"))));
        assertThat(failure.diagnostics()).hasSize(1);
        assertThat(failure.diagnostics().get(0).code()).isEqualTo(StoreCode.DIFFERENT_VARIABLES);
        assertThat(failure.diagnostics().get(0).hints())
                .contains("it lacks `b`", "only it has `d`", "`c` is int32, not date", "`a`: 1 means `no`, not `yes`");
    }

    @ParameterizedTest
    @CsvSource({
        "INT8, INT16, INT16",
        "INT64, INT8, INT64",
        "INT16, FLOAT32, FLOAT32",
        "INT32, FLOAT32, FLOAT64",
        "FLOAT64, INT32, FLOAT64",
        "FLOAT32, FLOAT64, FLOAT64",
        "INT64, FLOAT64,",
        "BOOLEAN, INT8,",
        "STRING, INT8,",
        "DATE, TIMESTAMP,",
        "DATE, DATE, DATE"
    })
    void aTypeIsWidenedOnlyIfNothingIsLost(ValueType a, ValueType b, ValueType wider) {
        assertThat(WaveVariables.wider(a, b).orElse(null)).isEqualTo(wider);
        assertThat(WaveVariables.wider(b, a).orElse(null)).isEqualTo(wider);
    }
}
