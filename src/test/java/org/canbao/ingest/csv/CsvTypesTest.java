package org.canbao.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.canbao.data.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CsvTypesTest {
    private static final String KEEP = "; to keep the column as text: --type x=string";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2 3 | INT64",
                "1 2.0 3 | FLOAT64",
                "1e3 2 | FLOAT64",
                "1 NA . 3 | INT64",
                "1 2 x | INT64",
                "1 x | STRING",
                "1 x y | STRING",
                "0 10 -5 | INT64",
                "0123 1 2 | STRING",
                "1 2 -007 | STRING",
                "0.5 00.5 | STRING",
                "0.5 -0.5 | FLOAT64",
                "9223372036854775807 1 | INT64",
                "9223372036854775808 1 | STRING",
                "1234567890123456 1.5 | STRING",
                "110105194912310021 11010519491231002X 110105194912310023 | STRING",
                "123456789012345 1.5 | FLOAT64",
                "+8613800138000 | STRING",
                "0x1p3 | STRING",
                "NaN Infinity | STRING",
                "1d 2f | STRING",
                "1,5 | STRING",
                "true false | BOOLEAN",
                "TRUE False NA | BOOLEAN",
                "true 1 | STRING",
                "2017-05-31 1969-12-31 | DATE",
                "2017-05-31 31.05.2017 | STRING",
                "2017-02-29 | STRING",
                "2017-05-31T12:30 2017-05-31T12:30:59.5 | TIMESTAMP",
                "NA . | STRING"
            })
    void decidesOnTheValues(String values, ValueType expected) {
        String rows = "\"" + String.join("\"\n\"", values.split(" ")) + "\"\n";
        assertThat(CsvRows.of(folder, "x\n" + rows).types()).containsExactly(expected);
    }

    @Test
    void everyRowOfASmallFileCounts() {
        String text = "x\n" + "1\n".repeat(20_000) + "2.5\n";
        CsvRows rows = CsvRows.of(folder, text);
        assertThat(rows.types()).containsExactly(ValueType.FLOAT64);
        assertThat(rows.column(0).get(20_000)).isEqualTo(2.5);
    }

    @Test
    void convertsDatesAndTimes() {
        CsvRows rows = CsvRows.of(folder, "d,t\n1969-12-31,1970-01-01T00:00:01.000002\n2000-02-29,1969-12-31 23:59\n");
        assertThat(rows.rows())
                .containsExactly(
                        List.of(-1L, 1_000_002L),
                        List.of(LocalDate.of(2000, 2, 29).toEpochDay(), -60_000_000L));
    }

    @Test
    void tellsWhatDoesNotFitAndHowToKeepIt() {
        String longText = "不知道".repeat(20);
        CsvRows rows = CsvRows.of(folder, "id,x\n1,10\n2,20\n3," + longText + "\n4,5\n");
        assertThat(rows.column(1)).containsExactly(10L, 20L, null, 5L);
        assertThat(rows.rejects())
                .containsExactly(
                        "3 x [" + longText.substring(0, 39) + "…] expected a whole number of at most 64 bits" + KEEP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INT8 | 127 | 128 | a whole number of at most 8 bits",
                "INT16 | -32768 | -32769 | a whole number of at most 16 bits",
                "INT32 | 2147483647 | 2147483648 | a whole number of at most 32 bits",
                "INT64 | -9223372036854775807 | 1.0 | a whole number of at most 64 bits",
                "FLOAT32 | 0.5 | 1e39 | a number like -12.5 or 1e-3",
                "FLOAT64 | 0123 | 1e309 | a number like -12.5 or 1e-3",
                "BOOLEAN | True | 1 | true or false",
                "DATE | 2020-02-29 | 2021-02-29 | a date like 2017-05-31",
                "TIMESTAMP | 2020-02-29T10:00 | 2020-02-29T10:00Z | a time like 2017-05-31T23:59:59"
            })
    void declaredTypesHoldWhateverTheValuesLookLike(ValueType type, String good, String bad, String expected) {
        CsvRows rows = CsvRows.of(folder, "x\n" + good + "\n" + bad + "\nNA\n", CsvRows.typed(Map.of("x", type)));
        assertThat(rows.types()).containsExactly(type);
        assertThat(rows.column(0).get(0)).isNotNull();
        assertThat(rows.column(0).subList(1, 3)).containsOnlyNulls();
        assertThat(rows.rejects()).containsExactly("2 x [" + bad + "] expected " + expected + KEEP);
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeCanBeDeclared(ValueType type) {
        CsvRows rows = CsvRows.of(folder, "x\n\n", CsvRows.typed(Map.of("x", type)));
        assertThat(rows.types()).containsExactly(type);
        assertThat(rows.rows()).hasSize(1);
    }

    @Test
    void aColumnDeclaredAsTextKeepsItsZeros() {
        CsvRows rows = CsvRows.of(folder, "x\n00120\n7\n", CsvRows.typed(Map.of("x", ValueType.STRING)));
        assertThat(rows.column(0)).containsExactly("00120", "7");
    }

    @Test
    void aSingleIsTheNearestOfTheTextNotOfTheDouble() {
        // Halfway between two floats as a double, above halfway as a decimal.
        String text = "1.00000005960464477540";
        CsvRows rows = CsvRows.of(folder, "x\n" + text + "\n", CsvRows.typed(Map.of("x", ValueType.FLOAT32)));
        assertThat(rows.column(0)).containsExactly((double) Float.parseFloat(text));
        assertThat((float) Double.parseDouble(text)).isNotEqualTo(Float.parseFloat(text));
    }
}
