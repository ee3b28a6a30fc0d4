package org.canbao.bench;

import java.nio.file.Path;
import java.util.Locale;
import org.canbao.engine.DuckDbEngine;

/** DuckDB alone in a process of its own: the query that is given, on all cores. */
final class DuckDbQuery {
    private DuckDbQuery() {}

    public static void main(String[] args) {
        int threads = Runtime.getRuntime().availableProcessors();
        try (DuckDbEngine engine = DuckDbEngine.open(threads, Path.of(args[0]))) {
            long start = System.nanoTime();
            long found = engine.count(args[1]);
            System.out.printf(Locale.ROOT, "%d, counted in %.3f s%n", found, (System.nanoTime() - start) / 1e9);
        }
    }
}
