package org.canbao.ingest.spss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.files.FilesCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavFaultsTest {
    private static final int ROWS_AT = 80;
    private static final int COMPRESSION_AT = 72;

    @TempDir
    Path folder;

    @Test
    void aFileThatIsNotThere() {
        Diagnostic found = finding(folder.resolve("none.sav"));
        assertThat(found.code()).isEqualTo(FilesCode.NOT_READ);
        assertThat(found.message()).endsWith("none.sav`: it is not there");
    }

    @ParameterizedTest
    @CsvSource({
        "'',it is empty",
        "ab,it does not begin with $FL2 or $FL3",
        "'id,name\n1,x\n',it does not begin with $FL2 or $FL3",
        "'xxxxxxxxENCRYPTEDSAV',it is encrypted; save it without a password"
    })
    void aFileOfAnotherKind(String content, String why) throws IOException {
        Diagnostic found = finding(write(content.getBytes(StandardCharsets.US_ASCII)));
        assertThat(found.code()).isEqualTo(SavCode.NOT_SPSS);
        assertThat(found.message()).endsWith("is no SPSS system file: " + why);
    }

    /** Wherever a file is cut before its last case ends, that is told; never fewer rows in silence. */
    @ParameterizedTest
    @ValueSource(strings = {"haven-none.sav", "haven-byte.sav", "haven-zlib.zsav", "big-endian-byte.sav"})
    void aFileCutAnywhereIsBrokenOff(String name) throws IOException {
        byte[] whole = bytes(name);
        for (int length = 4; length < whole.length - 16; length += 97) {
            Diagnostic found = finding(write(Arrays.copyOf(whole, length)));
            assertThat(found.code()).as("cut at %d", length).isEqualTo(SavCode.BROKEN_OFF);
            assertThat(found.message()).matches("the file breaks off at byte \\d+, in .+");
        }
    }

    @Test
    void casesThatTheFileCannotHoldAreToldWhenItIsOpened() throws IOException {
        byte[] bytes = bytes("haven-none.sav");
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(ROWS_AT, 2_000_000_000);
        Path file = write(bytes);
        CanbaoException thrown =
                catchThrowableOfType(CanbaoException.class, () -> SavReader.open(file, Optional.empty()));
        assertThat(thrown.diagnostics().get(0).message()).endsWith("case 13 of 2000000000");
    }

    @Test
    void aFileThatDoesNotSayHowManyCasesItHasIsReadToItsEnd() throws IOException {
        for (String name : new String[] {"haven-none.sav", "haven-byte.sav", "haven-zlib.zsav"}) {
            byte[] bytes = bytes(name);
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(ROWS_AT, -1);
            SavRows rows = SavRows.of(write(withoutCaseCount(bytes)));
            assertThat(rows.description().rows()).isEmpty();
            assertThat(rows.columns().get("id")).as(name).hasSize(12);
        }
    }

    /** Gives the extension record with the 64-bit number of cases a subtype that nobody knows. */
    private static byte[] withoutCaseCount(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 16 < bytes.length; i++) {
            if (buffer.getInt(i) == 7 && buffer.getInt(i + 4) == 16 && buffer.getInt(i + 8) == 8) {
                buffer.putInt(i + 4, 999);
            }
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({"64,77,the layout code is neither 2 nor 3", "72,9,the compression code is 9", "80,-7,-7 cases"})
    void aHeaderThatCannotBeIsAContradictionWithItsByte(int offset, int value, String what) throws IOException {
        byte[] bytes = bytes("haven-byte.sav");
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(offset, value);
        Diagnostic found = finding(write(bytes));
        assertThat(found.code()).isEqualTo(SavCode.CONTRADICTION);
        assertThat(found.message()).isEqualTo("the file is damaged at byte " + offset + ": " + what);
        assertThat(found.place().orElseThrow().file()).endsWith("test.sav");
    }

    @Test
    void lengthsThatTheFileCannotHoldTakeNoMemory() throws IOException {
        byte[] bytes = bytes("haven-none.sav");
        // The first variable has a label; its length stands behind the header and 32 bytes of record.
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(176 + 32, 2_000_000_000);
        assertThat(finding(write(bytes)).code()).isEqualTo(SavCode.BROKEN_OFF);
    }

    @Test
    void aCompressionThatTheMagicDoesNotAnnounce() throws IOException {
        byte[] bytes = bytes("haven-byte.sav");
        bytes[COMPRESSION_AT] = 2;
        assertThat(finding(write(bytes)).code()).isEqualTo(SavCode.CONTRADICTION);
    }

    /** Whatever bytes a file has: rows, or one finding of this reader. */
    @ParameterizedTest
    @CsvSource({
        "haven-none.sav,1",
        "haven-byte.sav,2",
        "haven-zlib.zsav,3",
        "pspp-byte.sav,4",
        "pspp-zlib.zsav,5",
        "big-endian-byte.sav,6",
        "gb18030-silent.sav,7"
    })
    void noBytesMakeItFailInAnyOtherWay(String name, long seed) throws IOException {
        byte[] good = bytes(name);
        SplittableRandom random = new SplittableRandom(seed);
        int findings = 0;
        for (int i = 0; i < 600; i++) {
            byte[] bytes = random.nextInt(8) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int flips = 1 + random.nextInt(6); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                SavRows.of(write(bytes));
            } catch (CanbaoException e) {
                assertThat(e.diagnostics()).hasSize(1);
                findings++;
            }
        }
        assertThat(findings).isBetween(1, 599);
    }

    private static byte[] bytes(String fixture) throws IOException {
        return Files.readAllBytes(SavRows.fixture(fixture));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("test.sav"), bytes);
    }

    private static Diagnostic finding(Path file) {
        CanbaoException thrown = catchThrowableOfType(CanbaoException.class, () -> SavRows.of(file));
        assertThat(thrown).isNotNull();
        assertThat(thrown.diagnostics()).hasSize(1);
        return thrown.diagnostics().get(0);
    }
}
