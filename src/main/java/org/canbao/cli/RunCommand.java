package org.canbao.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.canbao.run.RunOutcome;
import org.canbao.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code canbao run}: sample, estimates and exhibits of one study. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        header = "Run a study: sample, estimates, tables, figures.",
        description = "Only what is out of date is done again; the messages say what, and why.",
        footer = {
            "",
            "Example:",
            "  canbao run castle-doctrine --input states=castle.dta",
            "  canbao run my-study.yaml --only table-2,figure-1 --lang zh",
            "  canbao run instant-settlement --choices all"
        })
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "STUDY", description = "A study file, or its name under configs.")
    String study = "";

    @Option(
            names = "--only",
            paramLabel = "ID,...",
            description = "Only these tables, figures or specs, and what they need.")
    List<String> only = new ArrayList<>();

    @Option(
            names = "--choices",
            paramLabel = "NAME,...",
            description = "Draw these specification curves of the study too, or all of them with `all`.")
    List<String> choices = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "What is printed at the end (default: ${DEFAULT-VALUE}).")
    OutputFormat format = OutputFormat.TEXT;

    @Mixin
    StudyOptions options = new StudyOptions();

    @Mixin(name = "messages")
    MessageOptions messages = new MessageOptions();

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Set<String> names = StudyOptions.names(only);
        if (names.isEmpty() && !only.isEmpty()) {
            throw new ParameterException(
                    options.command.commandLine(), "--only names nothing; leave it out to run everything");
        }
        RunOutcome outcome = StudyRun.run(
                options.request(StudyOptions.locator().find(study), names).with(StudyOptions.names(choices)),
                new TerminalListener(terminal, options.lang));
        terminal.result(format == OutputFormat.JSON ? OutcomePrinter.json(outcome) : OutcomePrinter.text(outcome));
        return ExitStatus.DONE;
    }
}
