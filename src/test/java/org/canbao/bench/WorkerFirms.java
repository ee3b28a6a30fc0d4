package org.canbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;

/**
 * Workers over ten years in firms of 23 workers each, as in the benchmarks of fixest and pyfixest: y on x with effects of
 * workers, firms and years. In the <em>easy</em> graph a worker is in a random firm each year; in the <em>hard</em> one
 * firms follow each other in the order of the rows, so that they form a ring along which information spreads slowly.
 */
final class WorkerFirms {
    private static final int YEARS = 10;
    private static final int WORKERS_PER_FIRM = 23;

    private final Path folder;
    private final int rows;

    WorkerFirms(Path folder, int rows) {
        this.folder = folder;
        this.rows = rows;
    }

    Path parquet(boolean hard) {
        return folder.resolve("worker-firms-" + rows + (hard ? "-hard" : "-easy") + ".parquet");
    }

    Path spec() {
        return folder.resolve("worker-firms.yaml");
    }

    void generate(boolean hard) throws IOException {
        Files.writeString(spec(), "model: ols\nformula: y ~ x | worker + year + firm\nvcov: iid\n");
        if (Files.exists(parquet(hard))) {
            return;
        }
        int firms = Math.max(1, rows / YEARS / WORKERS_PER_FIRM);
        String firm = hard ? "i % " + firms : "(hash(i, 3) % " + firms + ")::INTEGER";
        String base = "SELECT (i // 10)::INTEGER AS worker, 2010 + (i % 10)::INTEGER AS year, " + firm
                + " AS firm, normal(i, 1) AS x, normal(i, 2) AS e FROM range(" + rows + ") rows(i)";
        try (DuckDbEngine engine = DuckDbEngine.open(2, folder.resolve("spill"))) {
            engine.execute("CREATE MACRO unit(key, stream) AS (hash(key, stream) % 1000003 + 0.5) / 1000003.0");
            engine.execute("CREATE MACRO normal(key, stream) AS sqrt(-2 * ln(unit(key, 10 * stream)))"
                    + " * cos(2 * pi() * unit(key, 10 * stream + 1))");
            engine.execute("COPY (SELECT worker, year, firm, x, x + normal(worker, 4) + normal(firm, 5)"
                    + " + normal(year, 6) + e AS y FROM (" + base + ")) TO "
                    + SqlText.literal(parquet(hard).toString()) + " (FORMAT parquet)");
        }
    }
}
