package org.canbao.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.canbao.diag.CanbaoException;
import org.canbao.run.Replication;
import org.canbao.run.RunOutcome;
import org.canbao.run.StudyRun;
import org.canbao.run.StudySummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code canbao replicate}: every study that the store has data for. */
@Command(
        name = "replicate",
        mixinStandardHelpOptions = true,
        header = "Run every study that there are data for; with an empty store, every study on simulated extracts.",
        description = {
            "Each study is run, compared with what was printed, and audited; a study that fails does not stop the others.",
            "Ends with status 2 if a study failed, or was asked for by name and has no data."
        },
        footer = {
            "",
            "Example:",
            "  canbao replicate",
            "  canbao replicate instant-settlement",
            "  canbao replicate castle-doctrine --input states=castle.dta"
        })
final class ReplicateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "STUDY", description = "Studies (default: all under configs).")
    List<String> studies = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How the summary is printed (default: ${DEFAULT-VALUE}).")
    OutputFormat format = OutputFormat.TEXT;

    @Mixin
    StudyOptions options = new StudyOptions();

    @Mixin(name = "messages")
    MessageOptions messages = new MessageOptions();

    ReplicateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Replication.Plan plan = new Replication(StudyOptions.locator(), StudyOptions.schemas())
                .plan(studies, options.request(Path.of(""), Set.of()));
        if (plan.simulated()) {
            terminal.message(
                    "The store is empty: simulated extracts stand in for it. Numbers made from them are not findings.");
        }
        List<Replicated> replicated = new ArrayList<>();
        plan.studies().forEach(study -> replicated.add(replicate(study)));
        ReplicationSummary summary = new ReplicationSummary(replicated, options.out, options.store, plan.simulated());
        terminal.message("");
        terminal.result(format == OutputFormat.JSON ? summary.json() : summary.text());
        return summary.status(!studies.isEmpty());
    }

    private Replicated replicate(Replication.Planned planned) {
        if (planned instanceof Replication.Ready ready) {
            return run(ready);
        }
        if (planned instanceof Replication.Broken broken) {
            terminal.findings(broken.findings());
            return new Replicated.Failed(
                    broken.study(), broken.findings().get(0).message(), ExitStatus.INPUT_ERROR);
        }
        Replication.Skipped skipped = (Replication.Skipped) planned;
        return new Replicated.Skipped(skipped.study(), skipped.missing());
    }

    private Replicated run(Replication.Ready study) {
        terminal.message("");
        terminal.message(study.study());
        long start = System.nanoTime();
        try {
            RunOutcome outcome = StudyRun.run(study.request(), new TerminalListener(terminal, options.lang));
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Replicated.Done(StudySummary.of(outcome), seconds, outcome.done() > 0);
        } catch (RuntimeException e) {
            int status = Main.report(terminal, e);
            String error = e instanceof CanbaoException findings
                    ? findings.diagnostics().get(0).message()
                    : "internal error: " + e;
            return new Replicated.Failed(study.study(), error, status);
        }
    }
}
