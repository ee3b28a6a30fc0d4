package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.canbao.data.CellText;
import org.canbao.data.Codebook;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes back from the store is what the file had: every cell, every state, in the order of the file. */
class IngestorRoundTripTest {
    @TempDir
    Path folder;

    Path raw;
    Path store;

    @BeforeEach
    void rawFile() throws Exception {
        raw = Files.writeString(folder.resolve("raw.dta"), "stands for a file");
        store = folder.resolve("store");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 10, true",
        "2, 1, 10, false",
        "3, 2047, 100, true",
        "4, 2048, 5000, true",
        "5, 2049, 2048, false",
        "6, 10000, 777, true",
        "7, 300000, 5000, true"
    })
    void everyCellComesBack(long seed, int rows, int batch, boolean tagged) {
        List<Variable> variables = rows > 100_000 ? SeededRows.ALL_TYPES.subList(1, 3) : SeededRows.ALL_TYPES;
        SeededRows table = new SeededRows(seed, variables, rows, tagged);
        Ingestor ingestor = new Ingestor((file, options) -> new SeededReader(table).batches(batch));

        Codebook codebook = ingestor.ingest(IngestRequest.of("seeded", List.of(raw), "2017", store, 2), Progress.NONE);

        assertThat(codebook.rows()).isEqualTo(rows);
        StoredWave wave = new Store(store).find("seeded", "2017").orElseThrow();
        assertThat(wave.codebook()).isEqualTo(codebook);
        assertThat(wave.parts()).hasSize(1);
        compare(table, wave.parts().get(0));
    }

    private void compare(SeededRows table, Path parquet) {
        List<String> expected = new ArrayList<>();
        ColumnBatch batch = new ColumnBatch(table.variables, 1);
        for (int row = 0; row < table.rows; row++) {
            expected.add(row(table, batch, row));
        }
        List<String> found = new ArrayList<>();
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            String relation = "read_parquet(" + SqlText.literal(parquet.toString()) + ")";
            List<Variable> columns = engine.columns(relation);
            List<String> names = columns.stream().map(Variable::name).toList();
            for (int j = 0; j < table.variables.size(); j++) {
                assertThat(columns.get(j).type())
                        .isEqualTo(table.variables.get(j).type());
            }
            engine.query("SELECT " + select(table, names) + " FROM " + relation, chunk -> {
                String[][] texts = new String[2 * table.variables.size()][chunk.rows()];
                for (int j = 0; j < texts.length; j++) {
                    chunk.strings(j, texts[j], 0);
                }
                for (int i = 0; i < chunk.rows(); i++) {
                    StringBuilder line = new StringBuilder();
                    for (int j = 0; j < texts.length; j++) {
                        boolean value = j % 2 == 0;
                        line.append(value ? canonical(table, j / 2, texts[j][i]) : texts[j][i])
                                .append('|');
                    }
                    found.add(line.toString());
                }
            });
        }
        assertThat(found.equals(expected))
                .as(() -> firstDifference(found, expected))
                .isTrue();
    }

    private static String firstDifference(List<String> found, List<String> expected) {
        for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
            if (!found.get(i).equals(expected.get(i))) {
                return "row " + i + ": " + found.get(i) + " instead of " + expected.get(i);
            }
        }
        return found.size() + " rows instead of " + expected.size();
    }

    /** Values, each followed by its companion, null if there is none. */
    private static String select(SeededRows table, List<String> names) {
        List<String> items = new ArrayList<>();
        for (Variable variable : table.variables) {
            String name = SqlText.identifier(variable.name());
            items.add(
                    switch (variable.type()) {
                        case DATE -> "(" + name + " - DATE '1970-01-01')::VARCHAR";
                        case FLOAT32 -> name + "::DOUBLE::VARCHAR";
                        case TIMESTAMP -> "epoch_us(" + name + ")::VARCHAR";
                        default -> name + "::VARCHAR";
                    });
            String companion = variable.name() + Variable.MISSING_SUFFIX;
            items.add(names.contains(companion) ? SqlText.identifier(companion) : "NULL::VARCHAR");
        }
        return String.join(", ", items);
    }

    /** Floating numbers as bits, so that nothing hides behind formatting. */
    private static String canonical(SeededRows table, int column, String text) {
        ValueType type = table.variables.get(column).type();
        boolean floating = type == ValueType.FLOAT32 || type == ValueType.FLOAT64;
        return floating && text != null
                ? Long.toHexString(Double.doubleToRawLongBits(Double.parseDouble(text)))
                : String.valueOf(text);
    }

    private static String row(SeededRows table, ColumnBatch batch, int row) {
        StringBuilder line = new StringBuilder();
        for (int j = 0; j < table.variables.size(); j++) {
            table.fill(batch, 0, row, j);
            byte state = batch.states(j)[0];
            line.append(state == ColumnBatch.PRESENT ? value(table, row, j) : "null")
                    .append('|');
            line.append(state <= ColumnBatch.MISSING ? "null" : CellText.code(batch, j, 0))
                    .append('|');
        }
        return line.toString();
    }

    private static String value(SeededRows table, int row, int column) {
        ValueType type = table.variables.get(column).type();
        if (type == ValueType.STRING) {
            return table.text(row, column);
        }
        if (type == ValueType.BOOLEAN) {
            return String.valueOf(table.integral(row, column) == 1);
        }
        return type.isIntegral()
                ? String.valueOf(table.integral(row, column))
                : canonical(table, column, String.valueOf(table.floating(row, column)));
    }
}
