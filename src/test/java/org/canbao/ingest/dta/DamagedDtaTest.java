package org.canbao.ingest.dta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Code;
import org.canbao.diag.Diagnostic;
import org.canbao.files.FilesCode;
import org.canbao.ingest.dta.HandMadeDta.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are damaged: what comes out is a finding that says where, and nothing else ever. */
class DamagedDtaTest {
    private static final int COPIES = 150;

    @TempDir
    private Path folder;

    static Stream<Arguments> releasesAndSeeds() {
        return IntStream.of(113, 115, 117, 118, 119)
                .boxed()
                .flatMap(r -> IntStream.range(0, 4).mapToObj(seed -> Arguments.of(r, seed)));
    }

    @ParameterizedTest
    @MethodSource("releasesAndSeeds")
    void changedBytesGiveFindingsOrValuesAndEnd(int release, int seed) throws IOException {
        byte[] good = sample(release, seed % 2 == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .bytes();
        Random random = new Random(seed);
        Assertions.assertThatCode(() -> {
                    for (int copy = 0; copy < COPIES; copy++) {
                        readDamaged(damage(good, random));
                    }
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {113, 118})
    void aFileCutAnywhereBreaksOff(int release) throws IOException {
        byte[] good = sample(release, ByteOrder.LITTLE_ENDIAN).bytes();
        int rows = 3;
        int shortest = release == 113 ? 3 : TaggedLayout.START.length() + 3;
        for (int length = shortest; length < good.length; length += 31) {
            Path file = Files.write(folder.resolve("cut.dta"), Arrays.copyOf(good, length));
            try {
                DtaTable table = DtaTable.read(file);
                // The old layout does not say how many sets of labels there are: cut between, it is whole.
                assertThat(release).isEqualTo(113);
                assertThat(table.column("x")).hasSize(rows);
            } catch (CanbaoException e) {
                Diagnostic finding = e.diagnostics().get(0);
                assertThat(finding.code()).isEqualTo(DtaCode.TRUNCATED);
                assertThat(finding.message()).contains("cut.dta", "breaks off", "it has " + length + " bytes");
                assertThat(finding.hints()).isNotEmpty();
            }
        }
    }

    @Test
    void missingRowsAreCountedWhenTheFileIsOpened() throws IOException {
        HandMadeDta file = new HandMadeDta(115, ByteOrder.LITTLE_ENDIAN).variable("x", "double");
        for (int i = 0; i < 10; i++) {
            file.row((double) i);
        }
        byte[] good = file.bytes();
        Path path = Files.write(folder.resolve("rows.dta"), Arrays.copyOf(good, good.length - 20));
        assertFinding(
                path,
                DtaCode.TRUNCATED,
                "`" + path + "` breaks off: it has " + (good.length - 20) + " bytes, but at byte " + (good.length - 80)
                        + " 10 rows of 8 bytes should follow, of which 7 are there");
    }

    @Test
    void hostileCountsAllocateNothing() throws IOException {
        byte[] bytes = sample(118, ByteOrder.LITTLE_ENDIAN).bytes();
        int variables = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("<K>") + 3;
        bytes[variables] = (byte) 0xFF;
        bytes[variables + 1] = (byte) 0x7F;
        Path path = Files.write(folder.resolve("hostile.dta"), bytes);
        assertFinding(path, DtaCode.TRUNCATED, "the descriptions of 32767 variables should follow");
        int rows = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("<N>") + 3;
        bytes[rows + 7] = (byte) 0x80;
        Files.write(path, bytes);
        assertFinding(path, DtaCode.IMPOSSIBLE_COUNT, "the count of rows is beyond 2^63");
    }

    @Test
    void overlappingTextsOfLabelsAreAnError() throws IOException {
        byte[] bytes = sample(115, ByteOrder.LITTLE_ENDIAN).bytes();
        // The table ends with two offsets, two values and "yes\0no\0": both labels get the same long text.
        int texts = bytes.length - 7;
        bytes[texts + 3] = 'x';
        bytes[texts - 12] = 1;
        Path path = Files.write(folder.resolve("labels.dta"), bytes);
        assertFinding(path, DtaCode.CORRUPT, "the texts of value labels overlap");
    }

    @Test
    void otherFilesAndReleasesAreNamed() throws IOException {
        Path csv = Files.writeString(folder.resolve("table.dta"), "id,income\n1,2\n");
        assertFinding(
                csv, DtaCode.NOT_DTA, "`" + csv + "` is not a Stata file: it begins with `id,income\\x0A1,2\\x0A`");
        Path empty = Files.write(folder.resolve("empty.dta"), new byte[0]);
        assertFinding(empty, DtaCode.NOT_DTA, "it is empty");
        Path old = Files.write(folder.resolve("old.dta"), new byte[] {110, 2, 1, 0, 0, 0, 0});
        assertFinding(old, DtaCode.RELEASE, "is a Stata file of release 110, which is not read");
        Path newer = Files.writeString(folder.resolve("new.dta"), "<stata_dta><header><release>120</release>");
        assertFinding(newer, DtaCode.RELEASE, "release 120");
        assertFinding(folder.resolve("nowhere.dta"), FilesCode.NOT_READ, "there is no such file");
        assertFinding(folder, FilesCode.NOT_READ, "cannot read");
    }

    @Test
    void aWrongTagIsNamedWithItsPlace() throws IOException {
        byte[] bytes = sample(117, ByteOrder.LITTLE_ENDIAN).bytes();
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("</varnames>");
        bytes[at + 2] = 'V';
        Path path = Files.write(folder.resolve("tag.dta"), bytes);
        assertFinding(
                path,
                DtaCode.CORRUPT,
                "is damaged at byte " + at + ": expected </varnames><sortlist>, found </Varnames><sortlist>");
    }

    @Test
    void theFirstBytesTell() throws IOException {
        for (int release : new int[] {113, 114, 115, 117, 118, 119}) {
            byte[] head = Arrays.copyOf(sample(release, ByteOrder.BIG_ENDIAN).bytes(), 28);
            assertThat(DtaReader.looksLike(head)).isTrue();
        }
        assertThat(DtaReader.looksLike("$FL2@(#) SPSS DATA FILE".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(DtaReader.looksLike("stata,x,y".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(DtaReader.looksLike(new byte[0])).isFalse();
    }

    private void assertFinding(Path file, Code code, String message) {
        assertThatThrownBy(() -> DtaReader.open(file, Optional.empty()))
                .isInstanceOfSatisfying(CanbaoException.class, e -> {
                    Diagnostic finding = e.diagnostics().get(0);
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.message()).contains(message);
                    assertThat(finding.place()).isPresent();
                    assertThat(finding.hints()).isNotEmpty();
                });
    }

    private void readDamaged(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("damaged.dta"), bytes);
        long start = System.nanoTime();
        try {
            DtaTable.read(file);
        } catch (CanbaoException e) {
            assertThat(e.diagnostics()).isNotEmpty();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    /** One to four bytes changed, to any value, one of the extremes or by one bit; sometimes the end cut off. */
    private static byte[] damage(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int k = random.nextInt(4); k >= 0; k--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = switch (random.nextInt(4)) {
                case 0 -> (byte) random.nextInt(256);
                case 1 -> (byte) 0xFF;
                case 2 -> (byte) 0x7F;
                default -> (byte) (bytes[at] ^ 1 << random.nextInt(8));
            };
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static HandMadeDta sample(int release, ByteOrder order) {
        HandMadeDta file = new HandMadeDta(release, order)
                .variable("x", "byte", "%8.0g", "yesno", "a question")
                .variable("i", "int")
                .variable("day", "long", "%td", "", "")
                .variable("f", "float")
                .variable("time", "double", "%tC", "", "")
                .variable("s", "str6", "%6s", "", "")
                .labels("yesno", new java.util.TreeMap<>(Map.of(1, "yes", 2, "no")));
        boolean strl = release >= 117;
        if (strl) {
            file.variable("t", "strL").longString(7, 1, 130, "long\0".getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 1; i <= 3; i++) {
            Object[] cells = {(byte) i, (short) i, i, 0.5f * i, 1e12 * i, ("r" + i).getBytes(StandardCharsets.UTF_8)};
            Object[] more = Arrays.copyOf(cells, 7);
            more[6] = new Reference(i == 1 ? 7 : 0, i == 1 ? 1 : 0, release == 117 ? 4 : release - 116);
            file.row(strl ? more : cells);
        }
        return file;
    }
}
