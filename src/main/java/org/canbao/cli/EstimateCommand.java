package org.canbao.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimators;
import org.canbao.estimate.SeComparer;
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
            "  cluster: [sid]",
            "",
            "Why is my standard error not that of another program?",
            "  canbao estimate castle.dta --spec spec.yaml --explain-se --coefficient post"
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

    @Option(
            names = "--explain-se",
            description =
                    "Print, instead of the estimate, its standard errors by every covariance that applies and with"
                            + " the small-sample conventions of every program, and which ingredient makes them differ.")
    boolean explain;

    @Option(
            names = "--coefficient",
            paramLabel = "NAME",
            description = "With --explain-se: a coefficient, as results name it; may be repeated (default: the first).")
    List<String> coefficients = List.of();

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
        if (!explain && !coefficients.isEmpty()) {
            throw new ParameterException(command.commandLine(), "--coefficient goes with --explain-se");
        }
        ModelSpec asked = SpecReader.read(spec);
        try (DataFile file = DataFile.open(data, fileOptions.options(), threads)) {
            StudyLabels labels = new StudyLabels(Map.of(), file.sample().variables());
            TableContext context =
                    new TableContext(labels, Optional.empty(), file.sample().simulated());
            terminal.result(rendered(asked, file, context));
        }
        return ExitStatus.DONE;
    }

    private String rendered(ModelSpec asked, DataFile file, TableContext context) {
        EstimationOptions options = EstimationOptions.DEFAULT.withThreads(threads);
        if (explain) {
            return format.render(SeComparer.compare(asked, file.sample(), options, coefficients), context, lang);
        }
        long start = System.nanoTime();
        Fit fit = Estimators.estimate(asked, file.sample(), options);
        if (terminal.isVerbose()) {
            double seconds = (System.nanoTime() - start) / 1e9;
            terminal.message(String.format(Locale.ROOT, "read and estimated in %.3f s", seconds));
        }
        return format.render(fit, context, lang);
    }
}
