package org.canbao.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StudySourceTest {
    private static final String TEXT = """
            # a study
            study: small
            lists:
              person: age + age^2 # of persons
            specs:
              # the first
              a: {model: ols,
                formula: y ~ x}

              # the second
              b:
                model: ols
                formula: y ~ z
            # the end
            tables: {one: {columns: [a]}}
            """;

    private final StudySource source = StudySource.of(TEXT, "small.yaml");

    @Test
    void entriesAreAsTheAuthorWroteThem() {
        assertThat(source.entries("specs"))
                .containsExactly(
                        org.assertj.core.api.Assertions.entry("a", "a: {model: ols,\n  formula: y ~ x}"),
                        org.assertj.core.api.Assertions.entry("b", "b:\n  model: ols\n  formula: y ~ z"));
    }

    @Test
    void partsHaveTheirKey() {
        assertThat(source.part("lists")).isEqualTo("lists:\n  person: age + age^2 # of persons");
        assertThat(source.part("tables")).isEqualTo("tables: {one: {columns: [a]}}");
        assertThat(source.part("figures")).isEmpty();
        assertThat(source.entries("figures")).isEmpty();
    }

    @Test
    void entriesOnOneLineShareIt() {
        assertThat(source.entries("tables")).containsEntry("one", "tables: {one: {columns: [a]}}");
    }

    @Test
    void everySpecOfARealStudyHasItsText() {
        Path file = Path.of("configs/instant-settlement.yaml");
        StudySource real = StudySource.of(file);
        assertThat(real.entries("specs").keySet())
                .isEqualTo(StudyReader.read(file).specs().keySet());
        assertThat(real.entries("specs").get("placebo"))
                .startsWith("placebo:\n  model: placebo")
                .endsWith("draws: 500");
    }
}
