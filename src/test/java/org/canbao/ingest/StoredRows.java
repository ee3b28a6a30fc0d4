package org.canbao.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.canbao.data.Variable;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;

/** What lies in Parquet files, as text. */
final class StoredRows {
    private StoredRows() {}

    /** The rows of files, one after the other. */
    static List<String> of(Path folder, List<Path> files) {
        List<String> rows = new ArrayList<>();
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            for (Path file : files) {
                String relation = "read_parquet(" + SqlText.literal(file.toString()) + ")";
                String row = columns(folder, file).stream()
                        .map(name -> "coalesce(" + SqlText.identifier(name) + "::VARCHAR, 'NULL')")
                        .collect(Collectors.joining(", ", "[", "]::VARCHAR"));
                engine.query("SELECT " + row + " FROM " + relation, chunk -> {
                    String[] texts = new String[chunk.rows()];
                    chunk.strings(0, texts, 0);
                    rows.addAll(Arrays.asList(texts));
                });
            }
        }
        return rows;
    }

    /** The columns of a file. */
    static List<String> columns(Path folder, Path file) {
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            return engine.columns("read_parquet(" + SqlText.literal(file.toString()) + ")").stream()
                    .map(Variable::name)
                    .toList();
        }
    }
}
