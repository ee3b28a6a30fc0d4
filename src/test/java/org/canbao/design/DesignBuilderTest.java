package org.canbao.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.DiagnosticPrinter;
import org.canbao.engine.DuckDbEngine;
import org.canbao.sample.Sample;
import org.canbao.spec.ModelSpec;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DesignBuilderTest {
    @TempDir
    Path folder;

    private DuckDbEngine engine;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(1, folder);
        engine.execute("CREATE TABLE data (y DOUBLE, x DOUBLE, n INTEGER, city VARCHAR, year INTEGER, flag BOOLEAN,"
                + " big BIGINT, w DOUBLE, day DATE)");
        insert("1.0, 2.0, 1, 'b', 2014, true, 4503599627370497001, 1.0, '2014-01-02'");
        insert("2.0, 3.0, 2, 'a', 2013, false, 4503599627370497002, 2.0, '2014-01-01'");
        insert("3.0, NULL, 3, 'a', 2014, true, 4503599627370497001, 1.0, '2014-01-01'");
        insert("4.0, -1.0, 0, 'b', 2013, NULL, 4503599627370497003, 0.0, '2014-01-02'");
        insert("5.0, 7.0, 5, NULL, 2015, true, 4503599627370497003, NULL, '2014-01-03'");
        insert("6.0, 8.0, 7, 'c', 2015, false, 4503599627370497003, 1.5, '2014-01-03'");
        insert("7.0, 8.0, 7, 'a', 2014, false, 4503599627370497003, 1.5, '2014-01-03'");
        insert("9.0, 5.0, 7, 'b', 2014, false, 4503599627370497003, 1.5, '2014-01-03'");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aConditionThatIsANumberIsRefused() {
        assertThatThrownBy(() -> design("y ~ x", "where: 'n - 16', vcov: iid", EstimationPath.ROWS))
                .isInstanceOf(CanbaoException.class)
                .hasMessage("`where` is not a condition but a value");
    }

    @ParameterizedTest
    @EnumSource(EstimationPath.class)
    void everyLostRowCountsOnceAtItsFirstReason(EstimationPath path) {
        Design design = design("y ~ x + log(n) | city", "weights: w, where: 'y < 9', vcov: iid", path);
        assertThat(design.provenance().lost())
                .containsExactly(
                        Map.entry("where", 1L),
                        Map.entry("missing: x", 1L),
                        Map.entry("infinite: log(n)", 1L),
                        Map.entry("missing: city", 1L),
                        Map.entry("singleton: city", 2L));
        assertThat(design.rows()).isEqualTo(2);
    }

    @Test
    void zeroAndMissingWeightsLoseTheirRows() {
        Design design = design("y ~ n", "weights: w, vcov: iid", EstimationPath.AUTO);
        assertThat(design.provenance().lost()).containsExactly(Map.entry("weight: zero or missing", 2L));
    }

    @Test
    void singletonsAreDroppedUntilNoneIsLeft() {
        engine.execute("CREATE TABLE chain AS SELECT * FROM (VALUES (1,1,1.0),(1,2,2.0),(2,2,3.0),(3,3,4.0),(3,3,5.0))"
                + " AS t(a, b, y)");
        Sample sample = new Sample(engine, "chain", 5, engine.columns("chain"), false);
        Design design = new DesignBuilder(sample, EstimationPath.AUTO, 1).build(DesignRequest.of((ModelSpec.Ols)
                SpecReader.read("{model: ols, formula: 'y ~ 1 | a + b', vcov: iid}", "spec")));
        assertThat(design.rows()).isEqualTo(2);
        assertThat(design.provenance().lost())
                .containsExactly(Map.entry("singleton: a", 1L), Map.entry("singleton: b", 2L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "y ~ i(year)                 | year::2014, year::2015",
                "y ~ i(year, ref = 2014)     | year::2013, year::2015",
                "y ~ i(year, x, ref = 2013)  | year::2014:x, year::2015:x",
                "y ~ i(year, x)              | year::2013:x, year::2014:x, year::2015:x",
                "y ~ n:i(flag)               | n:flag::false, n:flag::true",
                "y ~ i(city) + i(big)        | city::b, city::c, big::4503599627370497002, big::4503599627370497003",
                "y ~ i(day)                  | day::2014-01-02, day::2014-01-03",
                "y ~ x:n + I(x + n) + flag   | I(x + n), flag, x:n",
            })
    void columnsAreNamedAsInFixest(String formula, String names) {
        Design design = design(formula, "vcov: iid", EstimationPath.ROWS);
        assertThat(design.regressors()).extracting(Regressor::name).containsExactly(names.split(", "));
    }

    @Test
    void wholeNumbersBeyondDoublesStayDistinct() {
        Design design = design("y ~ n | big", "vcov: iid, singletons: keep", EstimationPath.MOMENTS);
        assertThat(design.effects().get(0).effect().groups().groups()).isEqualTo(3);
    }

    @Test
    void everyFindingAtOnceWithPlaceAndNearestName() {
        assertThatThrownBy(() -> design("y ~ xx + city | cty", "weights: ww, vcov: iid", EstimationPath.AUTO))
                .isInstanceOfSatisfying(CanbaoException.class, e -> {
                    assertThat(e.diagnostics()).hasSize(4);
                    assertThat(text(e.diagnostics().get(0)))
                            .contains("error[CB0401]: column `xx` is not in the sample", "did you mean `x`?", "^^");
                    assertThat(text(e.diagnostics().get(1)))
                            .contains(
                                    "error[CB0402]: column `city` is text and stands where a number is needed",
                                    "`i(city)` gives one indicator per value");
                    assertThat(text(e.diagnostics().get(2))).contains("column `cty`", "did you mean `city`?");
                    assertThat(text(e.diagnostics().get(3))).contains("column `ww`", "did you mean `w`?");
                });
    }

    @Test
    void anUnknownReferenceIsAnError() {
        assertThatThrownBy(() -> design("y ~ i(city, ref = d)", "vcov: iid", EstimationPath.AUTO))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("reference `d` is not a value of `city`");
    }

    @Test
    void levelsThatOnlyControlBelongAfterTheBar() {
        engine.execute("CREATE TABLE many AS SELECT i AS person, i % 7 AS y FROM range(4000) AS t(i)");
        Sample sample = new Sample(engine, "many", 4000, engine.columns("many"), false);
        ModelSpec.Ols spec =
                (ModelSpec.Ols) SpecReader.read("{model: ols, formula: 'y ~ i(person)', vcov: iid}", "spec");
        assertThatThrownBy(() -> new DesignBuilder(sample, EstimationPath.AUTO, 1).build(DesignRequest.of(spec)))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("term `i(person)` brings the model to 3999 columns");
    }

    @Test
    void negativeWeightsAreAnError() {
        engine.execute("UPDATE data SET w = -1 WHERE n = 1");
        assertThatThrownBy(() -> design("y ~ n", "weights: w, vcov: iid", EstimationPath.AUTO))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("weights column `w` has the value -1.0");
    }

    @Test
    void noRowLeftSaysWhereTheyWent() {
        assertThatThrownBy(() -> design("y ~ x", "where: 'y > 5 AND y < 7 AND x < 0', vcov: iid", EstimationPath.AUTO))
                .isInstanceOfSatisfying(
                        CanbaoException.class,
                        e -> assertThat(e.diagnostics().get(0).hints())
                                .contains("rows in the sample: 8", "rows lost to where: 8"));
    }

    @Test
    void momentsCannotGiveRobustCovariances() {
        assertThatThrownBy(() -> design("y ~ x", "vcov: hc1", EstimationPath.MOMENTS))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("cannot be computed from cell moments");
    }

    @Test
    void basesThatStartToVaryLateAreExact() {
        engine.execute("CREATE TABLE late AS SELECT (i % 7)::DOUBLE AS y, CASE WHEN i < 60000 THEN i % 4 ELSE i END"
                + " ::DOUBLE AS x, i % 4 AS g FROM range(70000) AS t(i)");
        Sample sample = new Sample(engine, "late", 70000, engine.columns("late"), false);
        ModelSpec.Ols spec = (ModelSpec.Ols) SpecReader.read("{model: ols, formula: 'y ~ x | g', vcov: iid}", "spec");
        Design cells = new DesignBuilder(sample, EstimationPath.MOMENTS, 2).build(DesignRequest.of(spec));
        Regressor x = cells.regressors().get(0);
        double within = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            within += cells.within(cell, x, x);
        }
        double[] exact = new double[1];
        engine.query(
                "SELECT sum(v) FROM (SELECT var_pop(x) * count(*) AS v FROM late GROUP BY g)",
                chunk -> chunk.doubles(0, exact, 0));
        assertThat(within).isCloseTo(exact[0], org.assertj.core.data.Percentage.withPercentage(1e-9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            i // 4 | MOMENTS | 300,000 cells for 1,200,000 rows
            i // 3 | ROWS | 400,000 cells for 1,200,000 rows, more than one in 4
            i % 700000 | ROWS | about """)
    void manyCellsAreCountedAboutAndFewExactly(String unit, EstimationPath path, String reason) {
        engine.execute("CREATE TABLE many AS SELECT (" + unit + ")::INTEGER AS unit, hash(i) % 7 AS x, i % 5 AS y"
                + " FROM range(1200000) t(i)");
        Sample sample = new Sample(engine, "many", 1_200_000, engine.columns("many"), false);
        ModelSpec.Ols spec =
                (ModelSpec.Ols) SpecReader.read("{model: ols, formula: 'y ~ x | unit', vcov: iid}", "spec");
        Design design = new DesignBuilder(sample, EstimationPath.AUTO, 2).build(DesignRequest.of(spec));
        assertThat(design.provenance().path()).isEqualTo(path);
        assertThat(design.provenance().reason()).startsWith(reason);
    }

    private Design design(String formula, String rest, EstimationPath path) {
        ModelSpec spec = SpecReader.read("{model: ols, formula: '" + formula + "', " + rest + "}", "spec.yaml");
        Sample sample =
                new Sample(engine, "data", engine.count("SELECT count(*) FROM data"), engine.columns("data"), false);
        return new DesignBuilder(sample, path, 1).build(DesignRequest.of((ModelSpec.Ols) spec));
    }

    private static String text(Diagnostic diagnostic) {
        return new DiagnosticPrinter(false).print(diagnostic);
    }

    private void insert(String values) {
        engine.execute("INSERT INTO data VALUES (" + values + ")");
    }
}
