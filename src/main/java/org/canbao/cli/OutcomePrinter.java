package org.canbao.cli;

import java.util.Locale;
import org.canbao.run.ManifestFile;
import org.canbao.run.RunOutcome;

/** What {@code canbao run} prints at its end. */
final class OutcomePrinter {
    private OutcomePrinter() {}

    /** For people. */
    static String text(RunOutcome outcome) {
        StringBuilder out = new StringBuilder();
        if (outcome.done() == 0) {
            out.append(String.format(
                    Locale.ROOT,
                    "%s: nothing to do. Inputs, study file and canbao are those of the last run, and its %d outputs are"
                            + " unchanged.%n",
                    outcome.study().id(),
                    outcome.manifest().outputs().size()));
        } else {
            out.append(String.format(
                    Locale.ROOT,
                    "%s: %s, %s, %s, %s (%d steps done, %d up to date)%n",
                    outcome.study().id(),
                    Counted.of(outcome.ledger().rows(), "row"),
                    Counted.of(outcome.manifest().results().size(), "estimate"),
                    Counted.of(outcome.study().tables().size(), "table"),
                    Counted.of(outcome.study().figures().size(), "figure"),
                    outcome.done(),
                    outcome.kept()));
        }
        if (outcome.manifest().simulated()) {
            out.append("Simulated data: these numbers are not findings.\n");
        }
        out.append("Outputs: ").append(outcome.folder()).append('\n');
        return out.toString().replace("\r\n", "\n");
    }

    /** For programs: the manifest. */
    static String json(RunOutcome outcome) {
        return ManifestFile.text(outcome.manifest());
    }
}
