package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.canbao.data.CellText;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.DisplayWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectionTest {
    @ParameterizedTest
    @CsvSource({"1, 0, 5", "2, 1, 1", "3, 700, 64", "4, 5000, 2048", "5, 2500, 3000"})
    void countsAndRangesAreThoseOfTheRows(long seed, int rows, int batchRows) {
        SeededRows table = new SeededRows(seed, SeededRows.ALL_TYPES, rows, true);
        Inspection inspection = Inspection.of("x.dta", new SeededReader(table), batchRows);

        assertThat(inspection.rows()).isEqualTo(rows);
        for (int j = 0; j < table.variables.size(); j++) {
            check(table, j, inspection.variables().get(j));
        }
    }

    /** Whole numbers of ten to twenty digits may be numbers of persons, as they come or as floating-point numbers. */
    private static boolean isLong(ValueType type, String value) {
        if (type == ValueType.DATE || type == ValueType.TIMESTAMP) {
            return false;
        }
        BigDecimal number = new BigDecimal(value);
        return number.remainder(BigDecimal.ONE).signum() == 0
                && number.abs().compareTo(BigDecimal.TEN.pow(9)) >= 0
                && number.abs().compareTo(BigDecimal.TEN.pow(20)) < 0;
    }

    private static String hidden(String value) {
        return "#".repeat(value.length());
    }

    private static void check(SeededRows table, int column, VariableSummary summary) {
        ColumnBatch batch = new ColumnBatch(table.variables, 1);
        ValueType type = table.variables.get(column).type();
        long present = 0;
        long missing = 0;
        Map<String, Long> codes = new TreeMap<>();
        Set<String> values = new HashSet<>();
        String least = null;
        String greatest = null;
        for (int row = 0; row < table.rows; row++) {
            table.fill(batch, 0, row, column);
            byte state = batch.states(column)[0];
            if (state > ColumnBatch.MISSING) {
                codes.merge(CellText.code(batch, column, 0), 1L, Long::sum);
            } else if (state == ColumnBatch.MISSING) {
                missing++;
            } else {
                present++;
                String value = CellText.value(batch, column, 0);
                values.add(value);
                least = least == null || compare(type, value, least) < 0 ? value : least;
                greatest = greatest == null || compare(type, value, greatest) > 0 ? value : greatest;
            }
        }
        assertThat(summary.present()).isEqualTo(present);
        assertThat(summary.missing()).isEqualTo(missing);
        assertThat(summary.missingByCode()).isEqualTo(codes);
        assertThat(summary.distinct().orElse(-1))
                .isEqualTo(values.size() > Inspection.DISTINCT_CAP ? -1 : values.size());
        if (type == ValueType.STRING || present == 0) {
            assertThat(summary.range()).isEmpty();
        } else {
            VariableSummary.Range range = summary.range().orElseThrow();
            boolean masked = isLong(type, least) || isLong(type, greatest);
            if (masked) {
                assertThat(range).isEqualTo(new VariableSummary.Range(hidden(least), hidden(greatest)));
            } else {
                assertThat(number(type, range.least())).isEqualTo(number(type, least));
                assertThat(number(type, range.greatest())).isEqualTo(number(type, greatest));
            }
        }
    }

    private static int compare(ValueType type, String a, String b) {
        return switch (type) {
            case FLOAT32, FLOAT64 -> Double.compare(Double.parseDouble(a), Double.parseDouble(b));
            case STRING -> a.compareTo(b);
            case DATE -> LocalDate.parse(a).compareTo(LocalDate.parse(b));
            case TIMESTAMP -> LocalDateTime.parse(a).compareTo(LocalDateTime.parse(b));
            default -> Long.compare(Long.parseLong(a), Long.parseLong(b));
        };
    }

    private static Object number(ValueType type, String text) {
        return switch (type) {
            case FLOAT32 -> Float.parseFloat(text);
            case FLOAT64 -> Double.parseDouble(text);
            default -> text;
        };
    }

    private static Inspection labelled() {
        List<Variable> variables = List.of(
                new Variable(
                        "answer",
                        ValueType.INT8,
                        "您目前参加的基本医疗保险属于下列哪一种类型,请按社会保障卡上的信息回答,如果同时参加了几种请选择报销比例最高的那一种",
                        Map.of("1", "城镇职工基本医疗保险"),
                        Map.of("99", "不知道"),
                        ""),
                Variable.of("a_name_that_is_much_longer_than_usual", ValueType.FLOAT64),
                Variable.of("name", ValueType.STRING));
        return Inspection.of("cmds2017.dta", new SeededReader(new SeededRows(1, variables, 5_000, true)), 2_048);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 100, 120, 300})
    void textFitsTheTerminalAndNeverShowsATextValue(int columns) {
        String text = new InspectionText(columns).text(labelled());
        int widest = Math.max(80, Math.min(120, columns));
        assertThat(text.lines().mapToInt(DisplayWidth::of).max().orElseThrow()).isLessThanOrEqualTo(widest);
        assertThat(text).doesNotContain("北京", "𠮷野");
        assertThat(text).contains("99 不知道: ", "0–").contains("cmds2017.dta: Seeded, 5,000 rows, 3 variables");
    }

    @Test
    void jsonHasEverythingButTextValues() {
        String json = InspectionJson.text(labelled());
        assertThat(json).doesNotContain("北京", "𠮷野").isEqualTo(InspectionJson.text(labelled()));
        JsonNode answer =
                JsonMapper.builder().build().readTree(json).get("variables").get(0);
        assertThat(answer.get("missing_by_code").get("99").asLong()).isPositive();
        assertThat(answer.get("min").asString()).isEqualTo("0");
        assertThat(answer.get("max").asString()).isEqualTo("4");
        assertThat(answer.get("distinct").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "INT32, 1380013800, ##########",
        "INT64, 990101201309010015, ##################",
        "FLOAT64, 13800138000, ###########",
        "FLOAT64, 1234567890.5, 1.2345678905E9",
        "INT32, 999999999, 999999999"
    })
    void numbersThatMayBeThoseOfPersonsAreNotShown(ValueType type, String number, String shown) {
        ColumnBatch batch = new ColumnBatch(List.of(Variable.of("n", type)), 1);
        batch.rows(1);
        if (type == ValueType.FLOAT64) {
            batch.doubles(0)[0] = Double.parseDouble(number);
        } else {
            batch.longs(0)[0] = Long.parseLong(number);
        }
        ColumnSurvey survey = new ColumnSurvey(Variable.of("n", type), 0);
        survey.look(batch);

        assertThat(survey.summary().range()).contains(new VariableSummary.Range(shown, shown));
    }

    @Test
    void beyondTheCapDistinctValuesAreNotCounted() {
        Inspection inspection = Inspection.of(
                "x",
                new SeededReader(new SeededRows(
                        1, List.of(Variable.of("i", ValueType.INT64), Variable.of("b", ValueType.INT8)), 3_000, false)),
                100);
        assertThat(inspection.variables().get(0).distinct()).isEmpty();
        assertThat(inspection.variables().get(1).distinct()).hasValue(256);
    }
}
