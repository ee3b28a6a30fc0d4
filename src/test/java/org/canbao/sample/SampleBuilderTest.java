package org.canbao.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.canbao.data.Codebook;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.DiagnosticPrinter;
import org.canbao.diag.Problems;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;
import org.canbao.spec.Lang;
import org.canbao.spec.StudySpec;
import org.canbao.yaml.StudyReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleBuilderTest {
    private static final String STUDY = """
            study: s
            title: T
            inputs:
              persons: {dataset: cmds, waves: [2014, 2015]}
              cities: {dataset: yearbook, lag: 1}
              policy: {dataset: policy}
            sample:
              from: persons
              join: {cities: [city, year], policy: [city]}
              derive:
                did: year >= adoption
                linc: ln(income)
                linc2: linc * linc
              filters:
                - {id: adult, keep: age >= 16, en: Adults, zh: 成年人}
                - {id: matched, keep: gdp IS NOT NULL}
            specs:
              one: {model: ols, formula: linc2 ~ did + gdp + i(age) | city + year, vcov: cluster, cluster: [city]}
              two: {model: ols, formula: linc ~ did | city, vcov: hc1, where: age < 60}
            """;

    @TempDir
    Path folder;

    private final List<ResolvedInput> inputs = new ArrayList<>();

    @BeforeEach
    void store() throws IOException {
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            parquet(
                    engine,
                    "p14",
                    "SELECT 2014 AS year, c AS city, a AS age, i AS income, 9 AS idle"
                            + " FROM (VALUES (2, 30, 10.0), (1, 15, 20.0), (1, 20, 5.0), (3, 40, 1.0)) t(c, a, i)");
            parquet(
                    engine,
                    "p15",
                    "SELECT 2015 AS year, c AS city, a AS age, i AS income"
                            + " FROM (VALUES (2, NULL, 10.0), (1, 65, 2.5)) t(c, a, i)");
            parquet(
                    engine,
                    "cities",
                    "SELECT c AS city, y AS year, g AS gdp"
                            + " FROM (VALUES (1, 2013, 1.0), (2, 2013, 2.0), (1, 2014, 3.0), (9, 2014, 4.0)) t(c, y, g)");
            parquet(engine, "policy", "SELECT c AS city, y AS adoption FROM (VALUES (1, 2015), (2, 2014)) t(c, y)");
        }
        Variable age = new Variable("age", ValueType.INT32, "Age in years", Map.of("99", "old"), Map.of(), "");
        inputs.add(new ResolvedInput(
                "persons",
                List.of(
                        new ResolvedInput.Wave("2014", List.of(folder.resolve("p14"))),
                        new ResolvedInput.Wave("2015", List.of(folder.resolve("p15")))),
                codebook(List.of(age))));
        inputs.add(ResolvedInput.of("cities", List.of(folder.resolve("cities")), codebook(List.of())));
        inputs.add(ResolvedInput.of("policy", List.of(folder.resolve("policy")), codebook(List.of())));
    }

    private void parquet(DuckDbEngine engine, String name, String query) {
        engine.execute("COPY (" + query + ") TO "
                + SqlText.literal(folder.resolve(name).toString()) + " (FORMAT parquet)");
    }

    private static Codebook codebook(List<Variable> variables) {
        return new Codebook("d", "", true, 0, 0, List.of(), variables);
    }

    private static StudySpec study(String text) {
        return StudyReader.read(text, "s.yaml", new Problems());
    }

    private BuiltSample build(String text, DuckDbEngine engine) {
        return new SampleBuilder(engine).build(study(text), inputs, folder.resolve("out/sample.parquet"));
    }

    private CanbaoException failure(String text) {
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder.resolve("out/spill"))) {
            return catchThrowableOfType(CanbaoException.class, () -> build(text, engine));
        }
    }

    private static String printed(CanbaoException e) {
        DiagnosticPrinter printer = new DiagnosticPrinter(false);
        return e.diagnostics().stream().map(printer::print).collect(Collectors.joining("\n\n"));
    }

    private static String rows(DuckDbEngine engine, String columns) {
        StringBuilder out = new StringBuilder();
        engine.query("SELECT concat_ws(' ', " + columns + ") FROM sample", chunk -> {
            String[] rows = new String[chunk.rows()];
            chunk.strings(0, rows, 0);
            for (String row : rows) {
                out.append(row).append('\n');
            }
        });
        return out.toString();
    }

    @Test
    void joinsDerivesFiltersAndSorts() {
        try (DuckDbEngine engine = DuckDbEngine.open(2, folder.resolve("out/spill"))) {
            BuiltSample built = build(STUDY, engine);
            assertThat(rows(engine, "city, year, age, gdp, did"))
                    .isEqualTo("1 2014 20 1.0 false\n1 2015 65 3.0 true\n2 2014 30 2.0 true\n");
            assertThat(built.sample().rows()).isEqualTo(3);
            assertThat(built.sample().simulated()).isTrue();
            assertThat(built.notes()).isEmpty();
        }
    }

    @Test
    void keepsOnlyColumnsThatAreUsedWithTheirLabels() {
        try (DuckDbEngine engine = DuckDbEngine.open(2, folder.resolve("out/spill"))) {
            Sample sample = build(STUDY, engine).sample();
            assertThat(sample.names()).containsExactlyInAnyOrder("year", "city", "age", "gdp", "did", "linc", "linc2");
            Variable age = sample.variable("age").orElseThrow();
            assertThat(age.label()).isEqualTo("Age in years");
            assertThat(age.valueLabels()).containsEntry("99", "old");
            assertThat(sample.variable("linc2").orElseThrow().type()).isEqualTo(ValueType.FLOAT64);
            assertThat(sample.variable("did").orElseThrow().type()).isEqualTo(ValueType.BOOLEAN);
        }
    }

    @Test
    void countsEveryStep() {
        try (DuckDbEngine engine = DuckDbEngine.open(2, folder.resolve("out/spill"))) {
            Ledger ledger = build(STUDY, engine).ledger();
            assertThat(LedgerText.print(ledger, Lang.EN)).isEqualTo("""
                            step      rows  dropped
                            persons      6
                            + cities     6           2 without a match, 1 of its rows unused
                            + policy     6           1 without a match, 0 of its rows unused
                            Adults       4        2  of them missing: 1
                            matched      3        1
                            """);
            assertThat(LedgerText.print(ledger, Lang.ZH)).contains("成年人       4     2  其中缺失：1\n");
            assertThat(LedgerJson.print(ledger, true))
                    .contains("\"simulated\" : true")
                    .contains("\"unmatched\" : 2")
                    .contains("\"missing\" : 1");
        }
    }

    @Test
    void sameBytesOnAnyNumberOfThreads() throws IOException {
        String windows = STUDY.replace("did: year", "mean: avg(income) OVER (PARTITION BY city)\n    did: year")
                .replace("did + gdp", "did + mean + gdp");
        List<byte[]> files = new ArrayList<>();
        for (int threads : List.of(1, 2)) {
            for (String text : List.of(STUDY, windows)) {
                try (DuckDbEngine engine = DuckDbEngine.open(threads, folder.resolve("out/spill"))) {
                    build(text, engine);
                }
                files.add(Files.readAllBytes(folder.resolve("out/sample.parquet")));
            }
        }
        assertThat(files.get(0)).isEqualTo(files.get(2)).isNotEqualTo(files.get(1));
        assertThat(files.get(1)).isEqualTo(files.get(3));
    }

    @Test
    void addsAColumnWithTheWave() {
        String text = STUDY.replace("| city + year", "| city + wave").replace("[city]}\n  two", "[wave]}\n  two");
        try (DuckDbEngine engine = DuckDbEngine.open(2, folder.resolve("out/spill"))) {
            Sample sample = build(text, engine).sample();
            assertThat(sample.variable("wave").orElseThrow().type()).isEqualTo(ValueType.INT32);
            assertThat(rows(engine, "wave")).isEqualTo("2014\n2014\n2015\n");
        }
    }

    @Test
    void engineIsLockedAfterwards() {
        try (DuckDbEngine engine = DuckDbEngine.open(2, folder.resolve("out/spill"))) {
            build(STUDY, engine);
            CanbaoException refused = catchThrowableOfType(
                    CanbaoException.class, () -> engine.count("SELECT count(*) FROM read_text('/etc/passwd')"));
            assertThat(refused).hasMessageContaining("Permission Error");
        }
    }

    @Test
    void reportsAllWrongColumnsAtOnceWithLabels() {
        String text = STUDY.replace("age >= 16", "aeg >= 16")
                .replace("i(age)", "i(aeg)")
                .replace("linc: ln(income)", "linc: lnn(incme)")
                .replace("where: age < 60", "where: age < max_age");
        assertThat(printed(failure(text))).isEqualTo("""
                        error[CB0303]: function `lnn` is not allowed in an expression
                         --> s.yaml:12:11
                        12 |     linc: lnn(incme)
                           |           ^^^
                           = did you mean `ln`?
                           = functions: %s

                        error[CB0304]: there is no column `incme`
                         --> s.yaml:12:15
                        12 |     linc: lnn(incme)
                           |               ^^^^^
                           = nearest columns: `income`

                        error[CB0304]: there is no column `aeg`
                         --> s.yaml:15:25
                        15 |     - {id: adult, keep: aeg >= 16, en: Adults, zh: 成年人}
                           |                         ^^^
                           = nearest columns: `age` ("Age in years")

                        error[CB0304]: there is no column `aeg`
                         --> s.yaml:18:52
                        18 |   one: {model: ols, formula: linc2 ~ did + gdp + i(aeg) | city + year, vcov: cluster, cluster: [city]}
                           |                                                    ^^^
                           = nearest columns: `age` ("Age in years")

                        error[CB0304]: there is no column `max_age`
                         --> s.yaml:19:73
                        19 |   two: {model: ols, formula: linc ~ did | city, vcov: hc1, where: age < max_age}
                           |                                                                         ^^^^^^^
                           = nearest columns: `age` ("Age in years")""".formatted(String.join(", ", SqlFunctions.SCALAR)));
    }

    @Test
    void saysWhichFilterEmptiedTheSample() {
        assertThat(printed(failure(STUDY.replace("age >= 16", "age >= 160")))).isEqualTo("""
                        error[CB0308]: no row is left in the sample
                         --> s.yaml:15:25
                        15 |     - {id: adult, keep: age >= 160, en: Adults, zh: 成年人}
                           |                         ^^^^^^^^^^
                           = step      rows  dropped
                           = persons      6
                           = + cities     6           2 without a match, 1 of its rows unused
                           = + policy     6           1 without a match, 0 of its rows unused
                           = Adults       0        6  of them missing: 1
                           = matched      0        0""");
    }

    @Test
    void refusesKeysThatAreNotUnique() {
        assertThat(printed(failure(
                        STUDY.replace("cities: [city, year]", "cities: [city]").replace(", lag: 1", ""))))
                .startsWith("error[CB0306]")
                .contains("input `cities` cannot be joined on `city`: 1 key appears more than once");
    }

    @Test
    void refusesWhatCannotBeJoinedDerivedOrFiltered() {
        assertThat(printed(failure(STUDY.replace("policy: [city]", "policy: [province]"))))
                .contains("there is no column `province`");
        assertThat(printed(failure(STUDY.replace("policy}", "policy, lag: 1}"))))
                .contains("has a lag but");
        assertThat(printed(failure(STUDY.replace("linc: ln", "Age: ln")))).contains("there is already a column `Age`");
        assertThat(printed(failure(STUDY.replace("keep: age >= 16", "keep: age + 16"))))
                .contains("filter `adult` is not a condition but a value");
        assertThat(printed(failure(STUDY.replace("ln(income)", "ln(substr(income, 1))"))))
                .contains("CB0310")
                .contains("s.yaml:12:11");
        assertThat(printed(failure(STUDY.replace("ln(income)", "cast('x' || age AS integer)"))))
                .contains("the expression cannot be computed")
                .contains("s.yaml:12:11");
        assertThat(folder.resolve("out/sample.parquet")).doesNotExist();
    }

    @Test
    void notesColumnsThatTwoInputsHave() {
        try (DuckDbEngine engine = DuckDbEngine.open(2, folder.resolve("out/spill"))) {
            engine.execute("COPY (SELECT 1 AS city, 5 AS age, 2015 AS adoption) TO "
                    + SqlText.literal(folder.resolve("policy").toString()) + " (FORMAT parquet)");
            BuiltSample built = build(STUDY, engine);
            assertThat(built.notes())
                    .extracting(d -> d.message())
                    .containsExactly("column `age` is in `persons` and in `policy`: that of `persons` is used");
        }
    }
}
