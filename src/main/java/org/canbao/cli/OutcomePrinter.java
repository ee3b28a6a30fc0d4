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
                    "%s: %d rows, %d estimates, %d tables, %d figures (%d steps done, %d up to date)%n",
                    outcome.study().id(),
                    outcome.ledger().rows(),
                    outcome.manifest().results().size(),
                    outcome.study().tables().size(),
                    outcome.study().figures().size(),
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
