package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.data.Codebook;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    Path folder;

    private static Codebook codebook() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("2", "否 \"no\"\n");
        labels.put("1", "是");
        return new Codebook(
                "cmds",
                "2017",
                true,
                5,
                1,
                List.of(new Codebook.Source("原始.dta", "Stata 114", "GB18030", 10, "ab")),
                List.of(
                        new Variable("a", ValueType.INT8, "标签", labels, Map.of(".a", ""), "%8.0g"),
                        Variable.of("b", ValueType.TIMESTAMP)));
    }

    @Test
    void codebooksComeBackWithTheirOrder() {
        Path file = folder.resolve("codebook.json");
        CodebookJson.write(codebook(), file);
        Codebook back = CodebookJson.read(file);
        assertThat(back).isEqualTo(codebook());
        assertThat(back.variables().get(0).valueLabels().keySet()).containsExactly("2", "1");
        assertThat(CodebookJson.text(codebook()))
                .contains("\"file\" : \"原始.dta\"")
                .doesNotContain("\r");
    }

    @Test
    void aDamagedCodebookIsAFinding() throws IOException {
        Path file = folder.resolve("codebook.json");
        for (String damaged : List.of(
                "",
                "{",
                "[]",
                "{\"dataset\": \"x\"}",
                CodebookJson.text(codebook()).replace("int8", "int9"))) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> CodebookJson.read(file))
                    .isInstanceOf(CanbaoException.class)
                    .hasMessageContaining("codebook");
        }
    }

    @Test
    void onlyWholeWavesAreSeen() throws IOException {
        Store store = new Store(folder.resolve("store"));
        assertThat(store.isEmpty()).isTrue();
        for (String wave : List.of("cmds/2018", "cmds/2017", "city-yearbook/all", "cmds/.2016.ingesting", ".git/x")) {
            Path place = Files.createDirectories(store.root().resolve(wave));
            Files.writeString(place.resolve("part-0.parquet"), "");
            CodebookJson.write(codebook(), place.resolve("codebook.json"));
        }
        Files.createDirectories(store.root().resolve("empty/2017"));
        Files.writeString(store.root().resolve("cmds/2017.rejects.csv"), "");

        assertThat(store.isEmpty()).isFalse();
        assertThat(store.datasets())
                .containsExactly(
                        new Store.Entry("city-yearbook", List.of("all")),
                        new Store.Entry("cmds", List.of("2017", "2018")));
        assertThat(store.waves("cmds")).extracting(StoredWave::wave).containsExactly("2017", "2018");
        assertThat(store.find("city-yearbook", "").orElseThrow().parts()).hasSize(1);
        assertThat(store.find("cmds", "2016")).isEmpty();
        assertThat(store.find("../store/cmds", "2017")).isEmpty();
        assertThat(store.waves("nothing")).isEmpty();
        assertThat(store.nearest("cmsd")).containsExactly("cmds");
    }
}
