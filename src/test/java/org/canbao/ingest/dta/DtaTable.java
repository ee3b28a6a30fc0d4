package org.canbao.ingest.dta;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.ingest.RawDescription;
import org.canbao.ingest.RawReader;

/**
 * A whole file in memory, for tests. A cell is a Long, a Double, a String, or {@code Missing(".a")}.
 *
 * @param description what the file says of itself
 * @param columns cells by variable
 * @param rejects "row column value: reason"
 */
public record DtaTable(RawDescription description, Map<String, List<Object>> columns, List<String> rejects) {
    /** A missing cell. */
    public record Missing(String code) {}

    /** Reads a file in batches of 3 rows. */
    public static DtaTable read(Path file) {
        return read(file, Optional.empty());
    }

    /** Reads a file in batches of 3 rows. */
    public static DtaTable read(Path file, Optional<Charset> encoding) {
        try (DtaReader reader = DtaReader.open(file, encoding)) {
            return read(reader, 3);
        }
    }

    /** Reads what a reader has left. */
    public static DtaTable read(RawReader reader, int batchRows) {
        List<Variable> variables = reader.description().variables();
        ColumnBatch batch = new ColumnBatch(variables, batchRows);
        Map<String, List<Object>> columns = new LinkedHashMap<>();
        variables.forEach(v -> columns.put(v.name(), new ArrayList<>()));
        List<String> rejects = new ArrayList<>();
        while (reader.next(
                batch, (row, column, value, reason) -> rejects.add(row + " " + column + " " + value + ": " + reason))) {
            for (int j = 0; j < variables.size(); j++) {
                for (int i = 0; i < batch.rows(); i++) {
                    columns.get(variables.get(j).name()).add(cell(batch, j, i));
                }
            }
        }
        return new DtaTable(reader.description(), columns, rejects);
    }

    /** The cells of a variable. */
    public List<Object> column(String name) {
        return columns.get(name);
    }

    /** A variable. */
    public Variable variable(String name) {
        return description.variables().stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Missing codes as cells. */
    public static List<Object> missing(String... codes) {
        return new ArrayList<>(Arrays.stream(codes).map(Missing::new).toList());
    }

    static Object cell(ColumnBatch batch, int column, int row) {
        byte state = batch.states(column)[row];
        if (state != ColumnBatch.PRESENT) {
            return new Missing(state == ColumnBatch.MISSING ? "." : "." + (char) state);
        }
        ValueType type = batch.variables().get(column).type();
        if (type == ValueType.STRING) {
            return batch.strings(column)[row];
        }
        return type.isIntegral() ? (Object) batch.longs(column)[row] : (Object) batch.doubles(column)[row];
    }
}
