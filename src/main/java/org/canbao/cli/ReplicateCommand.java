package org.canbao.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.canbao.diag.DisplayWidth;
import org.canbao.run.Replication;
import org.canbao.run.RunOutcome;
import org.canbao.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code canbao replicate}: every study that the store has data for. */
@Command(
        name = "replicate",
        mixinStandardHelpOptions = true,
        header = "Run every study that the store has data for; with an empty store, the example on simulated extracts.",
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
        List<String[]> lines = new ArrayList<>(List.<String[]>of(
                new String[] {"study", "rows", "estimates", "tables", "figures", "seconds", "outputs"}));
        for (Replication.Ready study : plan.ready()) {
            long start = System.nanoTime();
            RunOutcome outcome = StudyRun.run(study.request(), new TerminalListener(terminal, options.lang));
            double seconds = (System.nanoTime() - start) / 1e9;
            lines.add(line(outcome, seconds));
        }
        if (plan.ready().isEmpty()) {
            terminal.message("No study has its inputs in the store `" + options.store + "`.");
        } else {
            terminal.message("");
            terminal.result(table(lines));
        }
        for (Replication.Skipped skipped : plan.skipped()) {
            String text = "not run: " + skipped.study() + " (the store has no " + String.join(", ", skipped.missing())
                    + "; `canbao ingest` puts it there, --input gives a file)";
            if (studies.isEmpty()) {
                terminal.message(text);
            } else {
                terminal.error(text);
            }
        }
        boolean askedFor = !studies.isEmpty() && !plan.skipped().isEmpty();
        return askedFor ? ExitStatus.INPUT_ERROR : ExitStatus.DONE;
    }

    private static String[] line(RunOutcome outcome, double seconds) {
        return new String[] {
            outcome.study().id() + (outcome.manifest().simulated() ? " (simulated)" : ""),
            String.format(Locale.ROOT, "%,d", outcome.ledger().rows()),
            String.valueOf(outcome.manifest().results().size()),
            String.valueOf(outcome.study().tables().size()),
            String.valueOf(outcome.study().figures().size()),
            outcome.done() == 0 ? "up to date" : String.format(Locale.ROOT, "%.1f", seconds),
            outcome.folder().toString()
        };
    }

    private static String table(List<String[]> lines) {
        int[] widths = new int[lines.get(0).length];
        for (String[] line : lines) {
            for (int j = 0; j < line.length; j++) {
                widths[j] = Math.max(widths[j], DisplayWidth.of(line[j]));
            }
        }
        StringBuilder out = new StringBuilder();
        for (String[] line : lines) {
            out.append(DisplayWidth.padded(line[0], widths[0]));
            for (int j = 1; j < line.length - 1; j++) {
                out.append("  ").append(DisplayWidth.right(line[j], widths[j]));
            }
            out.append("  ").append(line[line.length - 1]).append('\n');
        }
        return out.toString();
    }
}
