package org.canbao.ingest.spss;

import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.canbao.data.CellText;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.ingest.RawDescription;

/** An SPSS file, read to its end. Cells are texts: {@code null} = missing, {@code code!} = declared missing. */
record SavRows(RawDescription description, Map<String, List<String>> columns, List<String> rejects) {
    private static final int BATCH = 5;

    static SavRows of(Path file) {
        return of(file, Optional.empty());
    }

    static SavRows of(Path file, Optional<Charset> encoding) {
        try (SavReader reader = SavReader.open(file, encoding)) {
            Map<String, List<String>> columns = new TreeMap<>();
            List<String> rejects = new ArrayList<>();
            ColumnBatch batch = new ColumnBatch(reader.description().variables(), BATCH);
            while (reader.next(
                    batch,
                    (row, column, value, reason) -> rejects.add(row + " " + column + " [" + value + "] " + reason))) {
                for (int j = 0; j < batch.variables().size(); j++) {
                    List<String> column =
                            columns.computeIfAbsent(batch.variables().get(j).name(), n -> new ArrayList<>());
                    for (int i = 0; i < batch.rows(); i++) {
                        column.add(cell(batch, j, i));
                    }
                }
            }
            return new SavRows(reader.description(), columns, rejects);
        }
    }

    static Path fixture(String name) {
        try {
            return Path.of(Objects.requireNonNull(SavRows.class.getResource("/sav/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Variable variable(String name) {
        return description.variables().stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    ValueType type(String name) {
        return variable(name).type();
    }

    private static String cell(ColumnBatch batch, int j, int i) {
        byte state = batch.states(j)[i];
        if (state == ColumnBatch.MISSING) {
            return null;
        }
        return CellText.value(batch, j, i) + (state == ColumnBatch.USER_MISSING ? "!" : "");
    }
}
