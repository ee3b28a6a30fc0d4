package org.canbao.estimate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;
import org.canbao.ingest.dta.DtaReader;
import org.canbao.sample.Sample;

/** Samples for tests. */
final class TestSamples {
    private TestSamples() {}

    static Sample csv(DuckDbEngine engine, Path file) {
        engine.execute("CREATE OR REPLACE TABLE data AS SELECT * FROM read_csv(" + SqlText.literal(file.toString())
                + ", header = true, nullstr = ['', 'NA'])");
        return table(engine, "data");
    }

    /** A Stata file, by way of a CSV file in {@code folder}; only its numbers. */
    static Sample dta(DuckDbEngine engine, Path file, Path folder) {
        Path csv = folder.resolve(file.getFileName() + ".csv");
        try (DtaReader reader = DtaReader.open(file, Optional.empty());
                BufferedWriter out = Files.newBufferedWriter(csv)) {
            List<Variable> variables = reader.description().variables();
            out.write(String.join(",", variables.stream().map(Variable::name).toList()) + "\n");
            ColumnBatch batch = new ColumnBatch(variables, 4096);
            while (reader.next(batch, (row, column, value, reason) -> {})) {
                for (int row = 0; row < batch.rows(); row++) {
                    out.write(line(batch, row) + "\n");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv(engine, csv);
    }

    private static String line(ColumnBatch batch, int row) {
        return IntStream.range(0, batch.variables().size())
                .mapToObj(column -> cell(batch, column, row))
                .collect(Collectors.joining(","));
    }

    private static String cell(ColumnBatch batch, int column, int row) {
        ValueType type = batch.variables().get(column).type();
        if (batch.states(column)[row] != ColumnBatch.PRESENT || type == ValueType.STRING) {
            return "";
        }
        return type.isIntegral()
                ? String.valueOf(batch.longs(column)[row])
                : String.valueOf(batch.doubles(column)[row]);
    }

    static Sample table(DuckDbEngine engine, String name) {
        return new Sample(engine, name, engine.count("SELECT count(*) FROM " + name), engine.columns(name), false);
    }
}
