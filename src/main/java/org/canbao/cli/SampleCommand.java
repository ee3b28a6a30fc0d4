package org.canbao.cli;

import java.util.Set;
import java.util.concurrent.Callable;
import org.canbao.run.RunListener;
import org.canbao.run.StudyRun;
import org.canbao.sample.Ledger;
import org.canbao.sample.LedgerJson;
import org.canbao.sample.LedgerText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code canbao sample}: builds the sample of a study and prints the attrition ledger. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        header = "Build the sample of a study; print and write the attrition ledger.",
        footer = {"", "Example:", "  canbao sample staggered-example"})
final class SampleCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "STUDY", description = "A study file, or its name under configs.")
    String study = "";

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How the ledger is printed (default: ${DEFAULT-VALUE}).")
    OutputFormat format = OutputFormat.TEXT;

    @Mixin
    StudyOptions options = new StudyOptions();

    @Mixin(name = "messages")
    MessageOptions messages = new MessageOptions();

    SampleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Ledger ledger =
                StudyRun.sample(options.request(StudyOptions.locator().find(study), Set.of()), RunListener.SILENT);
        terminal.result(
                format == OutputFormat.JSON ? LedgerJson.print(ledger, false) : LedgerText.print(ledger, options.lang));
        return ExitStatus.DONE;
    }
}
