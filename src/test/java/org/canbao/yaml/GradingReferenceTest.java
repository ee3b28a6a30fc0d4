package org.canbao.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The reference of checks has the keys of their readers. Run with {@code -Dcanbao.schema=write} to write its tables anew.
 */
class GradingReferenceTest {
    private static final Path PAGE = Path.of("src/main/resources/org/canbao/schema/GRADING.md");
    private static final Pattern TABLE = Pattern.compile("<!-- keys: (\\S+) -->\n.*?<!-- end -->", Pattern.DOTALL);

    @Test
    void tablesHaveTheKeysOfTheReaders() throws IOException {
        String page = Files.readString(PAGE);
        Map<String, String> tables = tables();
        String filled = TABLE.matcher(page)
                .replaceAll(match -> Matcher.quoteReplacement(
                        "<!-- keys: " + match.group(1) + " -->\n\n" + tables.get(match.group(1)) + "\n<!-- end -->"));
        if ("write".equals(System.getProperty("canbao.schema"))) {
            Files.writeString(PAGE, filled);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(filled);
        assertThat(TABLE.matcher(page).results().map(m -> m.group(1)))
                .containsExactlyInAnyOrderElementsOf(tables.keySet());
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("checks", table(AuditReader.KEYS));
        tables.put("series", table(SeriesReader.KEYS));
        tables.put("check", table(CheckReader.COMMON));
        tables.put("rules", rules());
        tables.put("map", table(MapReader.KEYS));
        tables.put("exhibit", table(MapReader.EXHIBIT));
        tables.put("row", table(MapReader.TARGET));
        tables.put("statistic", table(MapReader.PICK));
        tables.put("scenario", table(ScenarioReader.KEYS));
        tables.put("city", table(CityReader.KEYS));
        tables.put("province", table(ScenarioReader.PROVINCE));
        tables.put("flow", table(ScenarioReader.FLOW));
        tables.put("group", table(ScenarioReader.GROUP));
        tables.put("risk", table(ReformReader.RISK));
        tables.put("contribution", table(ReformReader.CONTRIBUTION));
        tables.put("sensitivity", table(ReformReader.SENSITIVITY));
        return tables;
    }

    private static String table(KeySet keys) {
        return keys.docs().entrySet().stream()
                .map(e -> "| `" + e.getKey() + "` | " + e.getValue() + " |\n")
                .collect(Collectors.joining("", "| key | meaning |\n|---|---|\n", ""));
    }

    private static String rules() {
        StringBuilder out = new StringBuilder("| rule | its keys |\n|---|---|\n");
        CheckRules.ALL.forEach((name, shape) -> out.append("| `")
                .append(name)
                .append("` | ")
                .append(shape.keys().docs().entrySet().stream()
                        .map(e -> "`" + e.getKey() + "`: " + e.getValue())
                        .collect(Collectors.joining("; ")))
                .append(" |\n"));
        return out.toString();
    }
}
