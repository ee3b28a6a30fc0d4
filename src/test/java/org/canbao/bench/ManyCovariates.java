package org.canbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;

/** A thousand rows on both sides of a cutoff, with 200 covariates. */
final class ManyCovariates {
    private static final int ROWS = 1000;
    private static final int COVARIATES = 200;

    private final Path folder;

    ManyCovariates(Path folder) {
        this.folder = folder;
    }

    Path parquet() {
        return folder.resolve("many-covariates.parquet");
    }

    Path spec() {
        return folder.resolve("many-covariates.yaml");
    }

    void generate() throws IOException {
        Files.writeString(
                spec(),
                "model: rd-local\noutcome: y\nrunning: r\ncutoff: 0\ncovariates: " + names("z%d", " + ") + "\n");
        String covariates = names("unit(i, 10 + %1$d) AS z%1$d", ", ");
        String rows =
                "SELECT 2 * unit(i, 1) - 1 AS r, " + covariates + ", unit(i, 2) AS e FROM range(" + ROWS + ") rows(i)";
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder.resolve("spill"))) {
            engine.execute("CREATE MACRO unit(key, stream) AS (hash(key, stream) % 1000003 + 0.5) / 1000003.0");
            engine.execute("COPY (SELECT *, r + (r >= 0)::INTEGER + z1 + e AS y FROM (" + rows + ")) TO "
                    + SqlText.literal(parquet().toString()) + " (FORMAT parquet)");
        }
    }

    private static String names(String pattern, String separator) {
        return IntStream.rangeClosed(1, COVARIATES).mapToObj(pattern::formatted).collect(Collectors.joining(separator));
    }
}
