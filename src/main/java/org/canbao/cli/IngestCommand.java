package org.canbao.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.canbao.data.Codebook;
import org.canbao.ingest.CodebookJson;
import org.canbao.ingest.IngestRequest;
import org.canbao.ingest.Ingestor;
import org.canbao.ingest.RawParts;
import org.canbao.ingest.RuleText;
import org.canbao.schema.DataSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code canbao ingest}: raw files into the store. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        header = "Put raw files into the store: Stata, SPSS, CSV or Parquet.",
        description = {
            "The files are read, never changed. The wave is in the store whole, or not at all: a value that does not fit"
                    + " its column is written to rejects.csv in the store, and ingestion fails if there are more than"
                    + " --max-rejects.",
        },
        footer = {
            "",
            "Example:",
            "  canbao ingest cmds wave2017.dta --wave 2017 --encoding gb18030",
            "  canbao ingest cmds wave2017.dta --wave 2017 --schema cmds-2017",
            "  canbao ingest cmds wave2017.dta --wave 2017 --schema cmds-2017 --override mine.yaml",
            "  canbao ingest cmds wave2017.dta --wave 2017 --schema cmds-2017 --members cmds-members",
            "  canbao ingest claims part1.csv part2.csv --type id=string --missing -99,none"
        })
final class IngestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec command;

    @Parameters(index = "0", paramLabel = "DATASET", description = "The name of the data set in the store.")
    String dataset = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Raw files, appended in order; a folder stands for the raw files in it.")
    List<Path> files = new ArrayList<>();

    @Option(names = "--wave", paramLabel = "WAVE", defaultValue = "", description = "The wave, for example a year.")
    String wave = "";

    @Mixin(name = "schema")
    SchemaOptions schemaOptions = new SchemaOptions();

    @Option(
            names = "--max-rejects",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many values may fail to fit their column (default: ${DEFAULT-VALUE}).")
    long maxRejects;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            defaultValue = "store",
            description = "Where ingested data go (default: ${DEFAULT-VALUE}).")
    Path store = Path.of("store");

    @Option(
            names = "--members",
            paramLabel = "NAME",
            description =
                    "Put the persons of the schema's roster into the store too, a row each, as the data set NAME.")
    Optional<String> members = Optional.empty();

    @Option(
            names = "--hash-key",
            paramLabel = "FILE",
            description =
                    "The key with which the schema's identifiers of persons are hashed (default: .key in the store,"
                            + " made at random if it is not there).")
    Optional<Path> hashKey = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "How many threads (default: all cores).")
    int threads = Runtime.getRuntime().availableProcessors();

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

    IngestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        IngestRequest plain = new IngestRequest(
                dataset, RawParts.of(files), wave, store, fileOptions.options(), maxRejects, Math.max(1, threads));
        IngestRequest request =
                hashed(schemaOptions.schema().map(plain::withSchema).orElse(plain));
        Optional<IngestRequest> roster = members.map(name -> rosterOf(request, name));
        ingest(request);
        roster.ifPresent(this::ingest);
        return ExitStatus.DONE;
    }

    private void ingest(IngestRequest request) {
        try (ProgressLine line = new ProgressLine(terminal)) {
            IngestProgress progress = new IngestProgress(line);
            Codebook codebook = new Ingestor().ingest(request, progress);
            line.close();
            terminal.findings(progress.findings());
            terminal.result(format == OutputFormat.JSON ? CodebookJson.text(codebook) : text(codebook));
        }
    }

    private IngestRequest rosterOf(IngestRequest request, String name) {
        boolean roster = request.schema().flatMap(DataSchema::roster).isPresent();
        if (!roster || name.equals(dataset)) {
            throw new ParameterException(
                    command.commandLine(),
                    roster
                            ? "--members wants another name than that of the respondents"
                            : "--members wants a --schema with a roster");
        }
        return request.ofMembers(name);
    }

    private IngestRequest hashed(IngestRequest request) {
        return hashKey.map(request::withHashKey).orElse(request);
    }

    private String text(Codebook codebook) {
        Codebook.Source first = codebook.sources().get(0);
        return String.format(
                Locale.ROOT,
                "%s%s: %s, %s, %s (%s, %s)\n%s%s",
                codebook.dataset(),
                codebook.wave().isEmpty() ? "" : " " + codebook.wave(),
                Counted.of(codebook.rows(), "row"),
                Counted.of(codebook.variables().size(), "variable"),
                Counted.of(codebook.rejected(), "reject"),
                first.format(),
                first.encoding(),
                codebook.schema().map(IngestCommand::harmonised).orElse(""),
                codebook.simulated() ? "simulated data: everything made from it says so\n" : "");
    }

    private static String harmonised(Codebook.SchemaUse use) {
        String absent = use.absent().isEmpty() ? "" : "; not in the files: " + String.join(", ", use.absent());
        return "harmonised by " + use.schema() + absent + "\n" + RuleText.of(use.rules());
    }
}
