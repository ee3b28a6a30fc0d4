package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No name, number, document, telephone or address of a person of a simulated extract is anywhere in what canbao writes or
 * prints, whatever goes wrong.
 */
class PersonsNotFoundTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern NUMBER = Pattern.compile("\\d{11,18}X?");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,}");
    private static final String ADDRESS = "模拟路";

    private static final String STUDY = """
            study: privacy
            title: T
            inputs: {spells: {dataset: enrolments}, persons: {dataset: insured-persons}}
            sample:
              from: spells
              join: {persons: [person]}
              derive: {age_month: "(2013 * 12 + 9) - (birth_year * 12 + birth_month)", male: "sex = 'male'"}
              filters:
                - {id: resident, keep: scheme = 390, en: Residents}
                - {id: hukou, keep: hukou is not null, en: Hukou known}
            defaults: {vcov: hc1}
            specs: {one: {model: ols, formula: male ~ age_month + enrolled_twice}}
            tables:
              regression: {title: T, columns: [one]}
              summary: {kind: summary, title: T, variables: [age_month, male], by: district}
              shares: {kind: share, title: T, rows: district, shares: {male: {share: male}}}
            figures:
              plot: {kind: rd-plot, title: T, outcome: male, running: age_month, cutoff: 0.5, bins: values, order: 1}
            """;

    @TempDir
    Path folder;

    private final Set<String> numbers = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final StringBuilder printed = new StringBuilder();
    private Path raw;
    private Path store;

    @BeforeEach
    void simulate() throws IOException {
        raw = folder.resolve("raw");
        store = folder.resolve("store");
        CommandLineRun.ok("simulate", "enrolment", "--scale", "0.004", "--adults", "0.1", "--out", raw);
        try (Stream<Path> files = Files.list(raw)) {
            files.filter(f -> f.getFileName().toString().startsWith("psn_info_b"))
                    .forEach(this::remember);
        }
        assertThat(names).hasSizeGreaterThan(1000);
        assertThat(numbers).hasSizeGreaterThan(5000);
    }

    @Test
    void whatIsLookedForIsFoundWhereItIs() throws IOException {
        String persons = Files.readString(raw.resolve("psn_info_b_1.csv"), GB18030);

        assertThat(found(persons.lines().skip(1).findFirst().orElseThrow())).isGreaterThan(3);
    }

    @Test
    void inEveryStageOfAStudy() throws IOException {
        for (String table : List.of("psn_info_b", "psn_insu_d", "setl_d")) {
            run("inspect", part(table, 1), "--verbose");
            run("inspect", part(table, 2), "--format", "json");
            run("inspect", part(table, 1), "--schema", schema(table));
            run("inspect", part(table, 2), "--schema", schema(table), "--format", "json");
        }
        ingest("insured-persons", "psn_info_b");
        ingest("enrolments", "psn_insu_d");
        ingest("settlements", "setl_d");
        Path study = Files.writeString(folder.resolve("privacy.yaml"), STUDY);
        Path out = folder.resolve("out");
        run("sample", study, "--store", store, "--out", out);
        assertThat(run("run", study, "--store", store, "--out", out, "--verbose"))
                .isZero();
        run("run", study, "--store", store, "--out", out, "--lang", "zh");
        run("verify", out.resolve("privacy"), "--rerun", "--store", store);
        run("replicate", study, "--store", store, "--out", out, "--verbose");
        run("estimate", raw.resolve("children.csv"), "--spec", study, "--verbose");

        assertThat(found(printed.toString())).isZero();
        assertThat(found(everythingIn(out))).isZero();
        assertThat(found(everythingIn(store))).isZero();
    }

    @Test
    void inNoErrorNorRejects() throws IOException {
        Path broken = folder.resolve("broken");
        Files.createDirectories(broken);
        spoil(broken, "psn_info_b", 1, line -> line.replaceFirst("(?<=,)\\d{4}-\\d\\d-\\d\\d", "2013-13-45"));
        spoil(broken, "psn_info_b", 2, line -> shifted(line));
        spoil(broken, "psn_info_b", 3, line -> line + ",more");
        spoil(broken, "psn_info_b", 4, line -> "\"" + line);
        for (int part = 1; part <= 4; part++) {
            Path file = broken.resolve("psn_info_b_" + part + ".csv");
            for (String rejects : List.of("0", "1000000")) {
                run(
                        "ingest",
                        "insured-persons",
                        file,
                        "--schema",
                        schema("psn_info_b"),
                        "--store",
                        store,
                        "--verbose",
                        "--max-rejects",
                        rejects);
                run("inspect", file, "--schema", schema("psn_info_b"), "--verbose");
            }
        }
        run(
                "ingest",
                "p",
                part("psn_info_b", 1),
                "--type",
                "psn_no=int8",
                "--type",
                "certno=date",
                "--store",
                store,
                "--schema",
                schema("psn_info_b"),
                "--verbose");
        run(
                "ingest",
                "p",
                part("psn_info_b", 1),
                "--type",
                "psn_no=date",
                "--max-rejects",
                "1000000",
                "--store",
                store,
                "--schema",
                schema("psn_info_b"),
                "--verbose");
        run(
                "ingest",
                "p",
                part("psn_info_b", 1),
                "--encoding",
                "utf-8",
                "--store",
                store,
                "--schema",
                schema("psn_info_b"),
                "--verbose");
        Path headless = Files.write(
                broken.resolve("headless.csv"),
                Files.readAllLines(part("psn_info_b", 1), GB18030).stream()
                        .skip(1)
                        .toList(),
                GB18030);
        run("inspect", headless, "--verbose");
        run("ingest", "p", headless, "--store", store, "--schema", schema("psn_info_b"), "--verbose");

        assertThat(printed).contains("2013-13-45");
        assertThat(found(printed.toString())).isZero();
        assertThat(found(everythingIn(store))).isZero();
    }

    @Test
    void inNoWideRoster() throws IOException {
        Path schema = Files.writeString(folder.resolve("wide.yaml"), """
                schema: wide
                dataset: wide
                title: W
                keep_others: false
                variables:
                  household: {raw: hh, confidence: verified}
                roster:
                  persons: [1, 2]
                  keys: [household]
                  items:
                    person: {raw: "psn_#", identifier: hash, confidence: verified}
                    sex: {raw: "sex_#", codes: {"1": male, "2": female}, confidence: verified}
                  counts:
                    men: {where: {sex: male}}
                """);
        List<String> persons = Files.readAllLines(part("psn_info_b", 1), GB18030);
        String[] first = persons.get(1).split(",", -1);
        String[] second = persons.get(2).split(",", -1);
        Path file = Files.writeString(
                folder.resolve("wide.csv"),
                "hh,psn_1,sex_1,psn_2,sex_2\n1," + first[0] + ",1," + second[0] + "," + second[1] + "\n");
        run("inspect", file, "--schema", schema, "--verbose");
        run("ingest", "wide", file, "--schema", schema, "--store", store, "--verbose");
        run("ingest", "wide", file, "--schema", schema, "--store", store, "--max-rejects", "9", "--verbose");
        int status = run(
                "ingest",
                "wide",
                file,
                "--schema",
                schema,
                "--store",
                store,
                "--max-rejects",
                "9",
                "--members",
                "wide-members",
                "--verbose");
        assertThat(status).isZero();

        assertThat(found(printed.toString())).isZero();
        assertThat(found(everythingIn(store))).isZero();
    }

    private void ingest(String dataset, String table) {
        int status = run(
                "ingest",
                dataset,
                part(table, 1),
                part(table, 2),
                part(table, 3),
                part(table, 4),
                "--schema",
                schema(table),
                "--store",
                store,
                "--verbose");
        assertThat(status).isZero();
    }

    private int run(Object... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        printed.append(run.out()).append(run.err());
        return run.status();
    }

    private Path part(String table, int number) {
        return raw.resolve(table + "_" + number + ".csv");
    }

    private static Path schema(String table) {
        return Path.of("data-schemas", table.replace('_', '-') + ".yaml");
    }

    /** The name is where the sex should be, and all that follows is moved too. */
    private static String shifted(String line) {
        String[] fields = line.split(",", -1);
        return fields[0] + ",,," + fields[1] + "," + fields[1] + "," + fields[3] + ",".repeat(fields.length - 6);
    }

    private void spoil(Path to, String table, int part, UnaryOperator<String> line) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(part(table, part), GB18030));
        lines.set(5, line.apply(lines.get(5)));
        Files.write(to.resolve(table + "_" + part + ".csv"), lines, GB18030);
    }

    private void remember(Path file) {
        try {
            Files.readAllLines(file, GB18030).stream()
                    .skip(1)
                    .map(l -> l.split(",", -1))
                    .forEach(fields -> {
                        names.add(fields[1]);
                        Stream.of(fields[0], fields[3], fields[11])
                                .filter(n -> !n.isEmpty())
                                .forEach(numbers::add);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many numbers, names and addresses of persons a text has. */
    private long found(String text) {
        long found = text.contains(ADDRESS) ? 1 : 0;
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            found += parts(number.group(), 11, 18).filter(numbers::contains).count();
        }
        Matcher han = HAN.matcher(text);
        while (han.find()) {
            found += parts(han.group(), 2, 3).filter(names::contains).count();
        }
        return found;
    }

    private static Stream<String> parts(String text, int least, int most) {
        Stream.Builder<String> parts = Stream.builder();
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + least; to <= Math.min(text.length(), from + most); to++) {
                parts.add(text.substring(from, to));
            }
        }
        return parts.build();
    }

    private String everythingIn(Path root) throws IOException {
        StringBuilder all = new StringBuilder();
        List<Path> files;
        try (Stream<Path> walked = Files.exists(root) ? Files.walk(root) : Stream.empty()) {
            files = walked.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = file.toString();
            all.append(name).append('\n');
            if (name.endsWith(".parquet")) {
                all.append(parquet(file));
            } else if (name.endsWith(".docx") || name.endsWith(".xlsx")) {
                all.append(zip(Files.readAllBytes(file)));
            } else if (!name.endsWith(".key")) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private String parquet(Path file) {
        StringBuilder all = new StringBuilder();
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            String table = "read_parquet(" + SqlText.literal(file.toString()) + ") t";
            engine.query("SELECT CAST(t AS VARCHAR) FROM " + table, chunk -> {
                String[] texts = new String[chunk.rows()];
                chunk.strings(0, texts, 0);
                all.append(String.join("\n", texts));
            });
        }
        return all.toString();
    }

    private static String zip(byte[] bytes) throws IOException {
        StringBuilder all = new StringBuilder();
        try (InputStream in = new ByteArrayInputStream(bytes);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
