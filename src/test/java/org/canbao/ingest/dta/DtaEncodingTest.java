package org.canbao.ingest.dta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.canbao.ingest.dta.DtaTable.Missing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DtaEncodingTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "GB18030, 北京市海淀区, GB18030",
        "UTF-8, 北京市海淀区, UTF-8",
        "windows-1252, Zürich, windows-1252",
        "US-ASCII, Beijing, UTF-8"
    })
    void oldFilesAreDetectedByTheirCells(String written, String text, String detected) throws IOException {
        DtaTable table = read(cities(114, text.getBytes(Charset.forName(written)), 1), Optional.empty());
        assertThat(table.description().encoding()).isEqualTo(detected);
        assertThat(table.description().encodingReason()).startsWith("detected (Stata 114 files do not say): ");
        assertThat(table.column("city")).containsExactly(text);
    }

    @Test
    void chineseThatComesLateIsSeen() throws IOException {
        HandMadeDta file = new HandMadeDta(115, ByteOrder.LITTLE_ENDIAN).variable("city", "str200");
        for (int i = 0; i < 12_000; i++) {
            file.row((Object) (i < 11_900 ? new byte[0] : "北京市".getBytes(Charset.forName("GB18030"))));
        }
        DtaTable table = read(file, Optional.empty());
        assertThat(table.description().encoding()).isEqualTo("GB18030");
        assertThat(table.column("city").get(11_999)).isEqualTo("北京市");
    }

    @Test
    void theUserIsRight() throws IOException {
        Charset gb = Charset.forName("GB18030");
        DtaTable table = read(cities(118, "北京".getBytes(gb), 1), Optional.of(gb));
        assertThat(table.description().encodingReason()).isEqualTo("given by the user");
        assertThat(table.column("city")).containsExactly("北京");
    }

    @Test
    void unicodeFilesAreUtf8AndOtherCellsRejects() throws IOException {
        DtaTable table = read(cities(118, "北京".getBytes(Charset.forName("GB18030")), 2), Optional.empty());
        assertThat(table.description().encodingReason()).isEqualTo("Stata 118 files are in UTF-8");
        assertThat(table.column("city")).containsExactly(new Missing("."), new Missing("."));
        assertThat(table.rejects())
                .contains(
                        "2 city \\xB1\\xB1\\xBE\\xA9: not valid in UTF-8; say --encoding if the file is in another encoding");
    }

    @Test
    void labelsThatAreNotValidAreCounted() throws IOException {
        HandMadeDta file = new HandMadeDta(118, ByteOrder.LITTLE_ENDIAN).variable("x", "byte", "%8.0g", "", "标签");
        byte[] bytes = file.bytes();
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[raw.indexOf("<variable_labels>") + "<variable_labels>".length() + 1] = 'x';
        Path path = Files.write(folder.resolve("labels.dta"), bytes);
        DtaTable table = DtaTable.read(path);
        assertThat(table.description().encodingReason())
                .isEqualTo("Stata 118 files are in UTF-8; names and labels that are not valid in it: 1");
        assertThat(table.variable("x").label()).contains("\uFFFD", "签");
    }

    private static HandMadeDta cities(int release, byte[] cell, int rows) {
        HandMadeDta file = new HandMadeDta(release, ByteOrder.LITTLE_ENDIAN).variable("city", "str40");
        for (int i = 0; i < rows; i++) {
            file.row((Object) cell);
        }
        return file;
    }

    private DtaTable read(HandMadeDta file, Optional<Charset> encoding) throws IOException {
        return DtaTable.read(Files.write(folder.resolve("cities.dta"), file.bytes()), encoding);
    }
}
