package org.canbao.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.canbao.run.Rerun;
import org.canbao.run.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code canbao verify}: the outputs of a study against its manifest. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        header = "Compare a study's outputs with the hashes of its manifest.",
        description = "Ends with status 1 if any output is missing or differs.",
        footer = {
            "",
            "Example:",
            "  canbao verify out/castle-doctrine",
            "  canbao verify out/my-study --rerun --study my-study.yaml"
        })
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "OUT", description = "The folder of a study under the output folder.")
    Path folder = Path.of("");

    @Option(names = "--rerun", description = "Compute everything again in a temporary folder and compare byte by byte.")
    boolean rerun;

    @Option(
            names = "--study",
            paramLabel = "STUDY",
            description = "The study file for --rerun, or its name under configs (default: the name in the manifest).")
    Optional<String> study = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How the result is printed (default: ${DEFAULT-VALUE}).")
    OutputFormat format = OutputFormat.TEXT;

    @Mixin
    StudyOptions options = new StudyOptions();

    @Mixin(name = "messages")
    MessageOptions messages = new MessageOptions();

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (study.isPresent() && !rerun) {
            throw new ParameterException(options.command.commandLine(), "--study says what to run: it needs --rerun");
        }
        Verification verification = rerun
                ? Rerun.verify(
                        folder, id -> options.request(StudyOptions.locator().find(study.orElse(id)), Set.of()))
                : Verification.of(folder);
        terminal.result(format == OutputFormat.JSON ? json(verification) : text(verification));
        return verification.passed() ? ExitStatus.DONE : ExitStatus.CHECK_FAILED;
    }

    private static String text(Verification verification) {
        StringBuilder out = new StringBuilder();
        long same = 0;
        for (Verification.Line line : verification.files()) {
            if (line.state() == Verification.State.SAME) {
                same++;
            } else {
                out.append(String.format(
                        Locale.ROOT, "%-8s %s\n", line.state().name().toLowerCase(Locale.ROOT), line.file()));
            }
        }
        return out + (verification.passed() ? "passed" : "FAILED") + ": " + same + " of "
                + verification.files().size() + " files are as the manifest says\n";
    }

    private static String json(Verification verification) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(verification)
                + "\n";
    }
}
