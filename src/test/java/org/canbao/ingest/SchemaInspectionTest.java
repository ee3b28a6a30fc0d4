package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.canbao.yaml.SchemaReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaInspectionTest {
    private static final String SCHEMA = """
            schema: survey
            dataset: survey
            title: Survey
            variables:
              education: {raw: edu, codes: {1: none, 2: primary, 3: junior}, missing: {9: unknown}, confidence: verified}
              town: {raw: town, codes: {北京: 1}, confidence: single-source}
              age: {raw: years, confidence: inferred}
              weight: {raw: w, optional: true, confidence: not-found}
            """;

    @TempDir
    Path folder;

    private SchemaInspection inspect() throws IOException {
        StringBuilder csv = new StringBuilder("edu,town,name\n");
        for (int i = 0; i < 6; i++) {
            csv.append("7,上海,a\n");
        }
        csv.append("1,北京,b\n9,张三,c\n8,李四,d\n");
        Path file = Files.writeString(folder.resolve("raw.csv"), csv);
        return SchemaInspection.of(file, OpenOptions.DEFAULT, SchemaReader.read(SCHEMA, "survey.yaml"));
    }

    @Test
    void showsBindingsCodesAndWhatHasNone() throws IOException {
        String text = SchemaInspectionText.text(inspect());
        assertThat(text)
                .contains("raw.csv: CSV, 9 rows; schema survey: 2 of 4 variables bound")
                .contains("1 → none\n", "9 → missing (unknown)\n")
                .contains("missing: 9 (unknown) in 1 cell\n")
                .contains("does not fit: `7` in 6 cells: no code of the schema is this value")
                .contains("does not fit: `8` in 1 cell:")
                .contains("does not fit: `上海` in 6 cells")
                .contains("does not fit: other values in 2 cells")
                .contains("kept under their own names: name")
                .containsPattern("age +– +none +inferred")
                .containsPattern("weight +– \\(optional\\) +none +not-found")
                .doesNotContain("张三", "李四");
    }

    @Test
    void jsonHasTheSame() throws IOException {
        SchemaInspection inspection = inspect();
        assertThat(inspection.fits()).isFalse();
        JsonNode root = JsonMapper.builder().build().readTree(SchemaInspectionJson.text(inspection));

        JsonNode education = root.get("variables").get(0);
        assertThat(education.get("bound_by").asString()).isEqualTo("name");
        assertThat(education.get("codes").get(3).get("missing").asString()).isEqualTo("unknown");
        assertThat(education.get("misfits").get(0).get("value").asString()).isEqualTo("7");
        assertThat(education.get("misfits").get(0).get("cells").asLong()).isEqualTo(6);
        assertThat(root.get("variables").get(1).get("misfits").toString()).doesNotContain("张三");
        assertThat(root.get("findings").get(0).get("code").asString()).isEqualTo("CB0280");
        assertThat(root.get("kept").get(0).asString()).isEqualTo("name");
    }
}
