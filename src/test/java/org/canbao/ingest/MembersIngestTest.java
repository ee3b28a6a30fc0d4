package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.canbao.data.Codebook;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;
import org.canbao.yaml.SchemaReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The persons of a roster side by side become rows of their own. */
class MembersIngestTest {
    private static final String SCHEMA = """
            schema: s
            dataset: s
            title: S
            keep_others: true
            variables:
              person_id: {raw: id, identifier: hash, confidence: verified}
              year: {value: 2017, type: int16, confidence: verified}
            roster:
              persons: [2, 3]
              keys: [%s]
              items:
                relation: {raw: "rel#", codes: {1: spouse, 2: child}, confidence: verified}
                age: {raw: "age#", missing: [99], confidence: verified}
                card: {raw: "card#", identifier: hash, confidence: verified}
              counts: {members: {}}
            """;

    private static final String ROWS = """
            id,rel2,rel3,age2,age3,card2,card3,name2,name3
            7,1,2,40,12,4401,4402,Li,Wang
            8,,2,,99,,4402,,Zhao
            9,,,,,,,,
            """;

    @TempDir
    Path folder;

    private Codebook ingest(String keys) throws IOException {
        Path file = Files.writeString(folder.resolve("raw.csv"), ROWS);
        IngestRequest request = IngestRequest.of("s", List.of(file), "2017", folder.resolve("store"), 1)
                .withSchema(SchemaReader.read(SCHEMA.formatted(keys), "s.yaml"));
        new Ingestor().ingest(request, Progress.NONE);
        return new Ingestor().ingest(request.ofMembers("s-members"), Progress.NONE);
    }

    private List<String> query(String sql) {
        List<String> rows = new ArrayList<>();
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            engine.query(sql, chunk -> {
                String[] texts = new String[chunk.rows()];
                chunk.strings(0, texts, 0);
                rows.addAll(List.of(texts));
            });
        }
        return rows;
    }

    private String parquet(String dataset) {
        StoredWave wave =
                new Store(folder.resolve("store")).find(dataset, "2017").orElseThrow();
        return "read_parquet(" + SqlText.literal(wave.parts().get(0).toString()) + ")";
    }

    @Test
    void everyPlaceWithAPersonIsARow() throws IOException {
        Codebook codebook = ingest("person_id, year");
        assertThat(codebook.rows()).isEqualTo(3);
        assertThat(codebook.variables())
                .extracting(Variable::name)
                .containsExactly("person_id", "member", "relation", "age", "card", "year");
        assertThat(query("SELECT concat_ws(' ', member, relation, coalesce(age::VARCHAR, age__missing), year) FROM "
                        + parquet("s-members")))
                .containsExactly("2 spouse 40 2017", "3 child 12 2017", "3 child 99 2017");
        assertThat(query("SELECT CAST(count(*) AS VARCHAR) FROM " + parquet("s-members") + " JOIN " + parquet("s")
                        + " USING (person_id, year)"))
                .as("keys lead back to the respondents")
                .containsExactly("3");
    }

    /** Names that the schema does not name do not enter, and numbers of persons enter as hashes, equal for equal ones. */
    @Test
    void identifiersOfMembersAreHashedAsThoseOfRespondentsAre() throws IOException {
        ingest("person_id, year");
        List<String> cards = query("SELECT card FROM " + parquet("s-members"));
        assertThat(cards).allMatch(card -> card.matches("[0-9a-f]{32}"));
        assertThat(cards.get(1)).isEqualTo(cards.get(2)).isNotEqualTo(cards.get(0));
    }

    /** A rule that drops repeated respondents would otherwise drop all members but the first of each. */
    @Test
    void rulesJudgeRespondentsAndNotTheirMembers() throws IOException {
        String rules = """
                rules:
                  - {id: again, repeated: [person_id], then: drop}
                  - {id: contradicts, document: {number: card2, birth: age2}, then: flag}
                """;
        Path file = Files.writeString(folder.resolve("raw.csv"), ROWS);
        IngestRequest request = IngestRequest.of("s", List.of(file), "2017", folder.resolve("store"), 1)
                .withSchema(SchemaReader.read(SCHEMA.formatted("person_id") + rules, "s.yaml"));
        Codebook respondents = new Ingestor().ingest(request, Progress.NONE);
        Codebook members = new Ingestor().ingest(request.ofMembers("s-members"), Progress.NONE);

        assertThat(respondents.schema().orElseThrow().rules()).hasSize(2);
        assertThat(members.schema().orElseThrow().rules()).isEmpty();
        assertThat(members.rows()).isEqualTo(3);
        assertThat(members.variables()).extracting(Variable::name).doesNotContain("contradicts");
    }

    /** The file has a name where the relation should be. */
    @Test
    void rejectsOfMembersTellNoNames() throws IOException {
        Path file = Files.writeString(folder.resolve("raw.csv"), ROWS.replace("8,,2,,99", "8,,欧阳模拟,,99"));
        IngestRequest request = new IngestRequest(
                        "s", List.of(file), "2017", folder.resolve("store"), OpenOptions.DEFAULT, 9, 1)
                .withSchema(SchemaReader.read(SCHEMA.formatted("person_id"), "s.yaml"));
        List<Diagnostic> said = new ArrayList<>();
        Codebook members = new Ingestor().ingest(request.ofMembers("s-members"), new Progress() {
            @Override
            public void rows(Path of, long rows, OptionalLong total) {}

            @Override
            public void finding(Diagnostic finding) {
                said.add(finding);
            }
        });

        assertThat(members.rejected()).isEqualTo(1);
        assertThat(said.toString()).contains("字字字字").doesNotContain("欧阳");
    }

    @Test
    void aKeyThatTheFileLacksIsNamed() {
        assertThatThrownBy(() -> ingest("household"))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("members of the roster need `household`");
    }
}
