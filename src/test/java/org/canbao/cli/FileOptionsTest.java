package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user knows better than the file is heard by all commands that read one. */
class FileOptionsTest {
    @TempDir
    Path folder;

    Path text;

    @BeforeEach
    void textFile() throws IOException {
        text = folder.resolve("t.txt");
        Files.writeString(
                text, "id|城市|x|y\n1|京|none|1\n2|沪|2|3\n3|-99|5|2\n4|穗|-99|4\n5|深|7|9\n", Charset.forName("GB18030"));
    }

    private List<Object> options(Object... more) {
        List<Object> all = new ArrayList<>(
                List.of("--encoding", "gb18030", "--delimiter", "|", "--missing", "none, -99", "--type", "id=string"));
        all.addAll(List.of(more));
        return all;
    }

    private static CommandLineRun run(List<Object> arguments, Object... first) {
        List<Object> all = new ArrayList<>(List.of(first));
        all.addAll(arguments);
        return CommandLineRun.of(all.toArray());
    }

    @Test
    void inspectHearsThem() {
        CommandLineRun run = run(options("--format", "json"), "inspect", text);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("\"城市\"", "\"id\"");
        String x = run.out().substring(run.out().indexOf("\"x\""), run.out().indexOf("\"y\""));
        assertThat(x.replaceAll("\\s", "")).contains("\"missing\":2").containsIgnoringCase("\"int64\"");
        String id = run.out().substring(run.out().indexOf("\"id\""), run.out().indexOf("\"城市\""));
        assertThat(id).containsIgnoringCase("\"string\"");
    }

    @Test
    void ingestHearsThem() throws IOException {
        Path store = folder.resolve("store");
        CommandLineRun run = run(options("--store", store), "ingest", "d", text);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("5 rows, 4 variables, 0 rejects (CSV", "GB18030");
        assertThat(Files.readString(store.resolve("d/all/codebook.json"))).contains("城市");
    }

    @Test
    void estimateHearsThem() throws IOException {
        Path spec = Files.writeString(folder.resolve("s.yaml"), "model: ols\nformula: y ~ x\nvcov: iid\n");
        CommandLineRun run = run(options("--spec", spec, "--format", "json"), "estimate", text);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().replaceAll("\\s", "")).contains("\"n\":3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tab", "\\t", "\t"})
    void aTabCanBeSaid(String tab) throws IOException {
        Path file = Files.writeString(folder.resolve("t.tsv"), "a,b\tc\n1\t2\n");
        CommandLineRun run = CommandLineRun.ok("inspect", file, "--delimiter", tab, "--format", "json");
        assertThat(run.out()).contains("\"a,b\"");
    }

    @ParameterizedTest
    @CsvSource({
        "--delimiter, ||, one character",
        "--delimiter, '', one character",
        "--delimiter, '\"', cannot separate",
        "--missing, 'a,,b', the empty field is missing anyway",
        "--type, id=words, expected one of",
        "--encoding, klingon, klingon"
    })
    void whatCannotBeMeantIsSaid(String option, String value, String said) {
        for (String command : List.of("inspect", "ingest", "estimate")) {
            List<Object> arguments = new ArrayList<>(List.of(command));
            if (command.equals("ingest")) {
                arguments.addAll(List.of("d", "--store", folder.resolve("store")));
            } else if (command.equals("estimate")) {
                arguments.addAll(List.of("--spec", spec()));
            }
            arguments.addAll(List.of(text, option, value));
            CommandLineRun run = CommandLineRun.of(arguments.toArray());
            assertThat(run.status()).as(command).isEqualTo(2);
            assertThat(run.err()).as(command).contains(said).doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @CsvSource({"--delimiter, ;", "--missing, -99", "--type, x=string", "--encoding, gb18030"})
    void aFormatWithoutUseForAnOptionRefusesIt(String option, String value) throws IOException {
        Path csv = Files.writeString(folder.resolve("n.csv"), "x,y\n1,2\n2,5\n3,4\n");
        Path store = folder.resolve("store");
        CommandLineRun.ok("ingest", "d", csv, "--store", store);
        Path parquet = store.resolve("d/all/part-0.parquet");
        List<List<Object>> commands = List.of(
                List.of("inspect", parquet),
                List.of("ingest", "e", parquet, "--store", store),
                List.of("estimate", parquet, "--spec", spec()));
        for (List<Object> command : commands) {
            CommandLineRun run = run(List.of(option, value), command.toArray());
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("CB0256", "leave `" + option + "` out");
        }
    }

    private Path spec() {
        try {
            return Files.writeString(folder.resolve("s.yaml"), "model: ols\nformula: y ~ x\nvcov: iid\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
