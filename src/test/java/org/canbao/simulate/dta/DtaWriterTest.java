package org.canbao.simulate.dta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.ingest.dta.DtaTable;
import org.canbao.simulate.dta.DtaWriter.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DtaWriterTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private Path folder;

    @Test
    void textIsCutAtItsWidthInBytesAndReadBackWithoutTheHalfCharacter() {
        Variable city = new Variable("city", ValueType.STRING, "", Map.of(), Map.of(), "%5s");
        Path file = folder.resolve("cut.dta");
        write(file, new Layout(114, GB18030, "城市", List.of(city)), batch -> batch.strings(0)[0] = "北京市");
        assertThat(DtaTable.read(file).column("city")).containsExactly("北京");
    }

    @Test
    void unicodeTextIsCutAtAWholeCharacter() throws IOException {
        Variable city = new Variable("city", ValueType.STRING, "", Map.of(), Map.of(), "%5s");
        Path file = folder.resolve("cut.dta");
        write(file, new Layout(118, StandardCharsets.UTF_8, "", List.of(city)), batch -> batch.strings(0)[0] = "北京市");
        String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
        int data = raw.indexOf("<data>") + "<data>".length();
        assertThat(raw.substring(data, data + 5).getBytes(StandardCharsets.ISO_8859_1))
                .isEqualTo("北\0\0".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFileIsNotThereBeforeItIsWhole() throws IOException {
        Variable x = Variable.of("x", ValueType.INT8);
        Path file = folder.resolve("late.dta");
        DtaWriter writer = DtaWriter.create(file, new Layout(118, StandardCharsets.UTF_8, "", List.of(x)), 2);
        ColumnBatch batch = new ColumnBatch(List.of(x), 1);
        batch.rows(1);
        writer.write(batch);
        assertThat(file).doesNotExist();
        assertThatThrownBy(writer::close).hasMessage("1 rows written of 2 announced");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void theMapLeadsToTheSections() throws IOException {
        Variable x = new Variable("x", ValueType.INT8, "", Map.of("1", "yes"), Map.of(), "");
        Path file = folder.resolve("map.dta");
        write(file, new Layout(118, StandardCharsets.UTF_8, "", List.of(x)), batch -> batch.longs(0)[0] = 1);
        byte[] bytes = Files.readAllBytes(file);
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        ByteBuffer map = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int start = raw.indexOf("<map>") + 5;
        List<String> tags = List.of(
                "<stata_dta>",
                "<map>",
                "<variable_types>",
                "<varnames>",
                "<sortlist>",
                "<formats>",
                "<value_label_names>",
                "<variable_labels>",
                "<characteristics>",
                "<data>",
                "<strls>",
                "<value_labels>",
                "</stata_dta>");
        for (int k = 0; k < tags.size(); k++) {
            assertThat(raw.substring((int) map.getLong(start + 8 * k))).startsWith(tags.get(k));
        }
        assertThat(map.getLong(start + 8 * 13)).isEqualTo(bytes.length);
    }

    @Test
    void variablesWithTheSameLabelsShareThem() throws IOException {
        Map<String, String> labels = Map.of("1", "shared label");
        Variable a = new Variable("a", ValueType.INT8, "", labels, Map.of(), "");
        Variable b = new Variable("b", ValueType.INT8, "", labels, Map.of(), "");
        Path file = folder.resolve("shared.dta");
        write(file, new Layout(114, GB18030, "", List.of(a, b)), batch -> {});
        String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(raw.indexOf("shared label"))
                .isEqualTo(raw.lastIndexOf("shared label"))
                .isPositive();
        assertThat(DtaTable.read(file).variable("b").valueLabels()).isEqualTo(labels);
    }

    @Test
    void booleansAndWideWholeNumbersHaveARoom() {
        Variable flag = Variable.of("flag", ValueType.BOOLEAN);
        Variable id = Variable.of("id", ValueType.INT64);
        Path file = folder.resolve("wide.dta");
        write(file, new Layout(117, GB18030, "", List.of(flag, id)), batch -> {
            batch.longs(0)[0] = 1;
            batch.longs(1)[0] = (1L << 53) - 1;
        });
        DtaTable table = DtaTable.read(file);
        assertThat(table.column("flag")).containsExactly(1L);
        assertThat(table.column("id")).containsExactly((double) ((1L << 53) - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "two words", "a_name_of_more_than_thirty_two_letters", "名"})
    void namesThatStataDoesNotKnowAreRefused(String name) {
        Layout layout = new Layout(114, GB18030, "", List.of(Variable.of(name, ValueType.INT8)));
        assertThatThrownBy(() -> DtaWriter.create(folder.resolve("x.dta"), layout, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`" + name + "` is no name of a variable in Stata 114 files");
    }

    @Test
    void chineseNamesAreNamesInUnicodeFiles() {
        Path file = folder.resolve("names.dta");
        write(
                file,
                new Layout(118, StandardCharsets.UTF_8, "", List.of(Variable.of("户口性质", ValueType.INT8))),
                batch -> {});
        assertThat(DtaTable.read(file).columns()).containsOnlyKeys("户口性质");
    }

    @Test
    void whatATypeCannotHoldIsRefused() {
        Variable x = Variable.of("x", ValueType.INT8);
        Layout layout = new Layout(118, StandardCharsets.UTF_8, "", List.of(x));
        assertThatThrownBy(() -> write(folder.resolve("x.dta"), layout, batch -> batch.longs(0)[0] = 101))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`x` cannot hold 101 as Stata's BYTE");
        Variable text = Variable.of("text", ValueType.STRING);
        Layout withoutWidth = new Layout(118, StandardCharsets.UTF_8, "", List.of(text));
        assertThatThrownBy(() -> DtaWriter.create(folder.resolve("x.dta"), withoutWidth, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a format that says its width, %1s to %2045s");
    }

    @Test
    void longLabelsAreCutAtWholeCharacters() {
        Variable x = new Variable("x", ValueType.INT8, "问".repeat(100), Map.of(), Map.of(), "");
        Path gb = folder.resolve("gb.dta");
        write(gb, new Layout(114, GB18030, "据".repeat(100), List.of(x)), batch -> {});
        assertThat(DtaTable.read(gb).variable("x").label()).isEqualTo("问".repeat(40));
        assertThat(DtaTable.read(gb).description().label()).isEqualTo("据".repeat(40));
        Path utf8 = folder.resolve("utf8.dta");
        write(utf8, new Layout(118, StandardCharsets.UTF_8, "据".repeat(100), List.of(x)), batch -> {});
        assertThat(DtaTable.read(utf8).variable("x").label()).isEqualTo("问".repeat(80));
        assertThat(DtaTable.read(utf8).description().label()).isEqualTo("据".repeat(80));
    }

    private static void write(Path file, Layout layout, Consumer<ColumnBatch> row) {
        try (DtaWriter writer = DtaWriter.create(file, layout, 1)) {
            ColumnBatch batch = new ColumnBatch(layout.variables(), 1);
            batch.rows(1);
            row.accept(batch);
            writer.write(batch);
        }
    }
}
