package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way a new user goes: simulate, ingest, run, run again, change something, verify. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExampleStudyTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private static Path store;
    private static Path out;
    private static Path study;

    @BeforeAll
    static void extractsIntoTheStore() throws IOException {
        Path raw = folder.resolve("raw");
        store = folder.resolve("store");
        out = folder.resolve("out");
        study = folder.resolve("staggered-example.yaml");
        Files.copy(Path.of("configs/examples/staggered-example.yaml"), study);
        CommandLineRun.ok("simulate", "example", "--scale", "0.3", "--seed", "7", "--out", raw);
        for (int year = 2013; year <= 2018; year++) {
            CommandLineRun.ok(
                    "ingest",
                    "example-persons",
                    raw.resolve("persons" + year + ".dta"),
                    "--wave",
                    year,
                    "--schema",
                    "example-persons",
                    "--store",
                    store);
        }
        CommandLineRun.ok(
                "ingest", "example-cities", raw.resolve("cities.csv"), "--schema", "example-cities", "--store", store);
        CommandLineRun.ok(
                "ingest", "example-policy", raw.resolve("policy.csv"), "--schema", "example-policy", "--store", store);
    }

    private static CommandLineRun run(Object... more) {
        Object[] args = new Object[more.length + 6];
        System.arraycopy(new Object[] {"run", study, "--store", store, "--out", out}, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        return CommandLineRun.of(args);
    }

    @Test
    @Order(1)
    void everyExhibitIsThereAndSaysSimulated() throws IOException {
        CommandLineRun run = run();

        assertThat(run.err()).contains("done: sample (there is no sample yet)", "Rural hukou");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Simulated data");
        Path home = out.resolve("staggered-example");
        for (String table : List.of("table-1", "table-2")) {
            for (String suffix : List.of("md", "tex", "html", "csv", "docx", "xlsx")) {
                assertThat(home.resolve("tables/" + table + "." + suffix)).isNotEmptyFile();
            }
            for (String suffix : List.of("md", "tex", "html")) {
                assertThat(home.resolve("tables/" + table + "." + suffix))
                        .content()
                        .contains("Simulated data");
            }
        }
        for (String figure : List.of("figure-1", "figure-2")) {
            for (String suffix : List.of("png", "svg", "pdf", "csv")) {
                assertThat(home.resolve("figures/" + figure + "." + suffix)).isNotEmptyFile();
            }
            assertThat(home.resolve("figures/" + figure + ".svg")).content().contains("Simulated data");
        }
        JsonNode ledger = JSON.readTree(Files.readString(home.resolve("sample.json")));
        assertThat(ledger.get("steps")).hasSize(6);
        assertThat(ledger.get("rows").asLong()).isBetween(4_000L, 7_000L);
    }

    @Test
    @Order(2)
    void theEffectsOfTheSimulationAreRecovered() throws IOException {
        JsonNode fit = JSON.readTree(Files.readString(out.resolve("staggered-example/results/income.json")));
        JsonNode did = fit.get("coefficients").get(0);

        assertThat(did.get("name").asString()).isEqualTo("did");
        assertThat(did.get("estimate").asDouble())
                .isBetween(
                        0.04 - 3 * did.get("std_error").asDouble(),
                        0.04 + 3 * did.get("std_error").asDouble());
    }

    @Test
    @Order(3)
    void aSecondRunDoesNothingAndSaysWhy() throws IOException {
        byte[] manifest = Files.readAllBytes(out.resolve("staggered-example/manifest.json"));
        CommandLineRun run = run();

        assertThat(run.status()).isZero();
        assertThat(run.err()).doesNotContain("done:");
        assertThat(run.out()).contains("nothing to do", "unchanged");
        assertThat(Files.readAllBytes(out.resolve("staggered-example/manifest.json")))
                .isEqualTo(manifest);
    }

    @Test
    @Order(4)
    void aChangedSpecRedoesOnlyWhatDependsOnIt() throws IOException {
        Files.writeString(
                study,
                Files.readString(study)
                        .replace(
                                "income: {model: ols, formula: log(income) ~ did",
                                "income: {model: ols, formula: log(income) ~ married + did"));
        CommandLineRun run = run();

        assertThat(run.status()).isZero();
        assertThat(run.err().lines().filter(l -> l.startsWith("done:")).toList())
                .containsExactly(
                        "done: spec income (what it depends on changed)",
                        "done: table table-2 (what it depends on changed)",
                        "done: page index.html (what it depends on changed)");
    }

    @Test
    @Order(5)
    void verifyPassesAndFindsATouchedOutput() throws IOException {
        Path home = out.resolve("staggered-example");
        assertThat(CommandLineRun.of("verify", home).status()).isZero();

        Path table = home.resolve("tables/table-2.md");
        String before = Files.readString(table);
        Files.writeString(table, before + "one line more\n");
        CommandLineRun run = CommandLineRun.of("verify", home);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("changed  tables/table-2.md");
        assertThat(run(/* heals it */ ).err()).contains("done: table table-2 (a file of it is missing or was changed");
        assertThat(table).hasContent(before);
    }

    @Test
    @Order(6)
    void theSameRunElsewhereGivesTheSameBytes() {
        CommandLineRun run = CommandLineRun.of(
                "verify", out.resolve("staggered-example"), "--rerun", "--store", store, "--threads", 1);

        // The name of the study is enough where its file is under configs; here it is a changed copy.
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("changed  results/income.json").doesNotContain("results/plain.json");
    }

    @Test
    @Order(7)
    void onlyOneExhibitOnRequest() {
        CommandLineRun wrong = run("--only", "tabel-2");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("`tabel-2`", "did you mean `table-2`");

        CommandLineRun run = run("--only", "figure-1", "--lang", "zh");
        assertThat(run.status()).isZero();
        assertThat(run.err().lines().filter(l -> l.startsWith("done:")).toList())
                .containsExactly("done: figure figure-1 (what it depends on changed)");
        assertThat(out.resolve("staggered-example/figures/figure-1.svg"))
                .content()
                .contains("模拟数据");
        assertThat(out.resolve("staggered-example/tables/table-2.md")).exists();
    }
}
