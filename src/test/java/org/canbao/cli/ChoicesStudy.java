package org.canbao.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.math.CounterRandom;

/** A small study that leaves ten points open, and what a person would edit in its file for each alternative. */
final class ChoicesStudy {
    private static final String TEXT = """
            study: open
            title: {en: A study that leaves points open, zh: 有未定之处的研究}
            inputs:
              persons: {dataset: panel}
              cities: {dataset: yearbook, lag: 1, indices: {schooling: {of: [teachers, schools], origin: zero}}}
            sample:
              from: persons
              join: {cities: [city, year]}
              derive:
                did: "year >= adoption"
                lx: "ln(x + 1)"
                "l gdp": "ln(gdp)"
                adult: "age >= 16"
                rich: "gdp > avg(gdp) over (partition by adult)"
              filters:
                - {id: adults, keep: adult, en: Adults, zh: 成人}
                - {id: known, keep: income > 0, en: Income known, zh: 收入已知}
            lists: {person: lx + age + age^2, city: "`l gdp` + schooling"}
            labels: {did: {en: Policy, zh: 政策}}
            defaults: {vcov: cluster, cluster: [city]}
            seed: 7
            specs:
              main: {model: ols, formula: "y ~ did + @person + @city + did:rich | city + year"}
            """;

    private static final String CHOICES = """
            choices:
              points:
                start:
                  label: {en: Start, zh: 起点}
                  default: {en: same year, zh: 当年}
                  alternatives:
                    later: {label: {en: next year, zh: 次年}, derive: {did: year > adoption}}
                    always: {derive: {did: "true"}}
                lag: {alternatives: {none: {inputs: {cities: {lag: 0}}}}}
                index: {alternatives: {yearly: {inputs: {cities: {indices: {schooling: {of: [teachers, schools], per: year}}}}}}}
                age: {alternatives: {all: {drop: adults}, older: {derive: {adult: age >= 25}}}}
                income: {alternatives: {any: {keep: {known: income is null or income > 0}}}}
                cities: {alternatives: {some: {where: city <> 3}}}
                logs: {alternatives: {gaps: {derive: {lx: case when x > 0.2 then ln(x) end}}}}
                controls: {alternatives: {none: {without: "@person"}, more: {with: "age:lx + sqrt(x)"}}}
                trend: {alternatives: {city: {spec: {fixed_effects: ["city[year]", year]}}}}
                errors: {alternatives: {cr2: {spec: {vcov: cr2}}, hc1: {spec: {vcov: hc1, cluster: null}}, weighted: {spec: {weights: w}}}}
                unread: {label: Unread, alternatives: {other: {derive: {rich: gdp > 1}}}}
              curves:
            """;

    /** The edits of each alternative but those of terms: texts of the file and what takes their place. */
    private static final Map<String, List<String>> EDITS = Map.ofEntries(
            Map.entry("later", List.of("year >= adoption", "year > adoption")),
            Map.entry("always", List.of("year >= adoption", "true")),
            Map.entry("none of lag", List.of("lag: 1", "lag: 0")),
            Map.entry("yearly", List.of("origin: zero}}}", "per: year}}}")),
            Map.entry("all", List.of("    - {id: adults, keep: adult, en: Adults, zh: 成人}\n", "")),
            Map.entry("older", List.of("age >= 16", "age >= 25")),
            Map.entry("any", List.of("keep: income > 0", "keep: income is null or income > 0")),
            Map.entry(
                    "some",
                    List.of("en: Income known, zh: 收入已知}\n", "en: K, zh: 已知}\n    - {id: c, keep: city <> 3}\n")),
            Map.entry("gaps", List.of("ln(x + 1)", "case when x > 0.2 then ln(x) end")),
            Map.entry("none of controls", List.of("@person + @city", "@city", "person: lx + age + age^2, ", "")),
            Map.entry("more", List.of("+ did:rich |", "+ did:rich + age:lx + sqrt(x) |")),
            Map.entry("city", List.of("| city + year", "| city[year] + year")),
            Map.entry("cr2", List.of("vcov: cluster, ", "vcov: cr2, ")),
            Map.entry("hc1", List.of("vcov: cluster, cluster: [city]", "vcov: hc1")),
            Map.entry("weighted", List.of("vcov: cluster, cluster: [city]", "vcov: cluster, cluster: [city], weights: w")),
            Map.entry("other", List.of("gdp > avg(gdp) over (partition by adult)", "gdp > 1")));

    private final Path folder;

    ChoicesStudy(Path folder) {
        this.folder = folder;
        write("panel.csv", panel());
        write("yearbook.csv", yearbook());
    }

    /** The study with these curves, one per line. */
    static String text(String... curves) {
        StringBuilder text = new StringBuilder(TEXT).append(CHOICES);
        for (String curve : curves) {
            text.append("    ").append(curve).append('\n');
        }
        return text.toString();
    }

    /** The study as a person edits it for some options, by point. */
    static String edited(Map<String, String> options) {
        String text = TEXT;
        for (Map.Entry<String, String> option : options.entrySet()) {
            List<String> edits = EDITS.getOrDefault(
                    option.getValue(),
                    EDITS.getOrDefault(option.getValue() + " of " + option.getKey(), List.of()));
            for (int i = 0; i + 1 < edits.size(); i += 2) {
                if (!text.contains(edits.get(i))) {
                    throw new IllegalStateException("cannot edit " + option);
                }
                text = text.replace(edits.get(i), edits.get(i + 1));
            }
        }
        return text;
    }

    /** Runs a text as the study of that file. */
    CommandLineRun run(String text, Path out, Object... more) {
        List<Object> args = new ArrayList<>(List.of("run", write("open.yaml", text), "--out", out));
        args.addAll(List.of("--input", "persons=" + folder.resolve("panel.csv")));
        args.addAll(List.of("--input", "cities=" + folder.resolve("yearbook.csv")));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray());
    }

    /** The rows of a curve's CSV file, each by column. */
    static List<Map<String, String>> rows(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        List<String> names = List.of(lines.get(0).split(",", -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", names.size()));
            Map<String, String> row = new LinkedHashMap<>();
            for (int c = 0; c < cells.size(); c++) {
                row.put(names.get(c), cells.get(c));
            }
            rows.add(row);
        }
        return rows;
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String panel() {
        StringBuilder rows = new StringBuilder("city,year,adoption,age,income,x,w,y\n");
        CounterRandom random = new CounterRandom(11, "open", 0);
        for (int city = 0; city < 12; city++) {
            int adoption = 2013 + city % 4;
            for (int year = 2012; year < 2018; year++) {
                for (int person = 0; person < 12; person++) {
                    int age = 12 + random.nextInt(50);
                    double x = random.nextDouble();
                    double y = 0.1 * city + 0.05 * year + (year >= adoption ? 0.4 : 0) + x + random.nextDouble();
                    String income = random.nextInt(9) == 0 ? "" : String.valueOf(random.nextInt(50));
                    rows.append(city + "," + year + "," + adoption + "," + age + "," + income + "," + x + ","
                            + (1 + random.nextInt(3)) + "," + y + "\n");
                }
            }
        }
        return rows.toString();
    }

    private static String yearbook() {
        StringBuilder rows = new StringBuilder("city,year,gdp,teachers,schools\n");
        CounterRandom random = new CounterRandom(12, "open", 0);
        for (int city = 0; city < 12; city++) {
            for (int year = 2011; year < 2018; year++) {
                rows.append(city + "," + year + "," + (100 + 10 * city + random.nextInt(90)) + ","
                        + (20 + random.nextInt(30)) + "," + (5 + random.nextInt(9)) + "\n");
            }
        }
        return rows.toString();
    }
}
