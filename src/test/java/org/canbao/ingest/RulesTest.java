package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.canbao.data.Codebook;
import org.canbao.engine.DuckDbEngine;
import org.canbao.simulate.enrolment.EnrolmentExtract;
import org.canbao.yaml.SchemaReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
    private static final String HEAD = """
            schema: s
            dataset: d
            title: S
            keep_others: false
            variables:
              id: {raw: id, confidence: verified}
              n: {raw: n, confidence: verified}
              from_day: {raw: from, format: yyyy-mm-dd, confidence: verified}
              to_day: {raw: to, format: yyyy-mm-dd, confidence: verified}
              valid: {raw: valid, codes: {"1": true, "0": false}, type: boolean, optional: true, confidence: verified}
            rules:
            """;

    private static final String ROWS = """
            id,n,from,to,valid
            1,10,2019-01-01,2019-06-30,1
            1,20,2019-06-30,,1
            1,30,2019-07-01,2019-07-02,1
            2,40,2019-01-01,2019-12-31,0
            2,50,2019-05-01,2019-04-01,1
            ,60,2019-01-01,,1
            2,70,2019-06-01,,
            """;

    @TempDir
    Path folder;

    /** What the simulator says it spoiled is what the rules of the schemas find. */
    @Test
    void theDirtOfASimulatedExtractIsFound() throws IOException {
        Path raw = Files.createDirectories(folder.resolve("raw"));
        new EnrolmentExtract(3, 0.02, 0.2).write(raw, 2);
        Map<String, Long> truth = truth(Files.readString(raw.resolve("truth.yaml")));

        Codebook persons = ingest(raw, "psn_info_b", "insured-persons", "psn-info-b");
        Codebook spells = ingest(raw, "psn_insu_d", "enrolments", "psn-insu-d");
        Codebook settlements = ingest(raw, "setl_d", "settlements", "setl-d");

        assertThat(truth.values()).allSatisfy(rows -> assertThat(rows).isPositive());
        assertThat(found(persons))
                .containsEntry("birth_contradicts", truth.get("birth_contradicts_document"))
                .containsEntry("record_invalid", 0L);
        assertThat(found(spells))
                .containsEntry("enrolled_twice", truth.get("enrolled_twice"))
                .containsEntry("record_invalid", truth.get("cancelled"))
                .containsEntry("ends_before_beginning", 0L);
        assertThat(found(settlements)).containsEntry("paid_back", truth.get("refunded"));
        assertThat(settlements.rows() + truth.get("refunded")).isEqualTo(lines(raw, "setl_d"));
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            assertThat(engine.count("SELECT count(*) FROM " + stored("enrolments") + " WHERE enrolled_twice"))
                    .isEqualTo(truth.get("enrolled_twice"));
            assertThat(engine.count("SELECT count(*) FROM " + stored("insured-persons") + " WHERE birth_contradicts"))
                    .isEqualTo(truth.get("birth_contradicts_document"));
        }
    }

    @Test
    void spellsOverlapWithinAUnitAndTheDayOfTheEndIsFree() throws IOException {
        Codebook codebook = ingest(
                "  - {id: twice, overlap: {unit: [id], from: from_day, to: to_day}, then: flag, en: Twice}\n", ROWS);

        assertThat(rule(codebook)).isEqualTo("twice flag 3 rows, 1 not judged");
        assertThat(values("twice")).isEqualTo("10 false|20 false|30 true|40 false|50 true|60 false|70 true");
    }

    @Test
    void whatIsDroppedIsNotSeenByLaterRules() throws IOException {
        Codebook codebook = ingest("""
                  - {id: invalid, when: {valid: false}, then: drop, zh: 无效}
                  - {id: twice, overlap: {unit: id, from: from_day, to: to_day}, among: {valid: true}, then: drop}
                  - {id: again, repeated: [id], then: flag}
                """, ROWS);

        assertThat(found(codebook)).isEqualTo(Map.of("invalid", 1L, "twice", 1L, "again", 2L));
        assertThat(codebook.rows()).isEqualTo(5);
        assertThat(values("again")).isEqualTo("10 false|20 true|50 false|60 false|70 true");
    }

    @Test
    void boundsAndOrderOfDatesAndReportsChangeNothing() throws IOException {
        Codebook codebook = ingest("""
                  - {id: large, when: {n: {from: 40}}, then: report}
                  - {id: reversed, backwards: {from: from_day, to: to_day}, then: report}
                """, ROWS);

        assertThat(found(codebook)).isEqualTo(Map.of("large", 4L, "reversed", 1L));
        assertThat(values("n")).isEqualTo("10 10|20 20|30 30|40 40|50 50|60 60|70 70");
    }

    @Test
    void aConditionOnAVariableThatTheFilesLackIsFulfilledAndACheckOnItTellsNothing() throws IOException {
        Codebook codebook = ingest(
                """
                  - {id: again, repeated: [id], among: {valid: true}, then: report}
                  - {id: invalid, when: {valid: false}, then: flag}
                """,
                ROWS.lines()
                        .map(line -> line.substring(0, line.lastIndexOf(',')))
                        .collect(Collectors.joining("\n")));

        assertThat(found(codebook)).isEqualTo(Map.of("again", 4L, "invalid", 0L));
        assertThat(codebook.schema().orElseThrow().rules().get(1).notJudged()).isEqualTo(7);
    }

    /** A column with a decimal anywhere is floating-point, and writes 20 as 20.0; months are whole numbers. */
    @Test
    void conditionsFindNumbersOfAnyTypeAndSpellsMayBeOfMonths() throws IOException {
        String schema = """
                schema: s
                dataset: d
                title: S
                variables:
                  id: {raw: id, confidence: verified}
                  n: {raw: n, confidence: verified}
                  from: {raw: from, confidence: verified}
                  to: {raw: to, confidence: verified}
                rules:
                  - {id: free, when: {n: 20}, then: flag}
                  - {id: twice, overlap: {unit: id, from: from, to: to}, then: flag}
                """;
        Path file = Files.writeString(
                folder.resolve("d.csv"),
                "id,n,from,to\n1,20,201901,201906\n1,0.5,201906,\n1,20,201907,201908\n2,20,201901,201902\n");
        Codebook codebook = new Ingestor()
                .ingest(
                        IngestRequest.of("d", List.of(file), "", folder.resolve("store"), 1)
                                .withSchema(SchemaReader.read(schema, "s.yaml")),
                        Progress.NONE);

        assertThat(found(codebook)).isEqualTo(Map.of("free", 3L, "twice", 1L));
        assertThat(values("twice")).isEqualTo("20.0 false|0.5 false|20.0 true|20.0 false");
    }

    @Test
    void aFileWithoutRowsCanBeInspected() throws IOException {
        Path file = Files.writeString(folder.resolve("d.csv"), "id,n,from,to,valid\n");
        SchemaInspection inspection = SchemaInspection.of(
                file,
                OpenOptions.DEFAULT,
                SchemaReader.read(HEAD + "  - {id: again, repeated: [id], then: flag}\n".indent(2), "s.yaml"));

        assertThat(inspection.harmonised().rows()).isZero();
        assertThat(inspection.rules()).isEmpty();
    }

    private Codebook ingest(String rules, String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("d.csv"), rows);
        IngestRequest request = IngestRequest.of("d", List.of(file), "", folder.resolve("store"), 1)
                .withSchema(SchemaReader.read(HEAD + rules.indent(2), "s.yaml"));
        return new Ingestor().ingest(request, Progress.NONE);
    }

    private Codebook ingest(Path raw, String files, String dataset, String schema) throws IOException {
        return new Ingestor()
                .ingest(
                        IngestRequest.of(dataset, files(raw, files), "", folder.resolve("store"), 2)
                                .withSchema(SchemaReader.read(Path.of("data-schemas", schema + ".yaml"))),
                        Progress.NONE);
    }

    private static List<Path> files(Path raw, String beginning) throws IOException {
        try (Stream<Path> files = Files.list(raw)) {
            return files.filter(f -> f.getFileName().toString().startsWith(beginning))
                    .sorted()
                    .toList();
        }
    }

    private static long lines(Path raw, String beginning) throws IOException {
        long lines = 0;
        for (Path file : files(raw, beginning)) {
            try (Stream<String> all = Files.lines(file)) {
                lines += all.count() - 1;
            }
        }
        return lines;
    }

    private static Map<String, Long> truth(String yaml) {
        String line =
                yaml.lines().filter(l -> l.startsWith("dirt_rows:")).findFirst().orElseThrow();
        Matcher matcher = Pattern.compile("(\\w+): (\\d+)").matcher(line);
        return matcher.results().collect(Collectors.toMap(m -> m.group(1), m -> Long.valueOf(m.group(2))));
    }

    private static Map<String, Long> found(Codebook codebook) {
        return codebook.schema().orElseThrow().rules().stream()
                .collect(Collectors.toMap(Codebook.RuleCount::id, Codebook.RuleCount::rows));
    }

    private static String rule(Codebook codebook) {
        Codebook.RuleCount rule = codebook.schema().orElseThrow().rules().get(0);
        return rule.id() + " " + rule.then() + " " + rule.rows() + " rows, " + rule.notJudged() + " not judged";
    }

    private String stored(String dataset) {
        return "read_parquet('" + folder.resolve("store").resolve(dataset) + "/all/*.parquet')";
    }

    private String values(String column) {
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            StringBuilder out = new StringBuilder();
            engine.query("SELECT n || ' ' || \"" + column + "\" FROM " + stored("d"), chunk -> {
                String[] texts = new String[chunk.rows()];
                chunk.strings(0, texts, 0);
                out.append(String.join("|", texts));
            });
            return out.toString();
        }
    }
}
