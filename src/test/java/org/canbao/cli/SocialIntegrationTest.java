package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.canbao.simulate.cmds.CmdsExtract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The study of integration on two simulated waves: thresholds by hand, associations with a known truth. */
class SocialIntegrationTest {
    private static final double SCALE = 0.03;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private static Path study;

    @BeforeAll
    static void fromRawFilesToThePage() {
        Path raw = folder.resolve("raw");
        Path store = folder.resolve("store");
        new CmdsExtract(3, SCALE, 2).write(raw);
        for (int year : List.of(2017, 2018)) {
            Path file = CmdsExtract.persons(raw, year);
            CommandLineRun.ok(
                    "ingest", "cmds", file, "--wave", year, "--schema", "cmds-" + year, "--store", store, "--quiet");
        }
        CommandLineRun.ok(
                "run", "configs/social-integration.yaml", "--store", store, "--out", folder.resolve("out"), "--quiet");
        study = folder.resolve("out/social-integration");
    }

    @Test
    void everyExhibitIsThere() {
        for (String table : List.of(
                "cities",
                "thresholds",
                "separation",
                "central",
                "persons",
                "associations",
                "ordered",
                "unobservables")) {
            assertThat(study.resolve("tables/" + table + ".md")).isNotEmptyFile();
        }
        assertThat(study.resolve("figures/cities.svg")).isNotEmptyFile();
        assertThat(study.resolve("index.html")).isNotEmptyFile();
        assertThat(study.resolve("index.zh.html")).isNotEmptyFile();
    }

    /** Counted from the table of cities by hand: eight of the nine pass both thresholds, Hangzhou one, no capital any. */
    @Test
    void thresholdsAreThoseOfTheTableOfCities() throws IOException {
        List<CSVRecord> cities = csv(Path.of("configs/policy/outsiders-2016.csv"));
        Predicate<CSVRecord> nine = city -> city.get("group").equals("nine");
        Predicate<CSVRecord> over20 = city -> Double.parseDouble(city.get("outsider_share")) > 20;
        Predicate<CSVRecord> over60 = city -> Double.parseDouble(city.get("other_province_share")) > 60;
        long both = count(cities, over20.and(over60));
        long one = count(cities, over20.or(over60)) - both;
        assertThat(both).isEqualTo(8);
        Map<String, String> numbers = new TreeMap<>();
        for (CSVRecord line : csv(study.resolve("tables/thresholds.csv"))) {
            if (line.get("kind").equals("count")) {
                numbers.put(line.get("row"), line.get("value"));
            }
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "both", String.valueOf(both),
                        "one", String.valueOf(one),
                        "none", String.valueOf(cities.size() - both - one)));
        checkCounts("thresholds-20", cities, over20, nine);
        checkCounts("thresholds-60", cities, over60, nine);
    }

    private static void checkCounts(
            String spec, List<CSVRecord> cities, Predicate<CSVRecord> over, Predicate<CSVRecord> nine)
            throws IOException {
        JsonNode table = fit(spec).get("table").get("counts");
        assertThat(table.get(0).get(0).asLong())
                .isEqualTo(count(cities, over.or(nine).negate()));
        assertThat(table.get(0).get(1).asLong()).isEqualTo(count(cities, over.and(nine.negate())));
        assertThat(table.get(1).get(0).asLong())
                .isEqualTo(count(cities, over.negate().and(nine)));
        assertThat(table.get(1).get(1).asLong()).isEqualTo(count(cities, over.and(nine)));
    }

    /** Log odds of a higher answer, which the extract draws: within four standard errors of its truth. */
    @ParameterizedTest
    @CsvSource({"ordered-staying, 0.40", "ordered-happiness, 0.25", "ordered-wants-in, 0.35", "ordered-accepted, 0.35"})
    void orderedOutcomesHaveTheirTruth(String spec, double truth) throws IOException {
        JsonNode enrolled = coefficient(fit(spec));
        assertThat(enrolled.get("estimate").asDouble())
                .isCloseTo(truth, within(4 * enrolled.get("std_error").asDouble()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"associations", "ordered", "unobservables"})
    void associationsAreCalledThat(String table) throws IOException {
        String text = Files.readString(study.resolve("tables/" + table + ".md"));
        assertThat(text).contains("Associations among those surveyed, not effects of enrolment", "Simulated data");
        assertThat(Files.readString(study.resolve("index.zh.html"))).contains("并非参保的因果效应");
    }

    /** Oster's numbers by her equations, from the estimates without and with controls. */
    @ParameterizedTest
    @ValueSource(strings = {"integration", "stays", "happy"})
    void selectionOnUnobservablesIsBounded(String outcome) throws IOException {
        JsonNode oster = fit(outcome + "-unobservables");
        JsonNode shorter = fit(outcome + "-1");
        JsonNode longer = fit(outcome + "-2");
        double beta = coefficient(longer).get("estimate").asDouble();
        double r2 = oster.get("long").get("r2").asDouble();
        assertThat(oster.get("estimate").asDouble()).isCloseTo(beta, within(1e-12));
        assertThat(oster.get("short").get("estimate").asDouble())
                .isCloseTo(coefficient(shorter).get("estimate").asDouble(), within(1e-12));
        assertThat(oster.get("r_max").asDouble()).isCloseTo(Math.min(1, 1.3 * r2), within(1e-12));
        assertThat(oster.get("delta_star").asDouble()).isFinite();
        assertThat(oster.get("beta_star").asDouble()).isFinite().isNotEqualTo(beta);
        assertThat(Files.readString(study.resolve("tables/unobservables.md")))
                .contains("δ for a coefficient of 0", "Coefficient for δ = 1", "It is a bound on omitted variables");
    }

    private static JsonNode fit(String spec) throws IOException {
        return JSON.readTree(Files.readString(study.resolve("results/" + spec + ".json")));
    }

    private static JsonNode coefficient(JsonNode fit) {
        for (JsonNode one : fit.get("coefficients")) {
            if (one.get("name").asString().startsWith("enrolled_here")) {
                return one;
            }
        }
        throw new AssertionError("no enrolled_here");
    }

    private static long count(List<CSVRecord> rows, Predicate<CSVRecord> which) {
        return rows.stream().filter(which).count();
    }

    private static List<CSVRecord> csv(Path file) throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))
                .getRecords();
    }
}
