package org.canbao.ingest.dta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.ingest.dta.DtaTable.Missing;
import org.canbao.ingest.dta.HandMadeDta.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every storage type, both byte orders and long strings, in files made byte by byte. */
class HandMadeDtaTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> releasesAndOrders() {
        return Stream.of(113, 114, 115, 117, 118, 119)
                .flatMap(r ->
                        Stream.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN).map(o -> Arguments.of(r, o)));
    }

    @ParameterizedTest
    @MethodSource("releasesAndOrders")
    void numbersOfEveryTypeUpToTheirBounds(int release, ByteOrder order) throws IOException {
        DtaTable table = read(numbers(release, order)
                .row((byte) -127, (short) -32767, -2147483647, -1.70141173e38f, -Double.MAX_VALUE / 2)
                .row((byte) 100, (short) 32740, 2147483620, Float.intBitsToFloat(0x7EFFFFFF), 8.988e307)
                .row((byte) 0, (short) 258, 0x01020304, 0.1f, 0.1));
        assertThat(table.column("b")).containsExactly(-127L, 100L, 0L);
        assertThat(table.column("i")).containsExactly(-32767L, 32740L, 258L);
        assertThat(table.column("l")).containsExactly(-2147483647L, 2147483620L, 0x01020304L);
        assertThat(table.column("f"))
                .containsExactly((double) -1.70141173e38f, (double) Float.intBitsToFloat(0x7EFFFFFF), (double) 0.1f);
        assertThat(table.column("d")).containsExactly(-Double.MAX_VALUE / 2, 8.988e307, 0.1);
        assertThat(table.rejects()).isEmpty();
        assertThat(table.description().label()).isEqualTo("hand made");
        assertThat(table.description().variables().stream().map(Variable::type))
                .containsExactly(
                        ValueType.INT8, ValueType.INT16, ValueType.INT32, ValueType.FLOAT32, ValueType.FLOAT64);
    }

    @ParameterizedTest
    @MethodSource("releasesAndOrders")
    void all27MissingValuesOfEveryType(int release, ByteOrder order) throws IOException {
        HandMadeDta file = numbers(release, order);
        List<Object> expected = new ArrayList<>();
        for (int k = 0; k < 27; k++) {
            file.row(
                    (byte) (101 + k),
                    (short) (32741 + k),
                    2147483621 + k,
                    Float.intBitsToFloat(0x7F000000 + k * 0x800),
                    Double.longBitsToDouble(0x7FE0000000000000L + k * 0x10000000000L));
            expected.add(new Missing(k == 0 ? "." : "." + (char) ('a' + k - 1)));
        }
        DtaTable table = read(file);
        for (String name : List.of("b", "i", "l", "f", "d")) {
            assertThat(table.column(name)).as(name).isEqualTo(expected);
        }
        assertThat(table.rejects()).isEmpty();
    }

    @Test
    void whatIsNeitherNumberNorMissingValueIsRejected() throws IOException {
        DtaTable table = read(new HandMadeDta(118, ByteOrder.LITTLE_ENDIAN)
                .variable("f", "float")
                .variable("d", "double")
                .row(Float.NaN, Double.NaN)
                .row(Float.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                .row(Float.intBitsToFloat(0x7F000001), Double.longBitsToDouble(0x7FE0000000000001L)));
        assertThat(table.column("f")).isEqualTo(DtaTable.missing(".", ".", "."));
        assertThat(table.column("d")).isEqualTo(DtaTable.missing(".", ".", "."));
        assertThat(table.rejects()).hasSize(6).allMatch(r -> r.contains("none of its 27 missing values"));
        assertThat(table.rejects())
                .extracting(r -> r.substring(0, 3))
                .as("row by row")
                .containsExactly("1 f", "1 d", "2 f", "2 d", "3 f", "3 d");
    }

    @ParameterizedTest
    @MethodSource("releasesAndOrders")
    void valueLabelsAreOfValuesOrOfMissingCodes(int release, ByteOrder order) throws IOException {
        DtaTable table = read(new HandMadeDta(release, order)
                .variable("x", "byte", "%8.0g", "answers", "问题")
                .variable("s", "str3", "%3s", "", "")
                .labels("answers", new TreeMap<>(Map.of(1, "是", -2, "否", 2147483622, "拒绝", 2147483647, "missing")))
                .row((byte) 1, "abc".getBytes(StandardCharsets.UTF_8)));
        assertThat(table.variable("x").label()).isEqualTo("问题");
        assertThat(table.variable("x").valueLabels()).containsExactly(Map.entry("-2", "否"), Map.entry("1", "是"));
        assertThat(table.variable("x").missingCodes())
                .containsExactly(Map.entry(".a", "拒绝"), Map.entry(".z", "missing"));
        assertThat(table.variable("s").valueLabels()).isEmpty();
        assertThat(table.column("s")).containsExactly("abc");
    }

    @ParameterizedTest
    @MethodSource("releasesAndOrders")
    void longStringsAreResolved(int release, ByteOrder order) throws IOException {
        if (release < 117) {
            return;
        }
        int variableBytes = release == 117 ? 4 : release - 116;
        DtaTable table = read(longStrings(release, order, variableBytes, 1));
        assertThat(table.column("text")).containsExactly("first", "", "first", "third 三");
        assertThat(table.rejects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void release119MayDivideItsReferencesInTwoWays(int variableBytes) throws IOException {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            HandMadeDta file = new HandMadeDta(119, order).variable("n", "byte").variable("text", "strL");
            int rows = 600;
            for (int i = 1; i <= rows; i++) {
                file.row((byte) 1, new Reference(2, i, variableBytes));
                file.longString(2, i, 130, ("row " + i + "\0").getBytes(StandardCharsets.UTF_8));
            }
            List<Object> text = read(file).column("text");
            for (int i = 1; i <= rows; i++) {
                assertThat(text.get(i - 1)).isEqualTo("row " + i);
            }
        }
    }

    @Test
    void aLongStringThatIsBinaryOrNotThereIsRejected() throws IOException {
        DtaTable table = read(new HandMadeDta(118, ByteOrder.LITTLE_ENDIAN)
                .variable("text", "strL")
                .row(new Reference(1, 1, 2))
                .row(new Reference(1, 2, 2))
                .row(new Reference(1, 9, 2))
                .row(new Reference(1, 4, 2))
                .longString(1, 1, 129, new byte[] {1, 0, 2})
                .longString(1, 2, 129, "text all the same".getBytes(StandardCharsets.UTF_8))
                .longString(1, 4, 130, new byte[] {(byte) 0xB1, (byte) 0xB1, 0}));
        assertThat(table.column("text"))
                .containsExactly(new Missing("."), "text all the same", new Missing("."), new Missing("."));
        assertThat(table.rejects())
                .containsExactly(
                        "1 text \\x01\\x00\\x02: binary content, where text was expected",
                        "3 text strL of variable 1, row 9: the file has no such long string",
                        "4 text \\xB1\\xB1: not valid in UTF-8; say --encoding if the file is in another encoding");
    }

    @Test
    void longStringsMayStandInAnyOrder() throws IOException {
        DtaTable table = read(longStrings(118, ByteOrder.LITTLE_ENDIAN, 2, -1));
        assertThat(table.column("text")).containsExactly("first", "", "first", "third 三");
    }

    @Test
    void aCharacterThatIsCutAtTheEndOfItsFieldIsDropped() throws IOException {
        Charset gb = Charset.forName("GB18030");
        byte[] whole = "北京市".getBytes(gb);
        byte[] cut = Arrays.copyOf(whole, 5);
        HandMadeDta file = new HandMadeDta(114, ByteOrder.LITTLE_ENDIAN)
                .variable("city", "str5", "%5s", "", "")
                .row((Object) cut)
                .row((Object) Arrays.copyOf(whole, 4))
                .row((Object) Arrays.copyOf(whole, 3));
        DtaTable table = read(file, Optional.of(gb));
        assertThat(table.column("city")).containsExactly("北京", "北京", new Missing("."));
        assertThat(table.rejects())
                .containsExactly(
                        "3 city \\xB1\\xB1\\xBE: not valid in GB18030; say --encoding if the file is in another encoding");
    }

    @Test
    void datesAreWholeDaysAndLeapSecondsCount() throws IOException {
        DtaTable table = read(new HandMadeDta(115, ByteOrder.LITTLE_ENDIAN)
                .variable("day", "float", "%td", "", "")
                .variable("old", "int", "%dD_m_Y", "", "")
                .variable("month", "int", "%tm", "", "")
                .variable("clock", "double", "%tcCCYY", "", "")
                .variable("leap", "double", "%-tC", "", "")
                .row(3653f, (short) 0, (short) 684, 315619200000.0, 315619200000.0)
                .row(0.5f, (short) 32741, (short) 0, Double.longBitsToDouble(0x7FE0010000000000L), 1830384027000.0));
        long day = 86_400_000_000L;
        assertThat(table.column("day")).containsExactly(0L, new Missing("."));
        assertThat(table.column("old")).containsExactly(-3653L, new Missing("."));
        assertThat(table.column("month")).containsExactly(684L, 0L);
        assertThat(table.variable("month").format()).isEqualTo("%tm");
        assertThat(table.column("clock")).containsExactly(0L, new Missing(".a"));
        // 1 January 2018, after 27 leap seconds.
        assertThat(table.column("leap")).containsExactly(0L, 17532L * day);
        assertThat(table.rejects())
                .containsExactly("2 day 0.5: a date is a whole number of days since 1960 in the years 100 to 9999");
    }

    private static HandMadeDta numbers(int release, ByteOrder order) {
        return new HandMadeDta(release, order)
                .variable("b", "byte")
                .variable("i", "int")
                .variable("l", "long")
                .variable("f", "float")
                .variable("d", "double");
    }

    private static HandMadeDta longStrings(int release, ByteOrder order, int variableBytes, int direction) {
        HandMadeDta file = new HandMadeDta(release, order)
                .variable("n", "byte")
                .variable("text", "strL")
                .row((byte) 1, new Reference(2, 1, variableBytes))
                .row((byte) 2, new Reference(0, 0, variableBytes))
                .row((byte) 3, new Reference(2, 1, variableBytes))
                .row((byte) 4, new Reference(2, 4, variableBytes));
        byte[] first = "first\0".getBytes(StandardCharsets.UTF_8);
        byte[] third = "third 三\0".getBytes(StandardCharsets.UTF_8);
        return direction > 0
                ? file.longString(2, 1, 130, first).longString(2, 4, 130, third)
                : file.longString(2, 4, 130, third).longString(2, 1, 130, first);
    }

    private DtaTable read(HandMadeDta file) throws IOException {
        return read(file, Optional.empty());
    }

    private DtaTable read(HandMadeDta file, Optional<Charset> encoding) throws IOException {
        Path path = Files.write(folder.resolve("hand.dta"), file.bytes());
        return DtaTable.read(path, encoding);
    }
}
