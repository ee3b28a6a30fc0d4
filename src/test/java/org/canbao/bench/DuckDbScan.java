package org.canbao.bench;

import java.nio.file.Path;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;

/** The yardstick of an estimate where there is no other software: DuckDB alone reads and aggregates the same file. */
final class DuckDbScan {
    private DuckDbScan() {}

    public static void main(String[] args) {
        Path data = Path.of(args[0]);
        String means = "SELECT avg(COLUMNS(*)) FROM " + SqlText.literal(data.toString()) + " GROUP BY city, year";
        int threads = Runtime.getRuntime().availableProcessors();
        try (DuckDbEngine engine = DuckDbEngine.open(threads, data.resolveSibling("spill"))) {
            System.out.println(engine.count("SELECT count(*) FROM (" + means + ")"));
        }
    }
}
