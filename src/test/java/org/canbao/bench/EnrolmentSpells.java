package org.canbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.canbao.data.Codebook;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;
import org.canbao.ingest.CodebookJson;

/**
 * Enrolment spells of a large city as a store has them, with the month of birth, district, sex and hukou of their persons,
 * a study that counts them in cells, and the query that does the same.
 */
final class EnrolmentSpells {
    private static final int PARTS = 8;

    private final Path folder;
    private final long rows;

    EnrolmentSpells(Path folder, long rows) {
        this.folder = folder.resolve("spells-" + rows);
        this.rows = rows;
    }

    Path store() {
        return folder.resolve("store");
    }

    Path study() {
        return folder.resolve("spells-in-cells.yaml");
    }

    Path out() {
        return folder.resolve("out");
    }

    private Path part(int number) {
        return store().resolve("enrolments/all/part-" + number + ".parquet");
    }

    /** The query of the yardstick, over the same files. */
    String query() {
        String files = IntStream.range(0, PARTS)
                .mapToObj(k -> SqlText.literal(part(k).toString()))
                .collect(Collectors.joining(", ", "[", "]"));
        return "WITH counted AS (SELECT 24165 - (birth_year * 12 + birth_month) AS age_month, district, sex, hukou,"
                + " count(*) AS spells FROM read_parquet(" + files + ") WHERE scheme = 390 AND record_valid"
                + " AND enrolled_from <= DATE '2019-10-31'"
                + " AND (enrolled_to IS NULL OR enrolled_to >= DATE '2019-10-31') GROUP BY ALL)"
                + " SELECT count(*), sum(spells) FROM counted WHERE age_month BETWEEN -60 AND 107";
    }

    void generate() throws IOException {
        Files.createDirectories(part(0).getParent());
        Files.writeString(study(), """
                study: spells-in-cells
                title: Spells in cells
                inputs: {spells: {dataset: enrolments}}
                sample:
                  from: spells
                  derive: {age_month: "24165 - (birth_year * 12 + birth_month)"}
                  filters:
                    - {id: resident, keep: scheme = 390}
                    - {id: valid, keep: record_valid}
                    - {id: enrolled, keep: "enrolled_from <= make_date(2019, 10, 31) and (enrolled_to is null or enrolled_to >= make_date(2019, 10, 31))"}
                  cells:
                    by: {age_month: {from: -60, to: 107}, district: all, sex: [male, female], hukou: [local, migrant]}
                    count: spells
                """);
        Path codebook = store().resolve("enrolments/all/codebook.json");
        if (Files.exists(codebook)) {
            return;
        }
        try (DuckDbEngine engine = DuckDbEngine.open(2, folder.resolve("spill"))) {
            for (int k = 0; k < PARTS; k++) {
                engine.execute("COPY (" + spells(rows * k / PARTS, rows * (k + 1) / PARTS) + ") TO "
                        + SqlText.literal(part(k).toString())
                        + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)");
            }
            Files.writeString(
                    codebook,
                    CodebookJson.text(new Codebook(
                            "enrolments",
                            "",
                            true,
                            rows,
                            0,
                            List.of(),
                            engine.columns("read_parquet(" + SqlText.literal(part(0).toString()) + ")"))));
        }
    }

    private static String spells(long from, long to) {
        return "SELECT (hash(i // 2) >> 1)::BIGINT AS person, CASE WHEN hash(16 * i + 1) % 4 = 0 THEN 310 ELSE 390 END AS scheme,"
                + " DATE '2015-01-01' + (hash(16 * i + 2) % 1900)::INTEGER AS enrolled_from,"
                + " CASE WHEN hash(16 * i + 3) % 5 = 0 THEN DATE '2018-12-31' + (hash(16 * i + 4) % 700)::INTEGER END AS enrolled_to,"
                + " hash(16 * i + 5) % 200 > 0 AS record_valid, (2003 + hash(16 * i + 6) % 17)::SMALLINT AS birth_year,"
                + " (1 + hash(16 * i + 7) % 12)::TINYINT AS birth_month, '9901' || lpad((1 + hash(16 * i + 8) % 13)::VARCHAR, 2, '0')"
                + " AS district, CASE hash(16 * i + 9) % 2 WHEN 0 THEN 'male' ELSE 'female' END AS sex,"
                + " CASE hash(16 * i + 10) % 3 WHEN 0 THEN 'migrant' ELSE 'local' END AS hukou FROM range(" + from
                + ", " + to
                + ") rows(i)";
    }
}
