package org.canbao.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.canbao.ingest.Inspection;
import org.canbao.ingest.InspectionJson;
import org.canbao.ingest.InspectionText;
import org.canbao.ingest.OpenOptions;
import org.canbao.ingest.SchemaInspection;
import org.canbao.ingest.SchemaInspectionJson;
import org.canbao.ingest.SchemaInspectionText;
import org.canbao.schema.DataSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code canbao inspect}: what a raw file holds. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        header = "Show what a raw file holds: variables, labels, codes, missing shares, ranges.",
        footer = {
            "",
            "Example:",
            "  canbao inspect wave2017.dta --encoding gb18030",
            "  canbao inspect wave2017.dta --schema cmds-2017"
        })
final class InspectCommand implements Callable<Integer> {
    /** How wide the text is: what most terminals have at least, and what a printed page takes. */
    private static final int COLUMNS = 100;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "A Stata, SPSS, CSV or Parquet file.")
    Path file = Path.of("");

    @Mixin(name = "schema")
    SchemaOptions schemaOptions = new SchemaOptions();

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
        OpenOptions options = fileOptions.options();
        Optional<DataSchema> schema = schemaOptions.schema();
        return schema.isPresent() ? fit(options, schema.get()) : contents(options);
    }

    private int fit(OpenOptions options, DataSchema wanted) {
        SchemaInspection inspection = SchemaInspection.of(file, options, wanted);
        terminal.findings(inspection.binding().findings());
        terminal.result(
                format == OutputFormat.JSON
                        ? SchemaInspectionJson.text(inspection)
                        : SchemaInspectionText.text(inspection));
        return inspection.fits() ? ExitStatus.DONE : ExitStatus.CHECK_FAILED;
    }

    private int contents(OpenOptions options) {
        Inspection inspection = Inspection.of(file, options);
        terminal.result(
                format == OutputFormat.JSON
                        ? InspectionJson.text(inspection)
                        : new InspectionText(COLUMNS).text(inspection));
        return ExitStatus.DONE;
    }
}
