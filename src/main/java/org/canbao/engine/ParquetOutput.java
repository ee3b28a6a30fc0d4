package org.canbao.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;

/**
 * A Parquet file to be written.
 *
 * @param file its path; the folder exists
 * @param columns its columns, a subset of the variables of the rows, perhaps with wider types
 * @param withCompanion names of columns that get a companion {@code NAME__missing} after the last column: text, null
 *     where the cell has a value or is simply empty, otherwise its missing code
 * @param rowGroup rows per row group; the writer holds a few of them in memory
 */
public record ParquetOutput(Path file, List<Variable> columns, Set<String> withCompanion, int rowGroup) {
    /** DuckDB hands over rows in vectors of this length; a row group is a multiple of it. */
    private static final int VECTOR = 2048;

    private static final int MOST_VECTORS = 60;
    private static final long GROUP_BYTES = 32L << 20;

    public ParquetOutput {
        columns = List.copyOf(columns);
        withCompanion = Set.copyOf(withCompanion);
    }

    /** A file whose row groups are some 32 MiB before compression, so that wide files do not need more memory. */
    public static ParquetOutput of(Path file, List<Variable> columns, Set<String> withCompanion) {
        long width = columns.stream().mapToLong(v -> bytes(v.type())).sum();
        long vectors = GROUP_BYTES / Math.max(1, width) / VECTOR;
        return new ParquetOutput(
                file, columns, withCompanion, VECTOR * (int) Math.max(1, Math.min(MOST_VECTORS, vectors)));
    }

    /** The names of the companion columns, in the order of their variables. */
    List<String> companionNames() {
        return columns.stream()
                .map(Variable::name)
                .filter(withCompanion::contains)
                .map(name -> name + Variable.MISSING_SUFFIX)
                .toList();
    }

    /**
     * The statement that writes the rows of a relation there: the columns as they travel, and the companions. Level 1 of zstd takes 0.7 of the time of the default level, which is most of
     * the time of writing, and the files are a hundredth larger. The first version of the format is what every reader
     * has; Spark got to know the encodings of the second only of late.
     */
    String copy(String relation) {
        String items = Stream.concat(
                        columns.stream().map(DuckDbVectors::fromTransport),
                        companionNames().stream().map(SqlText::identifier))
                .collect(Collectors.joining(", "));
        return "COPY (SELECT " + items + " FROM " + relation + ") TO " + SqlText.literal(file.toString())
                + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE " + rowGroup + ")";
    }

    private static long bytes(ValueType type) {
        return switch (type) {
            case BOOLEAN, INT8 -> 1;
            case INT16 -> 2;
            case INT32, FLOAT32, DATE -> 4;
            case INT64, FLOAT64, TIMESTAMP -> 8;
            case STRING -> 24;
        };
    }
}
