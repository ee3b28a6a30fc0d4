package org.canbao.ingest.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.ingest.binding.MemoryReader.Tag;
import org.canbao.schema.DataSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the cells of a column. */
class HarmonisingReaderTest {
    private static final DataSchema EDUCATION = Harmonised.schema(
            "education: {raw: e, codes: {未上过学: none, 小学: primary, 5: college}, missing: {不知道: does not know, 99: refused},"
                    + " confidence: verified}");

    private static Variable raw(ValueType type, Map<String, String> labels) {
        return new Variable("e", type, "", labels, Map.of(), "");
    }

    private static Harmonised read(String variable, ValueType type, Object... cells) {
        return Harmonised.read(MemoryReader.ofColumn(raw(type, Map.of()), cells), Harmonised.schema(variable));
    }

    @Test
    void codesAreThoseOfTheLabelsThenOfTheNumbers() {
        Map<String, String> labels = Map.of("1", "小学", "2", " 未上过学", "8", "不知道");
        Harmonised read =
                Harmonised.read(MemoryReader.ofColumn(raw(ValueType.INT8, labels), 1, 2, 5, 8, 99), EDUCATION);

        assertThat(read.first()).containsExactly("primary", "none", "college", "<8>", "<99>");
        assertThat(read.variables().get(0).missingCodes())
                .containsEntry("8", "does not know")
                .containsEntry("99", "refused");
        assertThat(read.rejects()).isEmpty();
    }

    @Test
    void aLabelAtAnotherNumberMovesWithTheLabel() {
        DataSchema schema = Harmonised.schema("e: {raw: e, codes: {农业: 1, 非农业: 2, 1: 1, 2: 2}, confidence: verified}");
        Map<String, String> swapped = Map.of("1", "非农业", "2", "农业");
        assertThat(Harmonised.read(MemoryReader.ofColumn(raw(ValueType.INT8, swapped), 1, 2), schema)
                        .first())
                .containsExactly("2", "1");
        assertThat(Harmonised.read(MemoryReader.ofColumn(raw(ValueType.INT8, Map.of()), 1, 2), schema)
                        .first())
                .as("a file without labels")
                .containsExactly("1", "2");
    }

    @Test
    void aTextColumnMayHoldLabelsOrNumbers() {
        Harmonised read = Harmonised.read(
                MemoryReader.ofColumn(raw(ValueType.STRING, Map.of()), "小学", "5", "５", " ", "", "不知道", "大学"),
                EDUCATION);

        assertThat(read.first()).containsExactly("primary", "college", "college", "null", "null", "<不知道>", "null");
        assertThat(read.rejects()).containsExactly("7 education 大学");
    }

    @Test
    void aValueWithoutACodeIsARejectUnlessOthersAreKept() {
        Harmonised read =
                Harmonised.read(MemoryReader.ofColumn(raw(ValueType.INT8, Map.of()), 5, 5, 5, 5, 7), EDUCATION);
        assertThat(read.first()).containsExactly("college", "college", "college", "college", "null");
        assertThat(read.rejects()).containsExactly("5 education 7");
        assertThat(read.reasons()).containsExactly("no code of the schema is this value or its label in `e`");

        Harmonised kept = read(
                "e: {raw: e, type: int16, codes: {1: 10, other: keep}, confidence: verified}", ValueType.INT8, 1, 7);
        assertThat(kept.first()).containsExactly("10", "7");
    }

    @Test
    void missingCodesAreKeptWhateverTheTypeBecomes() {
        Variable declared = new Variable("e", ValueType.INT32, "", Map.of(), Map.of("999999", "不适用"), "");
        DataSchema schema = Harmonised.schema(
                "born: {raw: e, format: yyyymm, missing: {0: never asked, .r: refused}, confidence: verified}");
        Harmonised read = Harmonised.read(
                MemoryReader.ofColumn(declared, 198512, 0, new Tag(999999), new Tag(".r"), null), schema);

        assertThat(read.first()).containsExactly("1985-12-01", "<0>", "<999999>", "<.r>", "null");
        assertThat(read.variables().get(0).missingCodes())
                .isEqualTo(Map.of("999999", "不适用", "0", "never asked", ".r", "refused"));
    }

    @Test
    void missingCodesOfTextKeepTheirWords() {
        Harmonised read = read(
                "e: {raw: e, type: int32, missing: [不适用, ''], confidence: verified}",
                ValueType.STRING,
                "12",
                "不适用",
                "",
                "  ");
        assertThat(read.first()).containsExactly("12", "<不适用>", "null", "null");
    }

    @ParameterizedTest
    @CsvSource({
        "STRING, int64, 9007199254740993, 9007199254740993",
        "STRING, int8, 5.0, 5",
        "STRING, int8, 128,",
        "STRING, int64, 1e3, 1000",
        "STRING, int64, twelve,",
        "STRING, float64, 0.1, 0.1",
        "STRING, float64, NaN,",
        "STRING, boolean, TRUE, 1",
        "STRING, boolean, 1,",
        "STRING, date, 2017-05-31, 2017-05-31",
        "STRING, date, 31.5.2017,",
        "INT32, int8, 127, 127",
        "INT32, int8, 128,",
        "INT32, boolean, 2,",
        "INT32, float32, 16777216, 16777216",
        "INT32, float32, 16777217,",
        "INT64, float64, 9007199254740993,",
        "INT64, string, 110101, 110101",
        "FLOAT64, int16, 201705, ",
        "FLOAT64, int32, 201705, 201705",
        "FLOAT64, int32, 2.5, ",
        "FLOAT64, float32, 0.5, 0.5",
        "FLOAT64, float32, 0.1, ",
        "FLOAT64, string, 2.5, 2.5",
        "FLOAT64, string, 2, 2",
    })
    void typesChangeWithoutLossOrNotAtAll(ValueType from, String to, String value, String expected) {
        Object cell = from == ValueType.STRING
                ? value
                : from.isIntegral() ? Long.valueOf(value) : (Object) Double.valueOf(value);
        Harmonised read = read("e: {raw: e, type: " + to + ", confidence: verified}", from, cell);

        assertThat(read.first()).containsExactly(expected == null ? "null" : expected);
        assertThat(read.rejects()).hasSize(expected == null ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "yyyymm, , 198502, 1985-02-01",
        "yyyymm, year, 198502, 1985",
        "yyyymm, month, 198512, 12",
        "yyyymm, year, 198513,",
        "yyyymm, year, 1985,",
        "yyyymmdd, , 20000229, 2000-02-29",
        "yyyymmdd, day, 20010229,",
    })
    void datesAreReadAsTheyAreWritten(String format, String part, long value, String expected) {
        String variable =
                "e: {raw: e, format: " + format + (part == null ? "" : ", part: " + part) + ", confidence: verified}";
        for (ValueType type : List.of(ValueType.INT32, ValueType.FLOAT64, ValueType.STRING)) {
            Object cell = type == ValueType.STRING ? (Object) Long.toString(value) : (Object) value;
            Harmonised read = read(variable, type, cell);
            assertThat(read.first()).as("%s", type).containsExactly(expected == null ? "null" : expected);
            assertThat(read.rejects()).hasSize(expected == null ? 1 : 0);
        }
    }

    @Test
    void aRawVariableMayBecomeSeveralAndOthersAreKeptBehind() {
        MemoryReader raw = new MemoryReader(
                List.of(Variable.of("extra", ValueType.STRING), Variable.of("ym", ValueType.INT32)),
                new Object[] {"x", 198502},
                new Object[] {null, 199911});
        Harmonised read = Harmonised.read(
                raw,
                Harmonised.schema(
                        "code: {raw: ym, confidence: verified}",
                        "again: {raw: ym, confidence: verified}",
                        "year: {raw: ym, format: yyyymm, part: year, confidence: verified}"));

        assertThat(read.variables()).extracting(Variable::name).containsExactly("code", "again", "year", "extra");
        assertThat(read.cells())
                .containsExactly(List.of("198502", "198502", "1985", "x"), List.of("199911", "199911", "1999", "null"));
    }
}
