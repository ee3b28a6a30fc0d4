package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user sees who does not know the commands yet, or mistypes them. */
class UsageTest {
    @TempDir
    Path folder;

    @Test
    void withoutACommandAllAreListed() {
        CommandLineRun run = CommandLineRun.of();

        assertThat(run.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("which command?", "simulate", "verify", "Example:");
    }

    @Test
    void helpIsAlsoACommand() {
        assertThat(CommandLineRun.ok("help", "run").out())
                .isEqualTo(CommandLineRun.ok("run", "--help").out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulate",
                "simulate example",
                "inspect",
                "ingest",
                "sample",
                "run",
                "estimate",
                "replicate",
                "verify",
                "compare",
                "audit",
                "fiscal"
            })
    void everyHelpHasAnExample(String command) {
        String[] words = (command + " --help").split(" ");

        assertThat(CommandLineRun.ok((Object[]) words).out()).contains("Example:\n  canbao " + command.split(" ")[0]);
    }

    @Test
    void onlyNothingIsNotEverything() {
        CommandLineRun run = new SmallStudy(folder).run("--only", "");

        assertThat(run.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(run.err()).contains("--only names nothing");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aStudyThatWasRunByItsPathCanBeRunAgain() {
        SmallStudy study = new SmallStudy(folder);
        assertThat(study.run().status()).isZero();
        Object[] verify = {"verify", study.output(""), "--rerun", "--input", "p=" + folder.resolve("panel.csv")};

        assertThat(CommandLineRun.of(verify).status()).isEqualTo(ExitStatus.INPUT_ERROR);
        CommandLineRun found = CommandLineRun.of(
                verify[0], verify[1], verify[2], verify[3], verify[4], "--study", folder.resolve("small.yaml"));

        assertThat(found.err()).isEmpty();
        assertThat(found.out()).startsWith("passed");
    }

    @Test
    void resultsThatAreLostAreNoticedButNotAReaderWhoHadEnough() throws IOException {
        assertThat(lostWith("No space left on device")).contains("No space left on device");
        assertThat(lostWith("Broken pipe")).isEmpty();
    }

    private static Optional<String> lostWith(String reason) {
        ResultStream results = new ResultStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        });
        new Terminal(new java.io.PrintStream(results), System.err, false, false).result("x");
        return results.lost();
    }
}
