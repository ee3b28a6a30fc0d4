package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.StudySpec;
import org.canbao.spec.TableSpec;
import org.canbao.yaml.StudyReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever a study writes of an extract whose small counts are hidden, no number in it is a count from 1 to 4, nor a ratio to
 * a known number that such a count gives.
 */
class SmallCountsNotFoundTest {
    /** Numbers from 1 to 4 that count nobody. */
    private static final Set<String> PARAMETERS = Set.of(
            "order",
            "q",
            "bias_order",
            "deriv",
            "k",
            "k_exact",
            "factor",
            "scalepar",
            "p_value",
            "iterations",
            "figures",
            "estimates");

    /** Lines of tables, and first cells of figures, of which the same is true. */
    private static final Pattern PARAMETER =
            Pattern.compile("^\\w+,(polynomial_order,.*|[^,]*,[^,]*,[^,]*,[^,]*,flag,.*)$|^estimate,[^,]*,[^,]*,");

    /** Persons of a place and hukou, months apart from all small numbers; 2, 3 and 4 in some cells. */
    private static final int[][] PERSONS = {{40, 12}, {35, 3}, {30, 2}, {28, 14}, {26, 11}, {24, 9}, {22, 4}, {20, 8}};

    /** Of each place; what small counts come to in percent of it, in any number of digits, is nowhere else. */
    private static final int BIRTHS = 41;

    private static final Pattern RATIOS =
            Pattern.compile("(?<![\\d.])(0\\.0(243|488|732|976)|(2\\.4|4\\.8[78]|7\\.3|9\\.7[56]))");

    private static final String CELLS = """
            study: cells
            title: T
            inputs: {people: {dataset: people}, births: {dataset: births}}
            privacy: {suppress_below: 5}
            sample:
              from: people
              cells:
                by: {place: all, hukou: [local, migrant]}
                count: enrolled
                sum: {ill: ill}
                join: {births: [place]}
                derive:
                  name: "place || hukou"
                  rate: 100 * enrolled / births
                  rate_low: rate - 1
                  fraction: rate / 100
                  many: rate > 15
                  missing: births - enrolled
                  at: cast(substr(place, 2, 2) as bigint) + case when hukou = 'local' then 0.25 else 0.75 end
                  class: case when rate > 50 then 'high' else 'low' end
            defaults: {vcov: hc1}
            specs:
              jump: {model: rd-polynomial, outcome: enrolled, running: at, cutoff: 14, order: 1, sides: separate}
            tables:
              listing:
                {kind: listing, title: T, rows: {key: name, en: name}, panels: hukou, totals: [sum, mean, min], columns: [{column: enrolled, as: count}, births, rate, fraction, missing, class]}
              rates: {kind: listing, title: T, rows: {key: name, en: name}, transpose: true, columns: [rate, rate_low]}
              typology: {kind: typology, title: T, names: name, rows: {class: [high, low]}, columns: {hukou: [local, migrant]}}
              summary: {kind: summary, title: T, variables: [enrolled, rate, missing], statistics: [n, mean, sd, min, p25, median, p75, max], by: hukou}
              share: {kind: share, title: T, rows: hukou, shares: {many: {share: many}}}
              regression: {title: T, columns: [jump]}
            figures:
              bars: {kind: bars, title: T, rows: {key: place, en: place}, by: hukou, values: rate, intervals: {rate: [rate_low, rate]}}
              stack: {kind: stack, title: T, rows: {key: place, en: place}, by: hukou, values: enrolled}
              plot: {kind: rd-plot, title: T, outcome: enrolled, running: at, cutoff: 14, bins: values, order: 1}
              rates: {kind: rd-plot, title: T, outcome: rate, running: at, cutoff: 14, bins: values, order: 1}
              shares: {kind: shares, title: T, rows: hukou, shares: {many: {share: many}}}
            """;

    private static final String ROWS = """
            study: persons
            title: T
            inputs: {people: {dataset: people}}
            privacy: {suppress_below: 5}
            sample:
              from: people
              derive: {well: not ill, migrant: "hukou = 'migrant'"}
              filters:
                - {id: few, keep: "not (place = 'p16' and hukou = 'migrant')", en: All but four}
                - {id: known, keep: month is not null, en: Month known}
            defaults: {vcov: hc1}
            specs:
              ols: {model: ols, formula: fee ~ month + ill | place}
              exact: {model: exact-test, outcome: ill, group: hukou, test: fisher}
              ordered: {model: ordered-logit, formula: grade ~ fee}
              jump: {model: rd-polynomial, outcome: fee, running: month, cutoff: 50.5, order: 1, sides: separate}
              local: {model: rd-local, outcome: fee, running: month, cutoff: 50.5}
              density: {model: rd-density, running: month, cutoff: 50.5}
              robust: {model: rd-robustness, of: jump, windows: [20, 30], donuts: [10], density: false}
              lot: {model: rd-randomization, outcome: fee, running: month, cutoff: 50.5, window: [44, 60], draws: 99}
            tables:
              regression: {title: T, columns: [ols]}
              jumps: {title: T, columns: [jump, local]}
              by-lot: {title: T, columns: [lot]}
              densities: {title: T, columns: [density]}
              robust: {kind: rd-robustness, title: T, spec: robust}
              summary: {kind: summary, title: T, variables: [fee, month, ill], statistics: [n, mean, sd, min, median, max], by: place}
              shares: {kind: share, title: T, rows: place, shares: {migrant: {share: migrant}, ill: {share: ill}, well: {share: well}}}
            figures:
              density: {kind: rd-density, title: T, spec: density}
              robust: {kind: rd-robustness, title: T, spec: robust}
              plot: {kind: rd-plot, title: T, outcome: fee, running: month, cutoff: 50.5, bins: values, order: 1}
              shares: {kind: shares, title: T, rows: place, shares: {ill: {share: ill}, well: {share: well}}}
            """;

    /** How words count; rows that are of no class of a typology are cells. */
    private static final Pattern SAID =
            Pattern.compile("\\b[1-4] (persons|dropped|rows(?! are of none of the classes))\\b");

    @TempDir
    Path folder;

    @BeforeEach
    void ingest() throws IOException {
        StringBuilder people = new StringBuilder("place,hukou,month,fee,ill,grade\n");
        StringBuilder births = new StringBuilder("place,births\n");
        for (int p = 0; p < PERSONS.length; p++) {
            births.append("p" + (10 + p) + "," + BIRTHS + "\n");
            for (int h = 0; h < 2; h++) {
                for (int i = 0; i < PERSONS[p][h]; i++) {
                    int row = 100 * p + 50 * h + i;
                    people.append(String.format(
                            Locale.ROOT,
                            "p%d,%s,%s,%.2f,%b,%d\n",
                            10 + p,
                            h == 0 ? "local" : "migrant",
                            row % 97 == 0 ? "" : String.valueOf(30 + row * 7 % 43),
                            10 + row * 37 % 101 / 8.0,
                            row % 41 == 0,
                            row % 67 == 0 ? 90 : 80 + row % 2));
                }
            }
        }
        ingest("people", people);
        ingest("births", births);
    }

    private void ingest(String dataset, CharSequence rows) throws IOException {
        Path file = Files.writeString(folder.resolve(dataset + ".csv"), rows);
        CommandLineRun.ok("ingest", dataset, file, "--store", folder.resolve("store"));
    }

    @Test
    void inNoExhibitOfCells() throws IOException {
        assertThat(told(run("cells", CELLS))).isEmpty();
        assertThat(read("cells/tables/listing.csv"))
                .contains("enrolled,count,12", "suppressed,,,,,<5", "suppressed,,,,,c");
        assertThat(read("cells/tables/summary.csv")).contains("number,");
    }

    @Test
    void inNoExhibitOfPersons() throws IOException {
        assertThat(told(run("persons", ROWS))).isEmpty();
    }

    @Test
    void andAreFoundWhereNothingIsHidden() throws IOException {
        String open = "privacy: {suppress_below: 0, reason: test}";
        List<String> cells = told(run("cells", CELLS.replace("privacy: {suppress_below: 5}", open)));
        for (String where : List.of(
                "tables/listing.csv",
                "tables/rates.csv",
                "tables/summary.csv",
                "figures/bars.csv",
                "figures/stack.csv",
                "figures/plot.csv",
                "figures/rates.csv")) {
            assertThat(cells).anyMatch(found -> found.contains(where));
        }
        List<String> persons = told(run("persons", ROWS.replace("privacy: {suppress_below: 5}", open)));
        for (String where : List.of(
                "sample.json",
                "results/exact.json",
                "results/ordered.json",
                "tables/summary.csv",
                "tables/shares.csv")) {
            assertThat(persons).anyMatch(found -> found.contains(where));
        }
    }

    /** A kind of exhibit that is new here must be in one of the studies, or show no counts. */
    @Test
    void everyKindThatShowsRowsIsTried() {
        List<Class<?>> kinds = new ArrayList<>();
        for (String text : List.of(CELLS, ROWS)) {
            StudySpec study = StudyReader.read(text, "s.yaml", new org.canbao.diag.Problems());
            study.tables().values().forEach(table -> kinds.add(table.getClass()));
            study.figures().values().forEach(figure -> kinds.add(figure.getClass()));
        }
        List<Class<?>> estimatesAlone =
                List.of(FigureSpec.EventStudy.class, FigureSpec.Placebo.class, FigureSpec.HonestDid.class);

        assertThat(kinds).containsAll(List.of(TableSpec.class.getPermittedSubclasses()));
        kinds.addAll(estimatesAlone);
        assertThat(kinds).containsAll(List.of(FigureSpec.class.getPermittedSubclasses()));
    }

    private Path run(String name, String text) throws IOException {
        Path study = Files.writeString(folder.resolve(name + ".yaml"), text);
        CommandLineRun.ok("run", study, "--store", folder.resolve("store"), "--out", folder.resolve("out"));
        return folder.resolve("out").resolve(name);
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve("out").resolve(file));
    }

    /** What tells a small count, with the file that it is in. */
    private static List<String> told(Path out) throws IOException {
        List<String> told = new ArrayList<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = out.relativize(file).toString();
                if (name.startsWith(".") || name.equals("manifest.json")) {
                    continue;
                }
                if (name.endsWith(".json")) {
                    numbers(name, new JsonMapper().readTree(file), told);
                } else if (name.matches(".*\\.(csv|md|tex|html|svg|log)")) {
                    lines(name, Files.readAllLines(file), out.endsWith("cells"), told);
                }
            }
        }
        return told;
    }

    private static void numbers(String where, JsonNode node, List<String> told) {
        if (node.isNumber() && isFew(node.asDouble())) {
            told.add(where + " " + node);
        }
        for (String key : node.propertyNames()) {
            if (!PARAMETERS.contains(key)) {
                numbers(where + "/" + key, node.path(key), told);
            }
        }
        if (node.isArray()) {
            node.forEach(item -> numbers(where, item, told));
        }
    }

    private static void lines(String name, List<String> lines, boolean ratios, List<String> told) {
        for (String line : lines) {
            String bare = name.endsWith(".csv") ? PARAMETER.matcher(line).replaceFirst("") : line;
            String cells =
                    name.startsWith("tables/") && name.endsWith(".csv") ? bare.replaceFirst("^([^,]*,){5}", "") : bare;
            boolean few = name.endsWith(".csv")
                    && !name.startsWith("audit")
                    && !name.startsWith("compare")
                    && Stream.of(cells.split(",")).anyMatch(cell -> cell.matches("[1-4](\\.0*)?"));
            boolean said = SAID.matcher(line).find();
            if (few
                    || said
                    || (ratios
                            && !name.endsWith(".svg")
                            && RATIOS.matcher(cells).find())) {
                told.add(name + ": " + line.substring(0, Math.min(300, line.length())));
            }
        }
    }

    private static boolean isFew(double value) {
        return value >= 1 && value <= 4 && value == Math.rint(value);
    }
}
