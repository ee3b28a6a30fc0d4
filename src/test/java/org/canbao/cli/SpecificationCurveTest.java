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
import org.canbao.result.Coefficient;
import org.canbao.result.CurveJson;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.result.SpecificationCurve;
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
    Path folder;

    private ChoicesStudy study() {
        return new ChoicesStudy(folder);
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

    private void hasTheNumbersOfTheEditedStudy(ChoicesStudy study, Map<String, String> row) throws IOException {
        CommandLineRun run = study.run(ChoicesStudy.edited(options(row)), folder.resolve("by-hand"), "--quiet", "--only", "main");
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
        ChoicesStudy study = study();
        CommandLineRun run = study.run(ChoicesStudy.text(ALONE), out(), "--choices", "all");
        assertThat(run.status()).as(run.err()).isZero();
        List<Map<String, String>> rows = ChoicesStudy.rows(output("choices/alone.csv"));
        assertThat(rows).hasSize(17);
        for (Map<String, String> row : rows) {
            hasTheNumbersOfTheEditedStudy(study, row);
        }
    }

    @Test
    void combinationsAreTheStudyEditedByHand() throws IOException {
        ChoicesStudy study = study();
        CommandLineRun run = study.run(ChoicesStudy.text(CROSSED), out(), "--choices", "crossed");
        assertThat(run.status()).as(run.err()).isZero();
        List<Map<String, String>> rows = ChoicesStudy.rows(output("choices/crossed.csv"));
        assertThat(rows).hasSize(40);
        assertThat(rows.stream().map(row -> row.get("estimate")).distinct()).hasSizeGreaterThan(20);
        for (int i = 0; i < rows.size(); i += 3) {
            hasTheNumbersOfTheEditedStudy(study, rows.get(i));
        }
    }

    @Test
    void whatCannotBeEstimatedIsThereWithItsReason() throws IOException {
        ChoicesStudy study = study();
        CommandLineRun run = study.run(ChoicesStudy.text(ALONE), out(), "--choices", "all");
        SpecificationCurve curve = CurveJson.read(Files.readString(output("choices/alone.json")));
        assertThat(curve.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.options()).contains("always");
            assertThat(failed.problem()).isEqualTo("`did` does not vary within the effects");
        });
        assertThat(run.err()).contains("CB1404", "1 specifications could not be estimated: `did` does not vary");
        assertThat(Files.readString(output("figures/alone.svg")))
                .contains("1 not estimated (crosses at the right end): `did` does not vary within the effects.");
    }

    @Test
    void optionsThatChangeNothingAreNamedAndLeftOut() throws IOException {
        String unread = "unread: {of: main, coefficient: lx, points: [controls, unread]}";
        String text = ChoicesStudy.text(unread).replace(" + did:rich", "");
        CommandLineRun run = study().run(text, out(), "--choices", "all");
        SpecificationCurve curve = CurveJson.read(Files.readString(output("choices/unread.json")));
        assertThat(curve.points()).extracting(SpecificationCurve.Point::id).containsExactly("controls");
        assertThat(curve.inert()).containsExactly(new SpecificationCurve.Inert("unread", "other"));
        assertThat(run.err()).contains("CB1403", "`other` of point `unread` changes nothing that spec `main` reads");
        assertThat(curve.failed()).extracting(SpecificationCurve.Specification::problem)
                .containsExactly("the spec has no coefficient `lx`");
    }

    @Test
    void bytesDependOnNeitherThreadsNorTheOtherCurves() throws IOException {
        ChoicesStudy study = study();
        study.run(ChoicesStudy.text(ALONE, CROSSED), out(), "--choices", "all", "--threads", 1);
        byte[] crossed = Files.readAllBytes(output("choices/crossed.csv"));
        byte[] picture = Files.readAllBytes(output("figures/crossed.svg"));
        study.run(ChoicesStudy.text(ALONE, CROSSED), out(), "--choices", "all", "--threads", 3, "--force");
        assertThat(output("choices/crossed.csv")).hasBinaryContent(crossed);
        assertThat(output("figures/crossed.svg")).hasBinaryContent(picture);
        study.run(ChoicesStudy.text(CROSSED), out(), "--choices", "crossed", "--force");
        List<Map<String, String>> apart = ChoicesStudy.rows(output("choices/crossed.csv"));
        assertThat(apart).extracting(SpecificationCurveTest::options).containsExactlyInAnyOrderElementsOf(
                parsed(crossed).stream().map(SpecificationCurveTest::options).toList());
    }

    private List<Map<String, String>> parsed(byte[] csv) throws IOException {
        return ChoicesStudy.rows(Files.write(folder.resolve("before.csv"), csv));
    }

    @Test
    void anotherSeedDrawsOthersAndAHigherLimitDrawsAll() throws IOException {
        ChoicesStudy study = study();
        String few = "few: {of: main, coefficient: did, points: [start, age, controls], limit: %d, seed: %d}";
        study.run(ChoicesStudy.text(few.formatted(5, 1)), out(), "--choices", "all");
        List<Map<String, String>> first = ChoicesStudy.rows(output("choices/few.csv"));
        study.run(ChoicesStudy.text(few.formatted(5, 2)), out(), "--choices", "all");
        List<Map<String, String>> second = ChoicesStudy.rows(output("choices/few.csv"));
        assertThat(first).hasSize(5);
        assertThat(second).hasSize(5).isNotEqualTo(first);
        assertThat(Files.readString(output("figures/few.svg")))
                .contains("5 specifications drawn at random (seed 2) from 27 combinations of options");
        study.run(ChoicesStudy.text(few.formatted(27, 2)), out(), "--choices", "all");
        assertThat(ChoicesStudy.rows(output("choices/few.csv"))).hasSize(27);
        assertThat(Files.readString(output("figures/few.svg"))).contains("all 27 combinations of options");
    }

    @Test
    void aRunWithoutChoicesKeepsWhatHoldsAndRemovesWhatDoesNot() {
        ChoicesStudy study = study();
        study.run(ChoicesStudy.text(ALONE), out(), "--choices", "all");
        CommandLineRun again = study.run(ChoicesStudy.text(ALONE), out());
        assertThat(again.out()).contains("nothing to do");
        CommandLineRun chinese = study.run(ChoicesStudy.text(ALONE), out(), "--lang", "zh");
        assertThat(chinese.err()).contains("figure alone").doesNotContain("curve alone");
        assertThat(output("figures/alone.svg")).content().contains("本文设定");
        CommandLineRun changed = study.run(ChoicesStudy.text(ALONE).replace("age >= 16", "age >= 17"), out());
        assertThat(changed.status()).isZero();
        assertThat(changed.err()).contains("CB0713", "curve `alone` is no longer among the outputs", "--choices alone");
        assertThat(output("choices/alone.csv")).doesNotExist();
        assertThat(output("figures/alone.svg")).doesNotExist();
        assertThat(output("manifest.json")).content().doesNotContain("alone");
    }

    @Test
    void verifyCoversCurves() throws IOException {
        study().run(ChoicesStudy.text(ALONE), out(), "--choices", "all");
        assertThat(output("index.html")).content().contains("choices/alone.csv", "figures/alone.png");
        Path csv = output("choices/alone.csv");
        Files.writeString(csv, Files.readString(csv).replace("later", "earlier"));
        CommandLineRun run = CommandLineRun.of("verify", out().resolve("open"));
        assertThat(run.status()).isEqualTo(ExitStatus.CHECK_FAILED);
        assertThat(run.out()).contains("choices/alone.csv");
    }

    @Test
    void wrongNamesAreErrorsWithTheNearest() {
        ChoicesStudy study = study();
        CommandLineRun curve = study.run(ChoicesStudy.text(ALONE), out(), "--choices", "aloen");
        assertThat(curve.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(curve.err()).contains("CB0712", "no specification curve `aloen`", "did you mean `alone`?");
        CommandLineRun coefficient =
                study.run(ChoicesStudy.text(ALONE.replace("did,", "dib,")), out(), "--choices", "all");
        assertThat(coefficient.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(coefficient.err()).contains("CB1401", "no coefficient `dib`", "did you mean `did`?");
        CommandLineRun column = study.run(
                ChoicesStudy.text(ALONE).replace("year > adoption", "year > adoptoin"), out(), "--choices", "all");
        assertThat(column.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(column.err()).contains("adoptoin", "`adoption`", "open.yaml:");
    }
}
