package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.canbao.choices.ChoicesCode;
import org.canbao.result.Coefficient;
import org.canbao.result.CurveJson;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.result.SpecificationCurve;
import org.canbao.run.RunCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code canbao run --choices}: the numbers are those of the study edited by hand. */
class SpecificationCurveTest {
    private static final String ALONE = "alone: {of: main, coefficient: did, combine: one-at-a-time}";
    private static final String CROSSED =
            "crossed: {of: main, coefficient: did, limit: 40, title: {en: Crossed, zh: 交叉}}";
    private static final Set<String> NUMBERS =
            Set.of("rank", "estimate", "std_error", "p_value", "conf_low", "conf_high", "n", "problem");

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static ChoicesStudy drawn;
    private static CommandLineRun first;

    @BeforeAll
    static void drawBothCurves() {
        drawn = new ChoicesStudy(shared);
        first = drawn.run(ChoicesStudy.text(ALONE, CROSSED), shared.resolve("out"), "--choices", "all", "--threads", 2);
        assertThat(first.status()).as(first.err()).isZero();
    }

    private static Path made(String name) {
        return shared.resolve("out/open").resolve(name);
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Path output(String name) {
        return out().resolve("open").resolve(name);
    }

    private static Map<String, String> options(Map<String, String> row) {
        return row.entrySet().stream()
                .filter(e -> !NUMBERS.contains(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void hasTheNumbersOfTheEditedStudy(Map<String, String> row) throws IOException {
        CommandLineRun run =
                drawn.run(ChoicesStudy.edited(options(row)), folder.resolve("by-hand"), "--quiet", "--only", "main");
        assertThat(run.status()).as(row + ":\n" + run.err()).isZero();
        Fit fit = FitJson.read(Files.readString(folder.resolve("by-hand/open/results/main.json")));
        if (row.get("estimate").isEmpty()) {
            assertThat(fit.coefficient("did")).isEmpty();
            assertThat(row.get("problem")).contains("did");
            return;
        }
        Coefficient expected = fit.coefficient("did").orElseThrow();
        assertThat(row.get("n")).isEqualTo(String.valueOf(fit.n()));
        isNear(row, "estimate", expected.estimate());
        isNear(row, "std_error", expected.stdError());
        isNear(row, "p_value", expected.pValue());
        isNear(row, "conf_low", expected.confLow());
        isNear(row, "conf_high", expected.confHigh());
    }

    private static void isNear(Map<String, String> row, String column, double expected) {
        assertThat(Double.parseDouble(row.get(column)))
                .as(column + " of " + row)
                .isCloseTo(expected, within(1e-10 * Math.max(1e-3, Math.abs(expected))));
    }

    @Test
    void eachAlternativeAloneIsTheStudyEditedByHand() throws IOException {
        List<Map<String, String>> rows = ChoicesStudy.rows(made("choices/alone.csv"));
        assertThat(rows).hasSize(17);
        for (Map<String, String> row : rows) {
            hasTheNumbersOfTheEditedStudy(row);
        }
    }

    @Test
    void combinationsAreTheStudyEditedByHand() throws IOException {
        List<Map<String, String>> rows = ChoicesStudy.rows(made("choices/crossed.csv"));
        assertThat(rows).hasSize(40);
        assertThat(rows.stream().map(row -> row.get("estimate")).distinct()).hasSizeGreaterThan(20);
        for (int i = 0; i < rows.size(); i += 4) {
            hasTheNumbersOfTheEditedStudy(rows.get(i));
        }
        assertThat(Files.readString(made("figures/crossed.svg")))
                .contains("40 specifications drawn at random (seed 7) from 20,736 combinations of options");
    }

    @Test
    void whatCannotBeEstimatedIsThereWithItsReason() throws IOException {
        SpecificationCurve curve = CurveJson.read(Files.readString(made("choices/alone.json")));
        assertThat(curve.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.options()).contains("always");
            assertThat(failed.problem()).isEqualTo("`did` does not vary within the effects");
        });
        assertThat(first.err()).contains(ChoicesCode.NOT_ESTIMATED.id(), "1 specifications could not be estimated: `did` does not vary");
        assertThat(Files.readString(made("figures/alone.svg")))
                .contains("1 not estimated (crosses at the right end): `did` does not vary within the effects.");
    }

    @Test
    void optionsThatChangeNothingAreNamedAndLeftOut() throws IOException {
        String unread = "unread: {of: main, coefficient: lx, points: [controls, unread]}";
        String text = ChoicesStudy.text(unread).replace(" + did:rich", "");
        CommandLineRun run = new ChoicesStudy(folder).run(text, out(), "--choices", "all");
        SpecificationCurve curve = CurveJson.read(Files.readString(output("choices/unread.json")));
        assertThat(curve.points()).extracting(SpecificationCurve.Point::id).containsExactly("controls");
        assertThat(curve.inert()).containsExactly(new SpecificationCurve.Inert("unread", "other"));
        assertThat(run.err()).contains(ChoicesCode.INERT.id(), "`other` of point `unread` changes nothing that spec `main` reads");
        assertThat(curve.failed()).extracting(SpecificationCurve.Specification::problem)
                .containsExactly("the spec has no coefficient `lx`");
    }

    @Test
    void bytesDoNotDependOnThreads() {
        ChoicesStudy study = new ChoicesStudy(folder);
        study.run(ChoicesStudy.text(ALONE, CROSSED), out(), "--choices", "all", "--threads", 1);
        for (String file : List.of("choices/alone.csv", "choices/crossed.json", "figures/crossed.svg")) {
            assertThat(output(file)).hasSameBinaryContentAs(made(file));
        }
    }

    @Test
    void aRunWithoutChoicesKeepsWhatHoldsAndRemovesWhatDoesNot() throws IOException {
        String few = "few: {of: main, coefficient: did, points: [start, age], title: {en: Few, zh: 几种}}";
        ChoicesStudy study = new ChoicesStudy(folder);
        study.run(ChoicesStudy.text(few), out(), "--choices", "all");
        assertThat(output("index.html")).content().contains("choices/few.csv", "figures/few.png");
        assertThat(output("index.zh.html")).content().contains("本文设定");
        assertThat(study.run(ChoicesStudy.text(few), out()).out()).contains("nothing to do");
        CommandLineRun chinese = study.run(ChoicesStudy.text(few), out(), "--lang", "zh");
        assertThat(chinese.err()).contains("figure few").doesNotContain("curve few");
        assertThat(output("figures/few.svg")).content().contains("本文设定");

        Path csv = output("choices/few.csv");
        Files.writeString(csv, Files.readString(csv).replace("later", "earlier"));
        CommandLineRun verified = CommandLineRun.of("verify", out().resolve("open"));
        assertThat(verified.status()).isEqualTo(ExitStatus.CHECK_FAILED);
        assertThat(verified.out()).contains("choices/few.csv");

        CommandLineRun changed = study.run(ChoicesStudy.text(few).replace("age >= 16", "age >= 17"), out());
        assertThat(changed.status()).isZero();
        assertThat(changed.err()).contains(RunCode.CURVE_STALE.id(), "curve `few` is no longer among the outputs", "--choices few");
        assertThat(output("choices/few.csv")).doesNotExist();
        assertThat(output("figures/few.svg")).doesNotExist();
        assertThat(output("manifest.json")).content().doesNotContain("few");
    }

    @Test
    void wrongNamesAreErrorsWithTheNearest() {
        ChoicesStudy study = new ChoicesStudy(folder);
        CommandLineRun curve = study.run(ChoicesStudy.text(ALONE), out(), "--choices", "aloen");
        assertThat(curve.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(curve.err()).contains(RunCode.UNKNOWN_CURVE.id(), "no specification curve `aloen`", "did you mean `alone`?");
        CommandLineRun coefficient =
                study.run(ChoicesStudy.text(ALONE.replace("did,", "dib,")), out(), "--choices", "all");
        assertThat(coefficient.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(coefficient.err()).contains(ChoicesCode.UNKNOWN_COEFFICIENT.id(), "no coefficient `dib`", "did you mean `did`?");
        CommandLineRun column = study.run(
                ChoicesStudy.text(ALONE).replace("year > adoption", "year > adoptoin"), out(), "--choices", "all");
        assertThat(column.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(column.err()).contains("adoptoin", "`adoption`", "open.yaml:");
    }
}
