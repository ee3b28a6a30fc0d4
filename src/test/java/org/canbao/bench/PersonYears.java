package org.canbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;

/** Simulated persons in 300 cities and 6 years with 18 regressors: the size of a survey study. Same bytes every time. */
final class PersonYears {
    private static final int ROWS = 228_912;
    private static final int CITIES = 300;
    private static final int PERSONAL = 11;
    private static final int LOCAL = 6;
    private static final String REGRESSORS =
            "did + " + columns("p", PERSONAL, " + ") + " + " + columns("c", LOCAL, " + ");

    private final Path folder;

    PersonYears(Path folder) {
        this.folder = folder;
    }

    Path parquet() {
        return folder.resolve("person-years.parquet");
    }

    /** The same rows for software that does not read Parquet. */
    Path csv() {
        return folder.resolve("person-years.csv");
    }

    Path baseline() {
        return folder.resolve("baseline.yaml");
    }

    Path placebo(int draws) {
        return folder.resolve("placebo-" + draws + ".yaml");
    }

    Path bootstrap(int draws) {
        return folder.resolve("bootstrap-" + draws + ".yaml");
    }

    String formula() {
        return "y ~ " + REGRESSORS + " | city + year";
    }

    void generate() throws IOException {
        String model = "formula: " + formula() + "\nvcov: cluster\ncluster: [city]\n";
        Files.writeString(baseline(), "model: ols\n" + model);
        for (int draws : new int[] {1, 500}) {
            Files.writeString(
                    placebo(draws),
                    "model: placebo\n" + model
                            + "treatment: did\ncohort: cohort\ntime: year\npermute: city\nseed: 1\ndraws: " + draws
                            + "\n");
        }
        for (int draws : new int[] {1, 100_000}) {
            Files.writeString(
                    bootstrap(draws),
                    "model: ols\n" + model + "where: city <= 60\nwild_bootstrap: {coefficient: did, draws: " + draws
                            + "}\n");
        }
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder.resolve("spill"))) {
            engine.execute("CREATE MACRO uniform(key, stream) AS (hash(key, stream) % 1000003) / 1000003.0");
            engine.execute("CREATE VIEW persons AS " + persons());
            engine.execute("COPY persons TO " + SqlText.literal(parquet().toString()) + " (FORMAT parquet)");
            engine.execute("COPY persons TO " + SqlText.literal(csv().toString()) + " (FORMAT csv, HEADER)");
        }
    }

    private static String persons() {
        String personal = numbered("uniform(i, %1$d) AS p%1$d", PERSONAL, ", ");
        String local = numbered("uniform(city * 10 + year, 100 + %1$d) AS c%1$d", LOCAL, ", ");
        String effect = numbered("0.1 * p%1$d", PERSONAL, " + ") + " + " + numbered("0.2 * c%1$d", LOCAL, " + ");
        // A city adopts in one of five years, or never.
        String base = "SELECT i, 1 + i %% %d AS city, 2013 + (i // %d) %% 6 AS year FROM range(%d) rows(i)"
                .formatted(CITIES, CITIES, ROWS);
        String cohort = "SELECT *, nullif(2014 + hash(city) % 6, 2019) AS cohort FROM (" + base + ")";
        String regressors = "SELECT *, (coalesce(year >= cohort, false))::INTEGER AS did, " + personal + ", " + local
                + " FROM (" + cohort + ")";
        return "SELECT * EXCLUDE (i), 0.05 * did + " + effect
                + " + uniform(city, 200) + uniform(year, 300) + uniform(i, 400) AS y FROM (" + regressors
                + ") ORDER BY i";
    }

    private static String columns(String prefix, int count, String separator) {
        return numbered(prefix + "%d", count, separator);
    }

    private static String numbered(String pattern, int count, String separator) {
        return IntStream.rangeClosed(1, count).mapToObj(pattern::formatted).collect(Collectors.joining(separator));
    }
}
