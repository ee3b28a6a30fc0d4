package org.canbao.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.canbao.ingest.Inspection;
import org.canbao.ingest.InspectionJson;
import org.canbao.ingest.InspectionText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code canbao inspect}: what a raw file holds. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        header = "Show what a raw file holds: variables, labels, codes, missing shares, ranges.",
        footer = {"", "Example:", "  canbao inspect wave2017.dta --encoding gb18030"})
final class InspectCommand implements Callable<Integer> {
    /** How wide the text is: what most terminals have at least, and what a printed page takes. */
    private static final int COLUMNS = 100;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "A Stata, SPSS, CSV or Parquet file.")
    Path file = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How the result is printed (default: ${DEFAULT-VALUE}).")
    OutputFormat format = OutputFormat.TEXT;

    @Mixin(name = "file")
    FileOptions fileOptions = new FileOptions();

    @Mixin(name = "messages")
    MessageOptions messages = new MessageOptions();

    InspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Inspection inspection = Inspection.of(file, fileOptions.options());
        terminal.result(
                format == OutputFormat.JSON
                        ? InspectionJson.text(inspection)
                        : new InspectionText(COLUMNS).text(inspection));
        return ExitStatus.DONE;
    }
}
