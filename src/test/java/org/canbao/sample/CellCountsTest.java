package org.canbao.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.canbao.data.Codebook;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.DiagnosticPrinter;
import org.canbao.diag.Problems;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlEngine;
import org.canbao.spec.Lang;
import org.canbao.spec.StudySpec;
import org.canbao.yaml.StudyReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellCountsTest {
    /** Persons enrol, some twice; one has no sex, one a month outside the window, one a sex that is not listed. */
    private static final String SPELLS = """
            SELECT p AS person, m AS born, s AS sex, d AS district FROM (VALUES
              (1, -1, 'f', 'a'), (1, -1, 'f', 'a'), (2, 0, 'm', 'a'), (3, 0, 'm', 'a'), (4, 1, 'm', 'b'),
              (5, 7, 'm', 'b'), (6, 0, NULL, 'b'), (7, 0, 'x', 'b'), (8, 1, 'f', 'b')) t(p, m, s, d)""";

    private static final String STUDY = """
            study: s
            title: T
            inputs:
              spells: {dataset: spells}
              children: {dataset: children}
            sample:
              from: spells
              derive: {month: born + 100}
              filters: [{id: known, keep: person <> 8, en: Known}]
              cells:
                by: {month: {from: 99, to: 101}, sex: [f, m], district: all}
                count: spells
                distinct: {enrolled: person}
                join: {children: [district]}
                derive: {school: month >= 100, share: enrolled / births}
                filters: [{id: not-b-f, keep: "not (district = 'b' and sex = 'f')"}]
            specs:
              one: {model: ols, formula: enrolled ~ school + spells + share | district + sex + month, vcov: hc1}
            """;

    @TempDir
    Path folder;

    private final List<ResolvedInput> inputs = new ArrayList<>();

    @BeforeEach
    void store() throws IOException {
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            input(engine, "spells", SPELLS);
            input(engine, "children", "SELECT * FROM (VALUES ('a', 10), ('b', 20)) t(district, births)");
        }
    }

    @Test
    void everyCellIsThereAndHoldsItsCounts() {
        List<String> rows = new ArrayList<>();
        BuiltSample built = build(STUDY, 1, rows);
        assertThat(rows)
                .containsExactlyInAnyOrder(
                        "99 f a 2 1 false 0.1",
                        "100 f a 0 0 true 0.0",
                        "101 f a 0 0 true 0.0",
                        "99 m a 0 0 false 0.0",
                        "100 m a 2 2 true 0.2",
                        "101 m a 0 0 true 0.0",
                        "99 m b 0 0 false 0.0",
                        "100 m b 0 0 true 0.0",
                        "101 m b 1 1 true 0.05");
        assertThat(LedgerText.print(built.ledger(), Lang.EN)).isEqualTo("""
                        step                           rows  dropped
                        spells                            9
                        Known                             8        1
                        cells: month × sex × district    12           3 rows in no cell, 9 cells without a row
                        + children                       12           0 without a match, 0 of its rows unused
                        not-b-f                           9        3
                        """);
        assertThat(LedgerJson.read(LedgerJson.print(built.ledger(), false))).isEqualTo(built.ledger());
    }

    @Test
    void wholeNumbersAreAddedUpInCells() {
        String study = STUDY.replace("count: spells", "sum: {spells: person}");
        List<String> rows = new ArrayList<>();
        build(study, 2, rows);
        assertThat(rows).contains("99 f a 2 1 false 0.1", "100 m a 5 2 true 0.2", "101 f a 0 0 true 0.0");
        assertThat(failure(STUDY.replace("count: spells", "sum: {spells: district}")))
                .contains("CB0314", "`district` holds no whole numbers");
    }

    @Test
    void windowsSeeAllRowsAndWhatCellsAreMadeFromIsDerivedOfThoseThatFiltersKeep() {
        String study = """
                study: s
                title: T
                inputs: {spells: {dataset: spells}}
                sample:
                  from: spells
                  derive:
                    of_person: count(*) over (partition by person)
                    month: cast(case when district = 'a' then '100' else 'none' end as bigint) + born + 1
                    odd: month % 2 = 1
                    known: case when sex = 'x' then null else sex is not null end
                  filters:
                    - {id: known, keep: known}
                    - {id: in-a, keep: district = 'a'}
                    - {id: not-first, keep: born >= 0 or person = 1}
                  cells:
                    by: {month: {from: 100, to: 102}, sex: [f, m], district: all}
                    count: spells
                    sum: {enrolled: of_person, odd: odd}
                    derive: {school: true, share: odd + 0.5}
                specs:
                  one: {model: ols, formula: enrolled ~ school + spells + share | district + sex + month, vcov: hc1}
                """;
        List<String> rows = new ArrayList<>();
        BuiltSample built = build(study, 2, rows);
        assertThat(rows)
                .containsExactlyInAnyOrder(
                        "100 f a 2 4 true 0.5",
                        "101 f a 0 0 true 0.5",
                        "102 f a 0 0 true 0.5",
                        "100 m a 0 0 true 0.5",
                        "101 m a 2 2 true 2.5",
                        "102 m a 0 0 true 0.5");
        assertThat(LedgerText.print(built.ledger(), Lang.EN)).isEqualTo("""
                        step                           rows  dropped
                        spells                            9
                        known                             7        2  of them missing: 1
                        in-a                              4        3
                        not-first                         4        0
                        cells: month × sex × district     6           0 rows in no cell, 4 cells without a row
                        """);
    }

    @Test
    void theEngineReadsTheRowsOnceForTheLedgerAndTheCells() {
        List<String> counted = new ArrayList<>();
        List<String> plan = new ArrayList<>();
        try (DuckDbEngine engine = DuckDbEngine.open(2, folder.resolve("out/spill"))) {
            StudySpec study = StudyReader.read(STUDY, "s.yaml", new Problems());
            new SampleBuilder(heard(engine, counted)).build(study, inputs, folder.resolve("out/sample.parquet"));
            assertThat(counted).hasSize(1);
            String query = counted.get(0).substring(counted.get(0).indexOf(" AS ") + 4);
            engine.query("EXPLAIN (ANALYZE, FORMAT json) " + query, chunk -> {
                String[] text = new String[chunk.rows()];
                chunk.strings(1, text, 0);
                plan.addAll(List.of(text));
            });
        }
        assertThat(String.join("", plan))
                .contains("STREAMING_FANOUT")
                .containsOnlyOnce("READ_PARQUET")
                .contains("PERFECT_HASH_GROUP_BY");
    }

    /** The engine, and the statements that count in cells. */
    private static SqlEngine heard(DuckDbEngine engine, List<String> counted) {
        return (SqlEngine) Proxy.newProxyInstance(
                SqlEngine.class.getClassLoader(), new Class<?>[] {SqlEngine.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("execute")
                            && ((String) arguments[0]).contains("CREATE TABLE __canbao_counted")) {
                        counted.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(engine, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void theOrderDoesNotDependOnThreads() {
        List<String> one = new ArrayList<>();
        List<String> two = new ArrayList<>();
        build(STUDY, 1, one);
        build(STUDY, 2, two);
        assertThat(two).isEqualTo(one);
    }

    @Test
    void whatIsWrongIsSaidBeforeAnyRowIsRead() {
        String study =
                STUDY.replace("sex: [f, m]", "sex: {from: 1, to: 2}").replace("enrolled: person", "enrolled: persom");
        assertThat(failure(study)).contains("CB0304", "`persom`", "`person`");
        assertThat(failure(STUDY.replace("sex: [f, m]", "sex: {from: 1, to: 2}")))
                .contains("CB0314", "`sex` is not a number");
        assertThat(failure(STUDY.replace("month >= 100", "born >= 100"))).contains("CB0304", "`born`");
        assertThat(failure(STUDY.replace("count: spells", "count: sex"))).contains("the cells have two columns `sex`");
        assertThat(failure(STUDY.replace("to: 101", "to: 98"))).contains("the range of levels is empty");
        assertThat(failure(STUDY.replace("district: all", "district: some"))).contains("`all`");
    }

    private String failure(String study) {
        CanbaoException e = catchThrowableOfType(CanbaoException.class, () -> build(study, 1, new ArrayList<>()));
        assertThat(e).isNotNull();
        DiagnosticPrinter printer = new DiagnosticPrinter(false);
        return e.diagnostics().stream().map(printer::print).collect(Collectors.joining("\n"));
    }

    private BuiltSample build(String text, int threads, List<String> rows) {
        StudySpec study = StudyReader.read(text, "s.yaml", new Problems());
        try (DuckDbEngine engine = DuckDbEngine.open(threads, folder.resolve("out/spill"))) {
            BuiltSample built = new SampleBuilder(engine).build(study, inputs, folder.resolve("out/sample.parquet"));
            String line = "concat_ws(' ', month, sex, district, spells, enrolled, school, share)";
            engine.query("SELECT " + line + " FROM " + SampleBuilder.RELATION, chunk -> {
                String[] cells = new String[chunk.rows()];
                chunk.strings(0, cells, 0);
                rows.addAll(List.of(cells));
            });
            return built;
        }
    }

    private void input(DuckDbEngine engine, String name, String query) {
        Path file = folder.resolve(name + ".parquet");
        engine.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
        inputs.add(ResolvedInput.of(name, List.of(file), new Codebook("d", "", false, 0, 0, List.of(), List.of())));
    }
}
