package org.canbao.ingest.binding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.canbao.data.CellText;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;
import org.canbao.ingest.RawReader;
import org.canbao.schema.DataSchema;
import org.canbao.yaml.SchemaReader;

/**
 * A raw file, read through a schema.
 *
 * @param variables the variables
 * @param cells the cells of each row: values as text, codes of missing cells in angle brackets
 * @param rejects row, column and value of each reject
 * @param reasons their reasons
 */
record Harmonised(List<Variable> variables, List<List<String>> cells, List<String> rejects, List<String> reasons) {
    static final HashKey KEY = new HashKey("a key that is not secret".getBytes(StandardCharsets.UTF_8));

    /** The schema with these variables, one line of YAML each. */
    static DataSchema schema(String... variables) {
        return SchemaReader.read(
                "schema: test\ndataset: test\ntitle: Test\nvariables:\n  " + String.join("\n  ", variables) + "\n",
                "test.yaml");
    }

    /** Reads everything, a few rows at a time. */
    static Harmonised read(RawReader raw, DataSchema schema) {
        Binding binding = Binding.of(schema, raw.description().variables(), "raw.dta");
        binding.throwIfErrors();
        RawReader reader = new HarmonisingReader(raw, binding, 0, KEY);
        List<Variable> variables = reader.description().variables();
        Harmonised read = new Harmonised(variables, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        ColumnBatch batch = new ColumnBatch(variables, 3);
        while (reader.next(batch, (row, column, value, reason) -> {
            read.rejects.add(row + " " + column + " " + value);
            read.reasons.add(reason);
        })) {
            for (int i = 0; i < batch.rows(); i++) {
                read.cells.add(row(batch, i));
            }
        }
        return read;
    }

    /** The cells of the first column. */
    List<String> first() {
        return cells.stream().map(row -> row.get(0)).toList();
    }

    private static List<String> row(ColumnBatch batch, int row) {
        List<String> cells = new ArrayList<>();
        for (int j = 0; j < batch.variables().size(); j++) {
            byte state = batch.states(j)[row];
            cells.add(
                    state == ColumnBatch.PRESENT
                            ? CellText.value(batch, j, row)
                            : state == ColumnBatch.MISSING ? "null" : "<" + CellText.code(batch, j, row) + ">");
        }
        return cells;
    }
}
