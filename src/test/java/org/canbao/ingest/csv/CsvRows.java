package org.canbao.ingest.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.ingest.RawDescription;

/** A delimited file, read to its end: what it says of itself, its cells ({@code null} = missing) and its rejects. */
record CsvRows(RawDescription description, List<List<Object>> rows, List<String> rejects) {
    private static final int BATCH = 3;

    static CsvRows of(Path folder, String text) {
        return of(folder, text, CsvOptions.defaults());
    }

    static CsvRows of(Path folder, String text, CsvOptions options) {
        return of(file(folder, text, StandardCharsets.UTF_8), options);
    }

    static CsvRows of(Path file, CsvOptions options) {
        try (CsvReader reader = CsvReader.open(file, options)) {
            List<List<Object>> rows = new ArrayList<>();
            List<String> rejects = new ArrayList<>();
            ColumnBatch batch = new ColumnBatch(reader.description().variables(), BATCH);
            while (reader.next(
                    batch,
                    (row, column, value, reason) -> rejects.add(row + " " + column + " [" + value + "] " + reason))) {
                for (int i = 0; i < batch.rows(); i++) {
                    rows.add(row(batch, i));
                }
            }
            return new CsvRows(reader.description(), rows, rejects);
        }
    }

    static Path file(Path folder, String text, Charset charset) {
        try {
            return Files.write(folder.resolve("data.csv"), text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CsvOptions typed(Map<String, ValueType> types) {
        return new CsvOptions(Optional.empty(), Optional.empty(), types, List.of());
    }

    List<ValueType> types() {
        return description.variables().stream().map(Variable::type).toList();
    }

    List<String> names() {
        return description.variables().stream().map(Variable::name).toList();
    }

    List<Object> column(int j) {
        return rows.stream().map(r -> r.get(j)).collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Object> row(ColumnBatch batch, int i) {
        List<Object> cells = new ArrayList<>();
        for (int j = 0; j < batch.variables().size(); j++) {
            ValueType type = batch.variables().get(j).type();
            if (batch.states(j)[i] != ColumnBatch.PRESENT) {
                cells.add(null);
            } else if (type.isIntegral()) {
                cells.add(batch.longs(j)[i]);
            } else {
                cells.add(type == ValueType.STRING ? batch.strings(j)[i] : (Object) batch.doubles(j)[i]);
            }
        }
        return cells;
    }
}
