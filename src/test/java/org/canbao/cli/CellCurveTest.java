package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.canbao.math.CounterRandom;
import org.canbao.result.Coefficient;
import org.canbao.result.FitJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Specification curves of a sample that counts rows in cells: the numbers are those of the study edited by hand. */
class CellCurveTest {
    private static final String STUDY = """
            study: counted
            title: {en: A study of cells, zh: 单元研究}
            inputs: {persons: {dataset: persons}}
            sample:
              from: persons
              derive: {month: born - 100}
              filters:
                - {id: valid, keep: ok = 1, en: Valid, zh: 有效}
              cells:
                by: {month: {from: -12, to: 11}, district: all, sex: [f, m]}
                count: enrolled
                derive: {older: month >= 0, near: abs(month) <= 10}
                filters:
                  - {id: inside, keep: near, en: In the window, zh: 窗口内}
            specs:
              jump: {model: ols, formula: enrolled ~ older + month, vcov: hc1}
            """;

    private static final String CHOICES = """
            choices:
              points:
                month: {alternatives: {next: {derive: {month: born - 101}}}}
                window: {alternatives: {narrow: {derive: {near: abs(month) <= 6}}, none: {drop: inside}}}
                valid: {alternatives: {any: {keep: {valid: ok >= 0}}}}
                zeros: {alternatives: {left-out: {where: enrolled > 0}}}
                cells: {alternatives: {no-sex: {by: {month: {from: -12, to: 11}, district: all}}}}
                errors: {alternatives: {district: {spec: {vcov: cluster, cluster: [district]}}}}
                same: {alternatives: {again: {keep: {valid: ok = 1}}}}
              curves:
                alone: {of: jump, coefficient: older, combine: one-at-a-time}
                crossed: {of: jump, coefficient: older, points: [window, zeros, cells, errors]}
            """;

    private static final Map<String, List<String>> EDITS = Map.of(
            "next", List.of("born - 100", "born - 101"),
            "narrow", List.of("<= 10", "<= 6"),
            "none", List.of("keep: near", "keep: true"),
            "any", List.of("ok = 1", "ok >= 0"),
            "left-out", List.of("zh: 窗口内}\n", "zh: 窗口内}\n      - {id: some, keep: enrolled > 0, en: Some, zh: 有}\n"),
            "no-sex", List.of(", sex: [f, m]", ""),
            "district", List.of("vcov: hc1", "vcov: cluster, cluster: [district]"));

    @TempDir
    Path folder;

    @BeforeEach
    void writePersons() throws IOException {
        CounterRandom random = new CounterRandom(3, "persons", 0);
        StringBuilder text = new StringBuilder("born,district,sex,ok\n");
        for (int i = 0; i < 900; i++) {
            int born = 86 + random.nextInt(28);
            int shifted = born >= 100 && random.nextInt(3) == 0 ? 100 + random.nextInt(12) : born;
            text.append(shifted)
                    .append(",d")
                    .append(random.nextInt(4))
                    .append(random.nextInt(2) == 0 ? ",f," : ",m,")
                    .append(random.nextInt(10) == 0 ? 0 : 1)
                    .append('\n');
        }
        Files.writeString(folder.resolve("persons.csv"), text);
    }

    private CommandLineRun run(String study, String out, String... more) throws IOException {
        Path file = folder.resolve("counted.yaml");
        Files.writeString(file, study);
        List<Object> args = new ArrayList<>(List.of("run", file, "--out", folder.resolve(out)));
        args.addAll(List.of("--input", "persons=" + folder.resolve("persons.csv")));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray());
    }

    private void hasTheNumbersOfTheEditedStudy(Map<String, String> row, List<String> points) throws IOException {
        String text = STUDY;
        for (String point : points) {
            List<String> edit = EDITS.getOrDefault(row.get(point), List.of("", ""));
            assertThat(text).contains(edit.get(0));
            text = text.replace(edit.get(0), edit.get(1));
        }
        CommandLineRun run = run(text, "by-hand", "--quiet");
        assertThat(run.status()).as(run.err()).isZero();
        Coefficient expected = FitJson.read(Files.readString(folder.resolve("by-hand/counted/results/jump.json")))
                .coefficient("older")
                .orElseThrow();
        assertThat(Double.parseDouble(row.get("estimate"))).as("%s", row).isCloseTo(expected.estimate(), within(1e-12));
        assertThat(Double.parseDouble(row.get("std_error")))
                .as("%s", row)
                .isCloseTo(expected.stdError(), within(1e-12));
    }

    @Test
    void everySpecificationIsTheStudyEditedByHand() throws IOException {
        CommandLineRun run = run(STUDY + CHOICES, "out", "--choices", "all");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).contains("`again` of point `same` changes nothing that spec `jump` reads");
        List<Map<String, String>> alone = ChoicesStudy.rows(folder.resolve("out/counted/choices/alone.csv"));
        assertThat(alone).hasSize(8);
        assertThat(alone.stream()
                        .map(row -> Math.round(1e9 * Double.parseDouble(row.get("estimate"))))
                        .distinct())
                .hasSize(7);
        for (Map<String, String> row : alone) {
            hasTheNumbersOfTheEditedStudy(row, List.of("month", "window", "valid", "zeros", "cells", "errors"));
        }
        List<Map<String, String>> crossed = ChoicesStudy.rows(folder.resolve("out/counted/choices/crossed.csv"));
        assertThat(crossed).hasSize(3 * 2 * 2 * 2);
        for (int i = 0; i < crossed.size(); i += 5) {
            hasTheNumbersOfTheEditedStudy(crossed.get(i), List.of("window", "cells", "errors", "zeros"));
        }
    }

    @Test
    void dimensionsAreForCellsAndWrongExpressionsAreFoundWhereTheyStand() throws IOException {
        String rows =
                STUDY.replaceAll("(?s)  cells:.*specs:", "specs:").replace("enrolled ~ older + month", "ok ~ month");
        CommandLineRun run = run(
                rows
                        + CHOICES.replace(
                                "window: {alternatives: {narrow: {derive: {near: abs(month) <= 6}}, none: {drop: inside}}}",
                                ""),
                "out");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("the sample counts no cells that could have other dimensions");
        CommandLineRun typo = run(STUDY + CHOICES.replace("enrolled > 0", "enroled > 0"), "out", "--choices", "alone");
        assertThat(typo.status()).isEqualTo(2);
        assertThat(typo.err()).contains("enroled", "enrolled", "counted.yaml:");
    }

    @Test
    void pointsThatBothChangeTheDimensionsCannotBeCombined() throws IOException {
        String other = "cells: {alternatives: {no-sex: {by: {month: {from: -12, to: 11}, district: all}}}}";
        assertThat(CHOICES).contains(other);
        String both = other + "\n    shorter: {alternatives: {ten: {by: {month: {from: -10, to: 9}, sex: [f, m]}}}}";
        CommandLineRun run = run(
                STUDY + CHOICES.replace(other, both).replace("zeros, cells", "shorter, cells"),
                "out",
                "--choices",
                "crossed");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("points `cells` and `shorter` both change the dimensions of the cells");
    }
}
