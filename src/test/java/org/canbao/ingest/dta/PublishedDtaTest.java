package org.canbao.ingest.dta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.canbao.ingest.dta.DtaTable.Missing;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that Stata itself saved and people published, every variable against what haven reads. */
class PublishedDtaTest {
    @ParameterizedTest
    @ValueSource(strings = {"castle.dta", "abortion.dta"})
    void everyVariableIsWhatHavenReads(String name) throws Exception {
        Path file = Path.of(System.getProperty("canbao.shared", "../shared"), "reference", "real", "data", name);
        if (!Files.exists(file)) {
            Assumptions.abort("needs ../shared/reference: not here");
        }
        DtaTable table = DtaTable.read(file);
        List<CSVRecord> expected = expected(name);
        assertThat(expected).hasSize(table.columns().size());
        for (CSVRecord line : expected) {
            assertVariable(table, line);
        }
        assertThat(table.rejects()).isEmpty();
    }

    private static void assertVariable(DtaTable table, CSVRecord line) {
        String name = line.get("variable");
        List<Object> cells = table.column(name);
        assertThat(table.variable(name).label()).as(name).isEqualTo(line.get("label"));
        assertThat(cells).as(name).hasSize(Integer.parseInt(line.get("rows")));
        List<Object> present = cells.stream()
                .filter(c -> !(c instanceof Missing) && !"".equals(c))
                .toList();
        assertThat(present).as(name).hasSize(Integer.parseInt(line.get("present")));
        Object middle = cells.get(cells.size() / 2 - 1);
        assertThat(text(middle)).as(name).isEqualTo(plain(line.get("middle")));
        if (!line.get("least").isEmpty()) {
            assertThat(present.stream()
                            .mapToDouble(c -> ((Number) c).doubleValue())
                            .summaryStatistics())
                    .as(name)
                    .satisfies(all -> {
                        assertThat(text(all.getMin())).isEqualTo(plain(line.get("least")));
                        assertThat(text(all.getMax())).isEqualTo(plain(line.get("most")));
                    });
        }
    }

    private static String text(Object cell) {
        if (cell instanceof Missing) {
            return ".";
        }
        return cell instanceof Number number ? String.valueOf(number.doubleValue()) : String.valueOf(cell);
    }

    private static String plain(String expected) {
        return expected.matches("-?0x.*p.*")
                ? String.valueOf(Double.parseDouble(expected.replace("p+", "p")))
                : expected;
    }

    private static List<CSVRecord> expected(String file) throws Exception {
        try (Reader in =
                Files.newBufferedReader(HavenFixtureTest.fixture("real-expected.csv"), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(in).stream()
                    .filter(line -> line.get("file").equals(file))
                    .toList();
        }
    }
}
