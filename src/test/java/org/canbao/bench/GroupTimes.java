package org.canbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;

/** A million simulated rows, 200,000 units in five periods and three cohorts, and specs of group-time effects. */
final class GroupTimes {
    private static final int UNITS = 200_000;
    private static final String MODEL = "model: callaway-santanna\noutcome: y\ntime: year\ncontrol: not-yet-treated\n";

    private final Path folder;

    GroupTimes(Path folder) {
        this.folder = folder;
    }

    /** The million rows. */
    Path parquet() {
        return folder.resolve("million.parquet");
    }

    /** Doubly robust effects of a million rows, as a panel or as repeated cross-sections. */
    Path plain(boolean panel) throws IOException {
        Path spec = folder.resolve(panel ? "group-times-panel.yaml" : "group-times-rows.yaml");
        Files.writeString(spec, MODEL + "cohort: g\nmethod: dr\n" + (panel ? "unit: id\n" : ""));
        return spec;
    }

    /** Doubly robust effects of {@link PersonYears} with seven covariates and clustered draws. */
    Path clustered(int draws) throws IOException {
        Path spec = folder.resolve("group-times-" + draws + ".yaml");
        Files.writeString(
                spec,
                MODEL + "cohort: cohort\nmethod: dr\ncovariates: p1 + p2 + p3 + p4 + p5 + p6 + p7\n"
                        + "cluster: city\ninference: bootstrap\ndraws: " + draws + "\n");
        return spec;
    }

    void generate() {
        String rows =
                "SELECT i // 5 AS id, i // 5 % 300 AS city, 2001 + i % 5 AS year, nullif(2003 + (i // 5) % 4, 2006) AS g"
                        + " FROM range(" + UNITS * 5L + ") r(i)";
        String outcome = "SELECT *, (coalesce(year >= g, false))::INTEGER + 0.1 * year"
                + " + hash(id) % 1009 / 1009.0 + hash(id, year) % 1013 / 1013.0 AS y FROM (" + rows + ")";
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder.resolve("spill"))) {
            engine.execute("COPY (" + outcome + " ORDER BY id, year) TO "
                    + SqlText.literal(parquet().toString()) + " (FORMAT parquet)");
        }
    }
}
