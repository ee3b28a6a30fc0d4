package org.canbao.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.canbao.data.ValueType;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.files.FilesCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFaultsTest {
    @TempDir
    Path folder;

    @Test
    void aFileThatIsNotThere() {
        Path file = folder.resolve("none.csv");
        Diagnostic found = only(() -> CsvReader.open(file, CsvOptions.defaults()));
        assertThat(found.code()).isEqualTo(FilesCode.NOT_READ);
        assertThat(found.message()).endsWith("none.csv`: it is not there");
    }

    @Test
    void aFolder() {
        Diagnostic found = only(() -> CsvReader.open(folder, CsvOptions.defaults()));
        assertThat(found.code()).isEqualTo(FilesCode.NOT_READ);
        assertThat(found.message()).endsWith("it is a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void anEmptyFile(String text) {
        assertThat(finding(text).code()).isEqualTo(CsvCode.EMPTY_FILE);
    }

    @Test
    void namesThatAreEmptyOrRepeatedAreAllTold() {
        CanbaoException thrown = thrown(() -> CsvRows.of(folder, "a,,b,a,\n1,2,3,4,5\n"));
        assertThat(thrown.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "the header has the name `a` more than once: columns 1, 4",
                        "the header gives no name to columns 2, 5");
        assertThat(thrown.diagnostics()).extracting(Diagnostic::code).containsOnly(CsvCode.BAD_HEADER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2,3 | line 4 has 3 fields, the header has 2 | 4",
                "1 | line 4 has 1 field, the header has 2 | 4",
                "1,2,3,4,5 | line 4 has 5 fields, the header has 2 | 4"
            })
    void aRaggedRowIsToldWithItsLine(String row, String message, int line) {
        // The quoted line break in the first row counts: the bad row is the third, but in line 4.
        Diagnostic found = finding("a,b\n1,\"x\ny\"\n" + row + "\n5,6\n");
        assertThat(found.code()).isEqualTo(CsvCode.RAGGED_ROW);
        assertThat(found.message()).isEqualTo(message);
        assertThat(found.place().orElseThrow().line()).isEqualTo(line);
        assertThat(found.place().orElseThrow().file()).endsWith("data.csv");
    }

    @Test
    void anEmptyLineBetweenRowsIsARaggedRow() {
        Diagnostic found = finding("a,b\r\n1,2\r\n\r\n\r\n3,4\r\n");
        assertThat(found.code()).isEqualTo(CsvCode.RAGGED_ROW);
        assertThat(found.message()).startsWith("line 3 is empty");
    }

    @Test
    void aRaggedRowBehindTheSampleEndsTheReading() {
        Path file = CsvRows.file(folder, "a,b\n" + "1,2\n".repeat(10) + "3\n", StandardCharsets.UTF_8);
        CsvOptions declared = CsvRows.typed(Map.of("a", ValueType.INT64, "b", ValueType.INT64));
        Diagnostic found = only(() -> CsvRows.of(file, declared));
        assertThat(found.message()).isEqualTo("line 12 has 1 field, the header has 2");
    }

    @Test
    void aQuoteThatIsNeverClosedIsToldWhereItOpens() {
        Diagnostic found = finding("a,b\n\"x\ny\",1\n2,\"open\n3,4\n5,6\n");
        assertThat(found.code()).isEqualTo(CsvCode.UNCLOSED_QUOTE);
        assertThat(found.message()).isEqualTo("the quote opened in line 4 is never closed");
        assertThat(found.place().orElseThrow().line()).isEqualTo(4);
    }

    @Test
    void aQuoteThatIsClosedByTheNextOneIsToldWithBothLines() {
        Diagnostic found = finding("a,b\n1,\"open\n2,\"x\"\n");
        assertThat(found.code()).isEqualTo(CsvCode.BROKEN_QUOTE);
        assertThat(found.message())
                .isEqualTo("the quote opened in line 2 is closed in line 3, but no `,` or line break follows");
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotFillTheMemory() throws IOException {
        Path file = folder.resolve("big.csv");
        byte[] rows = "1,2345678901234567\n".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        try (var out = Files.newOutputStream(file)) {
            out.write("a,b\n1,\"x\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 20; i++) {
                out.write(rows);
            }
        }
        Diagnostic found = only(() -> CsvReader.open(file, CsvOptions.defaults()));
        assertThat(found.message()).isEqualTo("the quote opened in line 2 is never closed");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bytesThatAreNoTextAreToldWithOffsetAndLine(boolean given) throws IOException {
        byte[] head = "name,n\n省,1\n".getBytes(StandardCharsets.UTF_8);
        byte[] gb = "广东省,2\n".getBytes(Charset.forName("GB18030"));
        Path file = folder.resolve("mixed.csv");
        try (var out = Files.newOutputStream(file)) {
            out.write(head);
            for (int i = 0; i < (given ? 1 : 9); i++) {
                out.write(gb);
            }
        }
        CsvOptions utf8 = new CsvOptions(Optional.of(StandardCharsets.UTF_8), Optional.empty(), Map.of(), List.of());
        Diagnostic found = only(() -> CsvReader.open(file, utf8));
        assertThat(found.code()).isEqualTo(CsvCode.UNDECODABLE);
        assertThat(found.message()).isEqualTo("the byte at offset " + head.length + " (line 3) is no text in UTF-8");
        assertThat(found.hints().get(0)).contains("--encoding gb18030").contains("look like Chinese");
    }

    @Test
    void aCharacterCutAtTheEndOfTheFileIsNoText() throws IOException {
        byte[] whole = "n\n省".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("cut.csv"), java.util.Arrays.copyOf(whole, 4));
        Diagnostic found = only(() -> CsvReader.open(file, CsvOptions.defaults()));
        assertThat(found.message()).isEqualTo("the byte at offset 2 (line 2) is no text in UTF-8");
    }

    @Test
    void aTypeForAColumnThatIsNotThere() {
        Path file = CsvRows.file(folder, "income,age\n1,2\n", StandardCharsets.UTF_8);
        Diagnostic found = only(() -> CsvRows.of(file, CsvRows.typed(Map.of("incmoe", ValueType.INT64))));
        assertThat(found.code()).isEqualTo(CsvCode.UNKNOWN_COLUMN);
        assertThat(found.hints()).containsExactly("did you mean `income`?");
    }

    @ParameterizedTest
    @ValueSource(chars = {'"', '\n', '\r'})
    void aDelimiterThatCannotBeOne(char delimiter) {
        Diagnostic found = only(() -> new CsvOptions(Optional.empty(), Optional.of(delimiter), Map.of(), List.of()));
        assertThat(found.code()).isEqualTo(CsvCode.BAD_DELIMITER);
    }

    /** Whatever bytes a file has: rows, or a finding. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void noBytesMakeItFailInAnyOtherWay(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] good = "id,地区,x\n1,\"广,东\",2.5\n2,\"a\"\"b\",NA\n3,省,\n".getBytes(StandardCharsets.UTF_8);
        int findings = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bytes = Arrays.copyOf(good, 1 + random.nextInt(good.length));
            for (int flips = random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("fuzz.csv"), bytes);
            try {
                CsvRows.of(file, CsvOptions.defaults());
            } catch (CanbaoException e) {
                findings++;
            }
        }
        assertThat(findings).isBetween(1, 299);
    }

    private Diagnostic finding(String text) {
        return only(() -> CsvRows.of(folder, text));
    }

    private static Diagnostic only(Runnable action) {
        CanbaoException thrown = thrown(action);
        assertThat(thrown.diagnostics()).hasSize(1);
        return thrown.diagnostics().get(0);
    }

    private static CanbaoException thrown(Runnable action) {
        CanbaoException thrown = catchThrowableOfType(CanbaoException.class, action::run);
        assertThat(thrown).isNotNull();
        return thrown;
    }
}
