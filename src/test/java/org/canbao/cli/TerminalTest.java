package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that somebody else wrote reaches the terminal as a command to it. */
class TerminalTest {
    private static final String ESCAPE = "\u001b";

    @TempDir
    Path folder;

    @Test
    void resultsAndMessagesShowControlCharactersAsSigns() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, false, false);

        terminal.result("a" + ESCAPE + "[31mb\tc\r\n");
        terminal.message("d\u202ee\u009bf\u007f");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("a␛[31mb\tc\nd\ufffde\ufffdf␡\n");
    }

    @Test
    void anUnknownCommandIsShownWithoutItsControlCharacters() {
        assertThat(CommandLineRun.of(ESCAPE + "[2Jrun").err())
                .contains("␛[2Jrun")
                .doesNotContain(ESCAPE);
    }

    @Test
    void aHeaderOfADataFileIsShownWithoutItsControlCharacters() throws IOException {
        Path data = Files.writeString(folder.resolve("a.csv"), "x" + ESCAPE + "[31m,x" + ESCAPE + "[31m\n1,2\n");

        CommandLineRun run = CommandLineRun.of("inspect", data);

        assertThat(run.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(run.err()).contains("x␛[31m").doesNotContain(ESCAPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\e[31m", "\\u202e", "\\x85", "\\0"})
    void aStudyWithControlCharactersIsRefused(String hidden) {
        SmallStudy study = new SmallStudy(folder);
        study.change("{en: One, zh: 一}", "{en: \"One" + hidden + "\", zh: 一}");

        CommandLineRun run = study.run();

        assertThat(run.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(run.err()).contains("CB0103", "the control character U+", "small.yaml:17:21");
    }
}
