package org.canbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.bench.coverage.Coverage;
import org.canbao.bench.validity.Validity;
import org.canbao.simulate.cmds.CmdsExtract;

/** Prints a table of medians; {@code scripts/bench} says what can be measured. */
public final class Bench {
    /** Of each experiment with known truth; fewer cannot tell 95% from 85%. */
    private static final int LEAST_SAMPLES = 200;

    private final Path root;
    private final Path folder;
    private final PersonYears persons;

    private Bench(Path root) {
        this.root = root;
        this.folder = root.resolve("target/bench");
        this.persons = new PersonYears(folder);
    }

    /** Makes a comparison and the data that it needs. */
    @FunctionalInterface
    private interface Preparation {
        Comparison prepare() throws IOException;
    }

    /** Arguments: the root of the project, the number of runs, the names of what to measure. */
    public static void main(String[] args) throws IOException {
        Bench bench = new Bench(Path.of(args[0]));
        bench.measure(Integer.parseInt(args[1]), Arrays.asList(args).subList(2, args.length));
    }

    private void measure(int runs, List<String> names) throws IOException {
        if (names.equals(List.of("validity"))) {
            Validity.write(root.resolve("docs/validity.md"), folder, Math.max(runs, LEAST_SAMPLES));
            return;
        }
        if (names.equals(List.of("coverage-cmds"))) {
            Coverage.write(root, folder, Math.max(runs, LEAST_SAMPLES));
            return;
        }
        Map<String, Preparation> all = new LinkedHashMap<>();
        all.put("help", this::help);
        all.put("estimate", this::estimate);
        all.put("placebo", this::placebo);
        all.put("effects-easy", () -> effects(false));
        all.put("effects-hard", () -> effects(true));
        all.put("group-times", this::groupTimes);
        all.put("group-times-million", () -> million(false));
        all.put("group-times-panel", () -> million(true));
        all.put("rd-local", this::manyCovariates);
        all.put("bootstrap", this::bootstrap);
        all.put("choices", this::choices);
        all.put("cells-20m", () -> cells(20_000_000));
        all.put("cells-100m", () -> cells(100_000_000));
        all.put("ingest", () -> ingest(170_000));
        all.put("pipeline-cmds", this::pipeline);
        all.put("ingest-2gb", () -> ingest(1_185_000));
        Files.createDirectories(folder);
        System.out.println(Comparison.HEADER);
        for (String name : names) {
            Preparation preparation = all.get(name);
            if (preparation == null) {
                throw new IllegalArgumentException(name + ": not one of " + all.keySet());
            }
            System.out.println(preparation.prepare().measure(runs, folder));
        }
    }

    private Comparison help() {
        return new Comparison(
                canbao("canbao --help", "--help"),
                java("hello world in Java", HelloWorld.class),
                0,
                new Target(Target.Of.WHOLE, 0.35));
    }

    private Comparison estimate() throws IOException {
        persons.generate();
        Command yardstick = RSoftware.has("fixest") ? fixest() : java("DuckDB: read, group, mean", DuckDbScan.class);
        return new Comparison(estimate("estimate, 228,912 x 18", persons.baseline()), yardstick, 0, Target.NONE);
    }

    /** The difference of the two medians is what 499 draws cost. */
    private Comparison placebo() throws IOException {
        persons.generate();
        return new Comparison(
                estimate("placebo, 500 draws", persons.placebo(500)),
                estimate("placebo, 1 draw", persons.placebo(1)),
                0,
                Target.NONE);
    }

    /** The yardstick is the same without the bootstrap's draws but two. */
    private Comparison groupTimes() throws IOException {
        persons.generate();
        GroupTimes times = new GroupTimes(folder);
        return new Comparison(
                estimate("group-times, dr, 1,000 draws", times.clustered(1000)),
                estimate("group-times, dr, 2 draws", times.clustered(2)),
                0,
                new Target(Target.Of.OWN, 2));
    }

    private Comparison million(boolean panel) throws IOException {
        GroupTimes times = new GroupTimes(folder);
        times.generate();
        String data = times.parquet().toString();
        String name = "group-times, 1M " + (panel ? "panel" : "rows");
        return new Comparison(
                canbao(name, "estimate", data, "--spec", times.plain(panel).toString(), "--format", "json", "-v"),
                command(
                        "DuckDB: read, group, mean",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DuckDbScan.class.getName(),
                        data),
                0,
                new Target(Target.Of.OWN, 1.5));
    }

    /**
     * The absorption of workers, firms and years out of 10 million rows in memory, as others are timed; beside the whole
     * estimate from Parquet. The targets are twice the best published times: fixest's and within's.
     */
    private Comparison effects(boolean hard) throws IOException {
        WorkerFirms data = new WorkerFirms(folder, 10_000_000);
        data.generate(hard);
        String graph = hard ? "hard" : "easy";
        return new Comparison(
                command(
                        "absorb 3 effects of 10 M rows, " + graph,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbsorbEffects.class.getName(),
                        "10000000",
                        graph,
                        "4"),
                canbao(
                        "estimate from Parquet",
                        "estimate",
                        data.parquet(hard).toString(),
                        "--spec",
                        data.spec().toString(),
                        "-v"),
                0,
                new Target(Target.Of.OWN, hard ? 2 * 3.25 : 2 * 0.929));
    }

    private Comparison manyCovariates() throws IOException {
        ManyCovariates data = new ManyCovariates(folder);
        data.generate();
        return new Comparison(
                canbao(
                        "rd-local, 1,000 rows, 200 covariates",
                        "estimate",
                        data.parquet().toString(),
                        "--spec",
                        data.spec().toString(),
                        "-v"),
                java("hello world in Java", HelloWorld.class),
                0,
                new Target(Target.Of.WHOLE, 5));
    }

    /** The difference of the two medians is what 99,999 draws cost, and the search for the interval's ends. */
    private Comparison bootstrap() throws IOException {
        persons.generate();
        return new Comparison(
                estimate("wild bootstrap, 60 clusters, 100,000 draws", persons.bootstrap(100_000)),
                estimate("wild bootstrap, 1 draw", persons.bootstrap(1)),
                0,
                new Target(Target.Of.BEYOND, 0.3));
    }

    /**
     * A specification curve over six simulated waves of the published size; the difference of the two medians is what 1,728
     * specifications cost, their wide sample and their figure among it.
     */
    private Comparison choices() {
        Path store = folder.resolve("cmds-store");
        if (!Files.isDirectory(store)) {
            Path raw = folder.resolve("cmds-raw");
            canbao("simulate", "simulate", "cmds", "--scale", "1", "--out", raw.toString())
                    .run(folder);
            for (int year : CmdsExtract.years()) {
                ingest("cmds", "cmds-" + year, CmdsExtract.persons(raw, year), store, "--wave", String.valueOf(year));
            }
            ingest("city-yearbook", "city-yearbook", CmdsExtract.yearbook(raw), store);
            ingest("settlement-dates", "settlement-dates", CmdsExtract.policy(raw), store);
            ingest("cpi", "cpi", CmdsExtract.prices(raw), store);
        }
        return new Comparison(
                baseline("specification curve, 1,728 x 228,912", store, "--choices", "curve-baseline"),
                baseline("the same without the curve", store),
                0,
                new Target(Target.Of.BEYOND, 60));
    }

    private void ingest(String dataset, String schema, Path file, Path store, String... more) {
        List<String> words = new ArrayList<>(List.of("ingest", dataset, file.toString(), "--schema", schema));
        words.addAll(List.of("--store", store.toString()));
        words.addAll(Arrays.asList(more));
        canbao("ingest", words.toArray(String[]::new)).run(folder);
    }

    private Command baseline(String name, Path store, String... more) {
        Path out = folder.resolve("cmds-out");
        List<String> words = new ArrayList<>(List.of("run", "instant-settlement", "--only", "baseline-4"));
        words.addAll(List.of("--store", store.toString(), "--out", out.toString()));
        words.addAll(Arrays.asList(more));
        return new Command(name, canbao(name, words.toArray(String[]::new)).words(), Optional.of(out));
    }

    /**
     * The sample of a study that counts spells in cells. Both read the same columns of the same files on all cores, in a
     * process of their own. DuckDB answers one query: it may skip what a condition excludes and drops months outside the
     * range before it counts. canbao also says how many rows each filter drops and how many are in no cell, so that every
     * row goes through every condition; it reads the study, hashes the files, makes empty cells, and writes the sample and its
     * ledger. The target leaves out the start of both programs and the hashes.
     */
    private Comparison cells(long rows) throws IOException {
        EnrolmentSpells spells = new EnrolmentSpells(folder, rows);
        spells.generate();
        Command sample = canbao(
                "cells of " + rows / 1_000_000 + " M spells",
                "sample",
                spells.study().toString(),
                "--store",
                spells.store().toString(),
                "--out",
                spells.out().toString());
        Command yardstick = command(
                "DuckDB: the same query",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DuckDbQuery.class.getName(),
                folder.resolve("spill").toString(),
                spells.query());
        return new Comparison(
                new Command(sample.name(), sample.words(), Optional.of(spells.out())),
                yardstick,
                0,
                new Target(Target.Of.TIMES, 1.2));
    }

    private Comparison ingest(int rows) throws IOException {
        Path file = folder.resolve("extract-" + rows + ".dta");
        if (!Files.exists(file)) {
            WideExtract.write(file, rows);
        }
        Path store = folder.resolve("store");
        double megabytes = Files.size(file) / 1e6;
        Command ingest = canbao(
                "ingest .dta, " + Math.round(megabytes) + " MB",
                "ingest",
                "bench",
                file.toString(),
                "--store",
                store.toString());
        Command yardstick = RSoftware.has("haven")
                ? RSoftware.script("haven::read_dta", "d <- haven::read_dta(" + RSoftware.literal(file) + ")")
                : new Command("sha256sum", List.of("sha256sum", file.toString()), Optional.empty());
        return new Comparison(
                new Command(ingest.name(), ingest.words(), Optional.of(store)), yardstick, megabytes, Target.NONE);
    }

    /** Six raw waves at their published size, ingested and run through the whole study; beside simulating them alone. */
    private Comparison pipeline() throws IOException {
        SurveyPipeline pipeline = new SurveyPipeline(root, folder.resolve("pipeline"));
        Optional<Path> output = Optional.of(pipeline.folder());
        return new Comparison(
                new Command("simulate, ingest, run: 1.1 M persons", pipeline.whole(), output),
                new Command("simulate alone", pipeline.simulation(), output),
                0,
                new Target(Target.Of.WHOLE, 90));
    }

    private Command fixest() {
        String script = "d <- read.csv(%s); print(summary(fixest::feols(%s, d, cluster = ~city)))"
                .formatted(RSoftware.literal(persons.csv()), persons.formula());
        return RSoftware.script("R: read.csv, fixest::feols", script);
    }

    private Command estimate(String name, Path spec) {
        return canbao(
                name, "estimate", persons.parquet().toString(), "--spec", spec.toString(), "--format", "json", "-v");
    }

    private Command canbao(String name, String... arguments) {
        return command(name, root.resolve("scripts/canbao").toString(), arguments);
    }

    /** A yardstick that is a Java program; each takes the data file or nothing. */
    private Command java(String name, Class<?> program) {
        return command(
                name,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                persons.parquet().toString());
    }

    private Command command(String name, String program, String... arguments) {
        List<String> words = new ArrayList<>(List.of(program));
        words.addAll(Arrays.asList(arguments));
        return new Command(name, words, Optional.empty());
    }
}
