package org.canbao.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimators;
import org.canbao.report.StudyLabels;
import org.canbao.report.table.TableContext;
import org.canbao.result.Fit;
import org.canbao.run.DataFile;
import org.canbao.spec.Lang;
import org.canbao.spec.ModelSpec;
import org.canbao.yaml.SpecReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code canbao estimate}: one spec on one data file. */
@Command(
        name = "estimate",
        mixinStandardHelpOptions = true,
        header = "Estimate one spec on one data file.",
        description = "The data may be Stata, SPSS, CSV or Parquet; they are read, never changed.",
        footer = {
            "",
            "Example:",
            "  canbao estimate castle.dta --spec spec.yaml",
            "with spec.yaml:",
            "  model: ols",
            "  formula: log(homicide) ~ post | sid + year",
            "  weights: popwt",
            "  vcov: cluster",
            "  cluster: [sid]"
        })
final class EstimateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "DATA", description = "The data file.")
    Path data = Path.of("");

    @Option(names = "--spec", required = true, paramLabel = "SPEC.yaml", description = "The spec, YAML or JSON.")
    Path spec = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "text|json|csv|md|tex",
            defaultValue = "text",
            description = "How the result is printed (default: ${DEFAULT-VALUE}).")
    FitFormat format = FitFormat.TEXT;

    @Option(
            names = "--lang",
            paramLabel = "en|zh",
            defaultValue = "en",
            description = "The language of the words (default: ${DEFAULT-VALUE}).")
    Lang lang = Lang.EN;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads (default: all cores). The results do not depend on it.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Mixin(name = "file")
    FileOptions fileOptions = new FileOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec command;

    @Mixin(name = "messages")
    MessageOptions messages = new MessageOptions();

    EstimateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (threads < 1) {
            throw new ParameterException(command.commandLine(), "--threads must be at least 1, not " + threads);
        }
        ModelSpec asked = SpecReader.read(spec);
        try (DataFile file = DataFile.open(data, fileOptions.options(), threads)) {
            Fit fit = Estimators.estimate(asked, file.sample(), EstimationOptions.DEFAULT.withThreads(threads));
            StudyLabels labels = new StudyLabels(Map.of(), file.sample().variables());
            TableContext context =
                    new TableContext(labels, Optional.empty(), file.sample().simulated());
            terminal.result(format.render(fit, context, lang));
        }
        return ExitStatus.DONE;
    }
}
