package org.canbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.report.StudyLabels;
import org.canbao.report.TableCode;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.TableSpec;
import org.canbao.spec.TableSpec.Statistic;
import org.canbao.spec.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTableTest {
    private static final Variable SEX =
            new Variable("sex", ValueType.INT8, "", Map.of("1", "male", "2", "female"), Map.of(), "");

    private DuckDbEngine engine;
    private Sample sample;

    @BeforeEach
    void fill(@TempDir Path temporary) {
        engine = DuckDbEngine.open(2, temporary);
        engine.execute(
                "CREATE TABLE people (income DECIMAL(8, 2), \"odd \"\" name\" INTEGER, sex TINYINT, city VARCHAR, wt DOUBLE,"
                        + " rich BOOLEAN, score DOUBLE)");
        engine.execute("INSERT INTO people VALUES"
                + " (1, 7, 1, 'b', 1, true, 1), (3, NULL, 1, 'a', 1, false, 'NaN'), (4, 7, 2, 'b', 2, false, 2),"
                + " (8, 7, 2, 'a', 0, true, 'inf'), (NULL, 7, NULL, NULL, 2, NULL, 3)");
        List<Variable> variables = List.of(
                Variable.of("income", ValueType.FLOAT64),
                Variable.of("odd \" name", ValueType.INT32),
                SEX,
                Variable.of("city", ValueType.STRING),
                Variable.of("wt", ValueType.FLOAT64),
                Variable.of("rich", ValueType.BOOLEAN),
                Variable.of("score", ValueType.FLOAT64));
        sample = new Sample(engine, "people", 5, variables, true);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** Against R 4.2: mean, sd, quantile(type = 7) of 1, 3, 4, 8. */
    @Test
    void statisticsAreThoseOfR() {
        assertThat(values(table(spec("income"))))
                .containsExactly(4.0, 4.0, Math.sqrt(26 / 3.0), 1.0, 2.5, 3.5, 5.0, 8.0);
    }

    @Test
    void missingValuesAreLeftOutVariableByVariable() {
        TableModel table = table(spec("income", "odd \" name", "rich", "score"));
        assertThat(values(table)).hasSize(8);
        assertThat(counts(table)).containsExactly(4L, 4L, 4L, 3L);
        assertThat(line(table, 1).cells().get(2)).isEqualTo(new Cell.Number(0, 2, false));
        assertThat(line(table, 2).cells().get(1)).isEqualTo(new Cell.Number(0.5, 2, false));
        assertThat(line(table, 3).cells().get(1)).as("infinite is missing").isEqualTo(new Cell.Number(2, 2, false));
    }

    @Test
    void theNumberOfValuesIsShownEvenIfNotAskedFor() {
        TableSpec.Summary asked = new TableSpec.Summary(
                "t",
                Text.of("T"),
                Optional.empty(),
                Fixtures.refs("income"),
                List.of(Statistic.MEAN),
                Optional.empty(),
                Optional.empty(),
                2);
        assertThat(SummaryTable.of(asked, sample, context()).columns())
                .extracting(c -> c.header().en())
                .containsExactly("N", "Mean");
    }

    @Test
    void levelsAreBlocksWithTheirLabels() {
        TableModel table = SummaryTable.of(by("sex"), sample, context());
        assertThat(table.groups()).extracting(g -> g.label().en() + g.first()).containsExactly("male0", "female8");
        assertThat(line(table, 0).cells().get(1)).isEqualTo(new Cell.Number(2, 2, false));
        assertThat(line(table, 0).cells().get(9)).isEqualTo(new Cell.Number(6, 2, false));
        assertThat(table.notes()).extracting(Text::en).containsExactly("1 row with missing sex are in no column.");
        assertThat(table.simulated()).isTrue();
    }

    @Test
    void levelsOfTextAndNumbersAscend() {
        assertThat(SummaryTable.of(by("city"), sample, context()).groups())
                .extracting(g -> g.label().en())
                .containsExactly("city = a", "city = b");
        engine.execute("CREATE TABLE years AS SELECT 1.0 AS income, y AS yr FROM (VALUES (10.0), (9.0), (2.5)) v(y)");
        Sample years = new Sample(
                engine,
                "years",
                3,
                List.of(Variable.of("income", ValueType.FLOAT64), Variable.of("yr", ValueType.FLOAT64)),
                false);
        assertThat(SummaryTable.of(by("yr"), years, context()).groups())
                .extracting(g -> g.label().en())
                .containsExactly("yr = 2.5", "yr = 9", "yr = 10");
    }

    /** Against Stata's summarize [aweight = wt], detail: weights 1, 1, 2 of 1, 3, 4; weight 0 and no value are left out. */
    @Test
    void weightsAreAnalytic() {
        TableModel table = SummaryTable.of(weighted("wt"), sample, context());
        double mean = 12 / 4.0;
        double variance = 1.5 * ((1 - mean) * (1 - mean) + (3 - mean) * (3 - mean) + 2 * (4 - mean) * (4 - mean)) / 4;
        assertThat(values(table)).containsExactly(3.0, mean, Math.sqrt(variance), 1.0, 2.0, 3.5, 4.0, 4.0);
        assertThat(table.notes()).extracting(Text::en).anyMatch(n -> n.startsWith("Weighted by wt"));
    }

    @Test
    void everythingWrongIsReportedWithItsPlace() {
        TableSpec.Summary wrong = new TableSpec.Summary(
                "t",
                Text.of("T"),
                Optional.empty(),
                Fixtures.refs("incme", "city"),
                List.of(Statistic.MEAN),
                Optional.of(Fixtures.ref("sexx")),
                Optional.empty(),
                2);
        assertThatThrownBy(() -> SummaryTable.of(wrong, sample, context()))
                .isInstanceOfSatisfying(CanbaoException.class, e -> {
                    assertThat(e.diagnostics())
                            .extracting(d -> d.code())
                            .containsExactly(TableCode.NO_COLUMN, TableCode.NOT_NUMERIC, TableCode.NO_COLUMN);
                    assertThat(e.diagnostics()).allMatch(d -> d.place().isPresent());
                    assertThat(e.diagnostics().get(0).hints()).contains("did you mean `income`?");
                    assertThat(e.diagnostics().get(1).message()).isEqualTo("column `city` holds text, not numbers");
                });
    }

    @Test
    void manyLevelsAndNegativeWeightsAreErrors() {
        engine.execute("CREATE TABLE many AS SELECT 1.0 AS income, i AS id, 1.0 - i AS wt FROM range(25) t(i)");
        Sample many = new Sample(
                engine,
                "many",
                25,
                List.of(
                        Variable.of("income", ValueType.FLOAT64),
                        Variable.of("id", ValueType.INT64),
                        Variable.of("wt", ValueType.FLOAT64)),
                false);
        assertThatThrownBy(() -> SummaryTable.of(by("id"), many, context()))
                .hasMessage("column `id` has 25 levels; a table is split into 1 to 24");
        assertThatThrownBy(() -> SummaryTable.of(weighted("wt"), many, context()))
                .hasMessage("weights `wt` are negative in 23 rows, the smallest is -23");
    }

    private TableModel table(TableSpec.Summary spec) {
        return SummaryTable.of(spec, sample, context());
    }

    private static TableContext context() {
        return new TableContext(new StudyLabels(Map.of(), List.of(SEX)), Optional.empty(), true);
    }

    private static TableSpec.Summary spec(String... variables) {
        return spec(Optional.empty(), Optional.empty(), variables);
    }

    private static TableSpec.Summary by(String variable) {
        return spec(Optional.of(Fixtures.ref(variable)), Optional.empty(), "income");
    }

    private static TableSpec.Summary weighted(String weights) {
        return spec(Optional.empty(), Optional.of(Fixtures.ref(weights)), "income");
    }

    private static TableSpec.Summary spec(Optional<ColumnRef> by, Optional<ColumnRef> weights, String... variables) {
        return new TableSpec.Summary(
                "t",
                Text.of("T"),
                Optional.empty(),
                Fixtures.refs(variables),
                List.of(Statistic.values()),
                by,
                weights,
                2);
    }

    private static TableModel.Line line(TableModel table, int row) {
        return (TableModel.Line) table.rows().get(row);
    }

    private static List<Double> values(TableModel table) {
        return line(table, 0).cells().stream()
                .map(c -> c instanceof Cell.Count n ? (double) n.value() : ((Cell.Number) c).value())
                .toList();
    }

    private static List<Long> counts(TableModel table) {
        return table.rows().stream()
                .map(row -> ((Cell.Count) ((TableModel.Line) row).cells().get(0)).value())
                .toList();
    }
}
