package org.canbao.ingest.spss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.ingest.RawDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that R's haven reads from its own files, in three compressions and two byte orders. */
class SavHavenTest {
    private static final int CAPACITY = 100;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "haven-none.sav",
                "haven-byte.sav",
                "haven-zlib.zsav",
                "big-endian-none.sav",
                "big-endian-byte.sav"
            })
    void readsWhatHavenReads(String file) throws IOException {
        List<String> expected = Files.readAllLines(SavRows.fixture("haven.expected.tsv"));
        assertThat(expected).hasSizeGreaterThan(150);
        try (SavReader reader = SavReader.open(SavRows.fixture(file), Optional.empty())) {
            Map<String, ValueType> types =
                    reader.description().variables().stream().collect(Collectors.toMap(Variable::name, Variable::type));
            assertThat(facts(reader))
                    .containsExactlyInAnyOrderElementsOf(expected.stream()
                            .map(line -> inBits(line.split("\t", -1), types))
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "haven-none.sav,SPSS sav (uncompressed)",
        "haven-byte.sav,SPSS sav",
        "haven-zlib.zsav,SPSS zsav",
        "big-endian-byte.sav,SPSS sav"
    })
    void saysWhatTheFileIs(String file, String format) {
        RawDescription description = SavRows.of(SavRows.fixture(file)).description();
        assertThat(description.format()).isEqualTo(format);
        assertThat(description.rows()).hasValue(12);
        assertThat(description.encoding()).isEqualTo("UTF-8");
        assertThat(description.encodingReason()).isEqualTo("the file says code page 65001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"haven-none.sav", "haven-zlib.zsav"})
    void declaredMissingValuesKeepTheirValueAndGetTheirLabel(String file) {
        SavRows rows = SavRows.of(SavRows.fixture(file));
        assertThat(rows.columns().get("income").subList(0, 6))
                .containsExactly("1234.5", "-99.25", "97!", null, "998!", "0");
        assertThat(rows.columns().get("reason").subList(0, 4)).containsExactly("a", "b", "99!", "");
        assertThat(rows.variable("income").missingCodes())
                .containsExactly(Map.entry("97", "拒答"), Map.entry("990 thru 999", ""), Map.entry("998", "不知道"));
        assertThat(rows.variable("reason").missingCodes()).containsExactly(Map.entry("99", "不详"));
        assertThat(rows.type("born")).isEqualTo(ValueType.DATE);
        assertThat(rows.type("at")).isEqualTo(ValueType.TIMESTAMP);
        assertThat(rows.type("length")).isEqualTo(ValueType.FLOAT64);
        assertThat(rows.rejects()).isEmpty();
    }

    /** Seven megabytes of bytecode: more than one compressed block, and rows across their borders. */
    @Test
    void readsManyCompressedBlocks() {
        int rows = 0;
        try (SavReader reader = SavReader.open(SavRows.fixture("haven-blocks.zsav"), Optional.empty())) {
            ColumnBatch batch = new ColumnBatch(reader.description().variables(), 4096);
            while (reader.next(batch, (row, column, value, reason) -> fail(reason))) {
                for (int i = 0; i < batch.rows(); i++) {
                    assertThat(batch.doubles(0)[i] == rows % 7 / 7.0).isTrue();
                    rows++;
                }
            }
        }
        assertThat(rows).isEqualTo(800_000);
    }

    /** haven's line, with its number (17 digits) as the batch would hold it. */
    private static String inBits(String[] fact, Map<String, ValueType> types) {
        if (fact[0].equals("cell") && !fact[3].isEmpty()) {
            fact[3] = switch (types.get(fact[1])) {
                case FLOAT64 -> bits(Double.parseDouble(fact[3]));
                case TIMESTAMP -> Long.toString(Math.round(Double.parseDouble(fact[3]) * 1e6));
                default -> fact[3];
            };
        }
        return String.join("\t", fact);
    }

    private static String bits(double value) {
        return Long.toHexString(Double.doubleToLongBits(value));
    }

    /** The lines that {@code expected.R} would write. */
    private static List<String> facts(SavReader reader) {
        List<String> facts = new ArrayList<>();
        List<Variable> variables = reader.description().variables();
        ColumnBatch batch = new ColumnBatch(variables, CAPACITY);
        reader.next(batch, (row, column, value, reason) -> facts.add("reject " + row + " " + column));
        for (int j = 0; j < variables.size(); j++) {
            describe(variables.get(j), facts);
            for (int i = 0; i < batch.rows(); i++) {
                facts.add("cell\t" + variables.get(j).name() + "\t" + (i + 1) + "\t" + cell(batch, j, i));
            }
        }
        return facts;
    }

    private static void describe(Variable variable, List<String> facts) {
        facts.add("label\t" + variable.name() + "\t\t" + variable.label());
        facts.add("format\t" + variable.name() + "\t\t" + variable.format());
        variable.valueLabels()
                .forEach((value, text) -> facts.add("value-label\t" + variable.name() + "\t" + value + "\t" + text));
        Map<String, String> declared = new LinkedHashMap<>(variable.missingCodes());
        // Labelled values inside a range are listed, too; haven lists only what is declared.
        declared.remove("998");
        declared.keySet().forEach(code -> facts.add("missing\t" + variable.name() + "\t\t" + code));
    }

    private static String cell(ColumnBatch batch, int j, int i) {
        if (batch.states(j)[i] == ColumnBatch.MISSING) {
            return "";
        }
        return switch (batch.variables().get(j).type()) {
            case STRING -> batch.strings(j)[i];
            case FLOAT64 -> bits(batch.doubles(j)[i]);
            default -> Long.toString(batch.longs(j)[i]);
        };
    }
}
