package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.canbao.design.EstimationPath;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.ExactTestFit;
import org.canbao.result.FitJson;
import org.canbao.result.Inference;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exact tests: special cases, symmetries, draws against enumeration, and bad input; reference cases hold the digits. */
class ExactTestEstimatorTest {
    @TempDir
    Path folder;

    private DuckDbEngine engine;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(2, folder);
        engine.execute("CREATE TABLE data AS SELECT i AS id, i % 2 AS side, 1 - i % 2 AS other, i % 3 AS three, 1 AS one,"
                + " (hash(i, 3) % 7)::INTEGER + i % 2 AS y, ((hash(i, 3) % 7)::INTEGER + i % 2 > 3)::INTEGER AS high,"
                + " CASE i % 4 WHEN 0 THEN '北' WHEN 1 THEN '南' WHEN 2 THEN '东' ELSE '西' END AS area,"
                + " CASE WHEN i = 5 THEN NULL ELSE i END AS gap FROM range(16) AS t(i)");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void separatedGroupsHaveTheSmallestPValueThereIs() {
        ExactTestFit fit = fit("outcome: gap, group: late, test: [mean, median, auc]", sorted(), 2);
        assertThat(fit.test("mean").orElseThrow().pValue()).isEqualTo(1 / 6435.0, within(1e-15));
        assertThat(fit.test("auc").orElseThrow().value()).isEqualTo(1);
        assertThat(fit.test("auc").orElseThrow().pValue()).isEqualTo(2 / 6435.0, within(1e-15));
        assertThat(fit.test("auc").orElseThrow().less()).isEqualTo(1);
        assertThat(fit.test("auc").orElseThrow().greater()).isEqualTo(1 / 6435.0, within(1e-15));
        assertThat(fit.inference().lost()).containsExactly(new Inference.Loss("missing: gap", 1));
    }

    /** Fifteen rows, of which those from 8 on are late. */
    private String sorted() {
        engine.execute("CREATE OR REPLACE TABLE sorted AS SELECT *, id >= 8 AS late FROM data");
        return "sorted";
    }

    @Test
    void namingTheGroupsTheOtherWayTurnsSignsAndTails() {
        ExactTestFit fit = fit("outcome: y, group: side, test: [mean, median, auc]", "data", 2);
        ExactTestFit turned = fit("outcome: y, group: other, test: [mean, median, auc]", "data", 2);
        for (int t = 0; t < 3; t++) {
            ExactTestFit.Test a = fit.tests().get(t);
            ExactTestFit.Test b = turned.tests().get(t);
            double centre = t == 2 ? 1 : 0;
            assertThat(b.value()).isEqualTo(centre - a.value(), within(1e-12));
            assertThat(b.pValue()).isEqualTo(a.pValue());
            assertThat(b.less()).isEqualTo(a.greater());
        }
        ExactTestFit.Test odds =
                fit("outcome: high, group: side, test: fisher", "data", 1).tests().get(0);
        ExactTestFit.Test inverse =
                fit("outcome: high, group: other, test: fisher", "data", 1).tests().get(0);
        assertThat(odds.value() * inverse.value()).isEqualTo(1, within(1e-10));
        assertThat(odds.low() * inverse.high()).isEqualTo(1, within(1e-10));
    }

    @Test
    void unitsAndOrderOfRowsChangeNothing() {
        engine.execute("CREATE TABLE shuffled AS SELECT * REPLACE (2 - 1000 * y AS y) FROM data ORDER BY id * 7 % 17");
        ExactTestFit fit = fit("outcome: y, group: side, test: [mean, auc]", "data", 2);
        ExactTestFit other = fit("outcome: y, group: side, test: [mean, auc]", "shuffled", 2);
        assertThat(other.tests().get(0).pValue()).isEqualTo(fit.tests().get(0).pValue());
        assertThat(other.tests().get(0).value())
                .isEqualTo(-1000 * fit.tests().get(0).value(), within(1e-9));
        assertThat(other.tests().get(1).less()).isEqualTo(fit.tests().get(1).greater());
    }

    @Test
    void drawsComeNearToTheEnumerationOfMore() {
        engine.execute("CREATE TABLE many AS SELECT i % 2 AS side, (hash(i, 1) % 100)::INTEGER + 25 * (i % 2) AS y"
                + " FROM range(40) AS t(i)");
        ExactTestFit drawn = fit("outcome: y, group: side, test: [mean, auc], draws: 4000, seed: 3", "many", 2);
        assertThat(drawn.tests().get(0).reference()).returns(false, ExactTestFit.Reference::enumerated);
        assertThat(drawn.tests().get(0).reference().all()).isEqualTo(4000);
        double[] exact = new double[1];
        engine.query(
                "SELECT (avg(y) FILTER (side = 1) - avg(y) FILTER (side = 0)) / (sqrt(var_samp(y) * 40) / 20)::DOUBLE"
                        + " FROM many",
                chunk -> chunk.doubles(0, exact, 0));
        double normal = new Student(Double.POSITIVE_INFINITY).pValue(exact[0]);
        assertThat(drawn.tests().get(0).pValue()).isEqualTo(normal, within(0.02));
        assertThat(FitJson.write(drawn))
                .isEqualTo(FitJson.write(
                        fit("outcome: y, group: side, test: [mean, auc], draws: 4000, seed: 3", "many", 1)));
    }

    @Test
    void aLargerTableThatCollapsesToFourFieldsHasTheirPValue() {
        ExactTestFit two = fit("outcome: high, group: side, test: fisher", "data", 1);
        engine.execute("CREATE TABLE wide AS SELECT side, high::INTEGER AS high FROM data UNION ALL SELECT 2, 0 FROM"
                + " range(0)");
        assertThat(fit("outcome: high, group: side, test: fisher", "wide", 1).tests())
                .isEqualTo(two.tests());
        ExactTestFit text = fit("outcome: area, group: side, test: fisher", "data", 1);
        assertThat(text.table().orElseThrow().outcomes()).containsExactly("东", "北", "南", "西");
        assertThat(text.tests().get(0).value()).isNaN();
        assertThat(text.tests().get(0).pValue()).isLessThan(1e-3);
    }

    @Test
    void tooManyTablesAreDrawn() {
        engine.execute("CREATE TABLE wide AS SELECT i % 9 AS a, (hash(i, 2) % 9)::INTEGER AS b FROM range(900) AS t(i)");
        ExactTestFit fit = fit("outcome: b, group: a, test: fisher, draws: 500", "wide", 1);
        assertThat(fit.tests().get(0).reference()).isEqualTo(new ExactTestFit.Reference(500, (long)
                (fit.tests().get(0).pValue() * 501 - 0.5), false));
        assertThat(fit.tests().get(0).pValue()).isGreaterThan(0.01);
    }

    @Test
    void jsonGivesTheFitBackAndInfinityWithIt() {
        engine.execute("CREATE TABLE apart AS SELECT i % 2 AS side, i % 2 AS same FROM range(8) AS t(i)");
        ExactTestFit fit = fit("outcome: same, group: side, test: [fisher, mean]", "apart", 1);
        assertThat(fit.tests().get(0).value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(FitJson.read(FitJson.write(fit))).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outcome: y, group: three, test: mean | `three` has 3 values in the rows used, not two",
                "outcome: y, group: one, test: fisher | `one` has 1 values in the rows used, not two or more",
                "outcome: one, group: side, test: fisher | outcome `one` has one value, `1`, in the 16 rows used",
                "outcome: area, group: side, test: auc | column `area` is text",
                "outcome: log(y), group: side, test: fisher | counts the levels of a column, not of an expression",
                "outcome: y, group: sides, test: mean | column `sides` is not in the sample",
                "outcome: y, group: side, test: t | `t`",
                "outcome: y, group: side, test: mean, level: 100 | a level in percent",
                "outcome: y, group: side, test: mean, weights: y | weights",
            })
    void saysWhatIsWrong(String asked, String message) {
        assertThatThrownBy(() -> fit(asked, "data", 1))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining(message);
    }

    private ExactTestFit fit(String asked, String table, int threads) {
        return (ExactTestFit) Estimators.estimate(
                SpecReader.read("{model: exact-test, " + asked + "}", "spec"),
                TestSamples.table(engine, table),
                new EstimationOptions(threads, EstimationPath.AUTO));
    }
}
