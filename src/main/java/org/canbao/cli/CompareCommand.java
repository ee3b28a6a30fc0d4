package org.canbao.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.canbao.compare.Comparison;
import org.canbao.run.StudyComparison;
import org.canbao.spec.Lang;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code canbao compare}: the results of a study beside the printed numbers. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        header = "Compare the results of a study with the numbers that were printed, cell by cell.",
        description = {
            "The study must have been run, and must name its published numbers. Writes compare.md, compare.html,",
            "compare.csv and compare.json into its output folder. Each exhibit and the study are graded: full, minor",
            "differences, partial, not reproduced."
        },
        footer = {"", "Example:", "  canbao compare my-study", "  canbao compare my-study --strict --format json"})
final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "STUDY", description = "The study file, or its name under configs.")
    String study = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Where the outputs are (default: ${DEFAULT-VALUE}).")
    Path out = Path.of("out");

    @Option(names = "--strict", description = "End with status 1 unless the grade is full or minor differences.")
    boolean strict;

    @Option(
            names = "--format",
            paramLabel = "text|json|csv|md|html",
            defaultValue = "text",
            description = "How the comparison is printed (default: ${DEFAULT-VALUE}).")
    CompareFormat format = CompareFormat.TEXT;

    @Option(
            names = "--lang",
            paramLabel = "en|zh",
            defaultValue = "en",
            description = "The language of the pages (default: ${DEFAULT-VALUE}).")
    Lang lang = Lang.EN;

    @Mixin(name = "messages")
    MessageOptions messages = new MessageOptions();

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Comparison comparison = StudyComparison.of(StudyOptions.locator().find(study), out);
        StudyComparison.write(comparison, out, lang);
        terminal.result(format.render(comparison, lang));
        terminal.message(
                "Written to " + out.resolve(comparison.study()) + ": " + String.join(", ", StudyComparison.FILES));
        return strict && !comparison.passed() ? ExitStatus.CHECK_FAILED : ExitStatus.DONE;
    }
}
