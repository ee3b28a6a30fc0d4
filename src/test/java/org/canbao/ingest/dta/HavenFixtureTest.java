package org.canbao.ingest.dta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.ingest.dta.DtaTable.Missing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that haven wrote, cell by cell against what it was given; see the README beside them. */
class HavenFixtureTest {
    private static final int FIRST_WITH_LONG_STRINGS = 117;
    private static final int SHORT_NOTE = 40;

    @ParameterizedTest
    @ValueSource(ints = {113, 114, 115, 117, 118, 119})
    void everyCellIsWhatHavenWasGiven(int release) throws Exception {
        DtaTable table = DtaTable.read(fixture("haven-" + release + ".dta"));
        Map<String, List<Object>> expected = expected(release);
        assertThat(table.columns().keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach(
                (name, cells) -> assertThat(table.column(name)).as(name).isEqualTo(cells));
        assertThat(table.rejects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {113, 114, 115, 117, 118, 119})
    void labelsTypesAndFormatsAreRead(int release) throws Exception {
        DtaTable table = DtaTable.read(fixture("haven-" + release + ".dta"));
        assertThat(table.description().format()).isEqualTo("Stata " + release);
        assertThat(table.description().label()).isEqualTo("Persons 流动人口");
        assertThat(table.description().encoding()).isEqualTo("UTF-8");
        assertThat(table.description().rows()).hasValue(7);
        assertThat(table.variable("income").label()).isEqualTo("Monthly income, yuan");
        assertThat(table.variable("income").format()).isEqualTo("%12.2f");
        Variable hukou = table.variable("hukou");
        assertThat(hukou.label()).isEqualTo("户口性质 type of hukou");
        assertThat(hukou.valueLabels()).containsExactly(Map.entry("1", "农业 rural"), Map.entry("2", "非农业 urban"));
        assertThat(hukou.missingCodes())
                .containsExactly(Map.entry(".a", "不知道 do not know"), Map.entry(".z", "拒绝 refused"));
        assertThat(table.description().variables().stream().map(Variable::type))
                .containsExactly(
                        ValueType.INT32,
                        ValueType.FLOAT64,
                        ValueType.FLOAT64,
                        ValueType.STRING,
                        ValueType.STRING,
                        ValueType.DATE,
                        ValueType.TIMESTAMP);
    }

    private static Map<String, List<Object>> expected(int release) throws Exception {
        Map<String, List<Object>> columns = new LinkedHashMap<>();
        try (Reader in = Files.newBufferedReader(fixture("haven-expected.csv"), StandardCharsets.UTF_8)) {
            for (CSVRecord line : CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)) {
                columns.computeIfAbsent(line.get("variable"), v -> new ArrayList<>())
                        .add(expectedCell(line.get("variable"), line.get("value"), release));
            }
        }
        return columns;
    }

    private static Object expectedCell(String variable, String value, int release) {
        boolean isText = variable.equals("city") || variable.equals("note");
        if (!isText && value.matches("\\.[a-z]?")) {
            return new Missing(value);
        }
        return switch (variable) {
            case "city" -> value;
            case "note" ->
                release < FIRST_WITH_LONG_STRINGS && value.length() > SHORT_NOTE
                        ? value.substring(0, SHORT_NOTE)
                        : value;
            case "id" -> (long) hexadecimal(value);
            case "born" ->
                LocalDate.parse(value.length() == 9 ? "0" + value : value).toEpochDay();
            case "seen" -> Long.parseLong(value);
            default -> hexadecimal(value);
        };
    }

    /** R writes {@code 0x1p+0}; Java reads {@code 0x1p0}. */
    private static double hexadecimal(String value) {
        return Double.parseDouble(value.replace("p+", "p"));
    }

    static Path fixture(String name) throws URISyntaxException, IOException {
        URL found = HavenFixtureTest.class.getResource("/dta/" + name);
        return Path.of(Objects.requireNonNull(found, name).toURI());
    }
}
