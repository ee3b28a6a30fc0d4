package org.canbao.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.canbao.data.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsChineseInAnyEncodingWithOrWithoutAByteOrderMark(String name) {
        Charset charset = Charset.forName(name);
        String text = "地区,姓名,缴费\n广东省,张𠮷,12.5\n\"北京市,海淀区\",李四,7\n";
        for (String mark : List.of("", "\uFEFF")) {
            CsvRows rows = CsvRows.of(CsvRows.file(folder, mark + text, charset), CsvOptions.defaults());
            assertThat(rows.names()).containsExactly("地区", "姓名", "缴费");
            assertThat(rows.rows()).containsExactly(List.of("广东省", "张𠮷", 12.5), List.of("北京市,海淀区", "李四", 7.0));
            assertThat(rows.description().encoding()).isEqualTo(name);
        }
    }

    @Test
    void findsAnEncodingThatShowsOnlyBehindTheFirstMegabyte() {
        String text = "id,name\n" + "1,abcdefgh\n".repeat(120_000) + "2,张𠮷\n".repeat(50_000);
        Path file = CsvRows.file(folder, text, Charset.forName("GB18030"));
        CsvRows rows = CsvRows.of(file, CsvOptions.defaults());
        assertThat(rows.description().encoding()).isEqualTo("GB18030");
        assertThat(rows.rows().get(169_999)).containsExactly(2L, "张𠮷");
    }

    @Test
    void takesTheEncodingOfTheUser() {
        Path file = CsvRows.file(folder, "n\né\n", StandardCharsets.ISO_8859_1);
        CsvOptions options =
                new CsvOptions(Optional.of(StandardCharsets.ISO_8859_1), Optional.empty(), Map.of(), List.of());
        CsvRows rows = CsvRows.of(file, options);
        assertThat(rows.column(0)).containsExactly("é");
        assertThat(rows.description().encodingReason()).isEqualTo("given by the user");
    }

    @Test
    void utf16AsTheUserSaysItGoesByItsByteOrderMark() {
        Path file = CsvRows.file(folder, "\uFEFF省,n\n京,1\n", StandardCharsets.UTF_16LE);
        CsvOptions options =
                new CsvOptions(Optional.of(StandardCharsets.UTF_16), Optional.empty(), Map.of(), List.of());
        CsvRows rows = CsvRows.of(file, options);
        assertThat(rows.names()).containsExactly("省", "n");
        assertThat(rows.rows()).containsExactly(List.of("京", 1L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a;b;c,d | ; | 3",
                "a,b;c | , | 2",
                "\"x;y;z\",b | , | 2",
                "a,b | , | 2",
                "\"p,q\";r | ; | 2",
                "alone | , | 1"
            })
    void findsTheDelimiterInTheHeader(String header, String delimiter, int columns) {
        CsvRows rows = CsvRows.of(folder, header + "\n");
        assertThat(rows.names()).hasSize(columns);
        assertThat(rows.description().format()).isEqualTo(delimiter.equals(",") ? "CSV" : "CSV (" + delimiter + ")");
    }

    @Test
    void readsTabsAndADelimiterThatIsGiven() {
        assertThat(CsvRows.of(folder, "a\tb\n1\tx y\n").rows()).containsExactly(List.of(1L, "x y"));
        CsvOptions bar = new CsvOptions(Optional.empty(), Optional.of('|'), Map.of(), List.of());
        assertThat(CsvRows.of(folder, "a|b\n1|x,y\n", bar).rows()).containsExactly(List.of(1L, "x,y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void keepsQuotedLineBreaksAndQuotes(String eol) {
        String text =
                String.join(eol, "id,note", "1,\"two" + eol + "lines\"", "2,\"say \"\"yes\"\"\"", "3,5\" pipe", "");
        CsvRows rows = CsvRows.of(folder, text);
        assertThat(rows.rows())
                .containsExactly(
                        List.of(1L, "two" + eol + "lines"), List.of(2L, "say \"yes\""), List.of(3L, "5\" pipe"));
        assertThat(rows.description().rows()).hasValue(3);
    }

    @Test
    void theLastLineNeedsNoLineBreakAndEmptyLinesMayFollowIt() {
        assertThat(CsvRows.of(folder, "a,b\n1,2").rows()).containsExactly(List.of(1L, 2L));
        assertThat(CsvRows.of(folder, "a,b\n1,2\n\n\r\n").rows()).containsExactly(List.of(1L, 2L));
    }

    @Test
    void anEmptyLineOfASingleColumnIsAMissingValue() {
        assertThat(CsvRows.of(folder, "a\n1\n\n3\n").column(0)).containsExactly(1L, null, 3L);
    }

    @Test
    void aHeaderAloneIsAFileOfNoRows() {
        CsvRows rows = CsvRows.of(folder, "a,b\n");
        assertThat(rows.rows()).isEmpty();
        assertThat(rows.description().rows()).hasValue(0);
        assertThat(rows.types()).containsOnly(ValueType.STRING);
    }

    @Test
    void missingTokensDependOnTheType() {
        CsvRows rows = CsvRows.of(folder, "n,s\n1,NA\nNA,.\n.,\n,x\n \"\n".replace(" \"\n", "\"\",\"\"\n"));
        assertThat(rows.column(0)).containsExactly(1L, null, null, null, null);
        assertThat(rows.column(1)).containsExactly("NA", ".", null, "x", null);
        assertThat(rows.rejects()).isEmpty();
    }

    @Test
    void theTokensOfTheUserCountInEveryColumn() {
        CsvOptions options = new CsvOptions(Optional.empty(), Optional.empty(), Map.of(), List.of("-9", "不详"));
        CsvRows rows = CsvRows.of(folder, "n,s\n1,甲\n-9,不详\n不详,-9\n", options);
        assertThat(rows.types()).containsExactly(ValueType.INT64, ValueType.STRING);
        assertThat(rows.column(0)).containsExactly(1L, null, null);
        assertThat(rows.column(1)).containsExactly("甲", null, null);
    }

    @Test
    void blanksAroundNumbersAndNamesDoNotMatterBlanksInTextDo() {
        CsvRows rows = CsvRows.of(folder, " n , s\n 1 , x \n\t2,y\n");
        assertThat(rows.names()).containsExactly("n", "s");
        assertThat(rows.rows()).containsExactly(List.of(1L, " x "), List.of(2L, "y"));
    }

    @Test
    void worksUnderATurkishLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            CsvRows rows = CsvRows.of(folder, "ID,IN\n1,TRUE\n2,FALSE\n3,true\n");
            assertThat(rows.names()).containsExactly("ID", "IN");
            assertThat(rows.types()).containsExactly(ValueType.INT64, ValueType.BOOLEAN);
            assertThat(rows.column(1)).containsExactly(1L, 0L, 1L);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyTextThatIsQuotedComesBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Object>> table = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            table.add(List.of(randomText(random), randomText(random)));
        }
        String text = "\"a\",\"b\"\n"
                + table.stream()
                        .map(r -> r.stream()
                                .map(c -> "\"" + ((String) c).replace("\"", "\"\"") + "\"")
                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\r\n"));
        CsvOptions options = CsvRows.typed(Map.of("a", ValueType.STRING, "b", ValueType.STRING));
        assertThat(CsvRows.of(folder, text, options).rows()).isEqualTo(table);
    }

    private static String randomText(SplittableRandom random) {
        String[] letters = {"a", "省", "𠮷", ",", ";", "\"", "\n", "\r\n", " ", "0", "\t", "\uFEFF"};
        return random.ints(1 + random.nextInt(12), 0, letters.length)
                .mapToObj(i -> letters[i])
                .collect(Collectors.joining());
    }

    @Test
    void aFieldLongerThanAllBuffersIsRead() {
        String longText = "长".repeat(300_000);
        CsvRows rows = CsvRows.of(folder, "a,b\n1,\"" + longText + "\"\n2,x\n");
        assertThat(rows.rows()).isEqualTo(Arrays.asList(List.of(1L, longText), List.of(2L, "x")));
    }
}
