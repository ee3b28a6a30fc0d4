package org.canbao.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.canbao.simulate.cmds.CmdsExtract;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code canbao simulate cmds}: six waves of a survey of migrants, with yearbook, policy dates and prices. */
@Command(
        name = "cmds",
        mixinStandardHelpOptions = true,
        header =
                "Six waves of the survey of migrants in their raw layouts, city yearbook, policy dates, prices, and the truth.",
        footer = {
            "",
            "Example:",
            "  canbao simulate cmds --scale 0.05 --out raw",
            "  canbao ingest cmds raw/cmds2017a卷.dta --wave 2017 --schema cmds-2017"
        })
final class SimulateCmdsCommand implements Callable<Integer> {
    private static final double LARGEST = 100;

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Option(
            names = "--scale",
            paramLabel = "X",
            defaultValue = "1",
            description = "1 for the published size: 1,096,721 persons, of whom a study analyses about 228,912"
                    + " (default: ${DEFAULT-VALUE}).")
    double scale;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Equal seeds give equal files (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the files go.")
    Path out = Path.of("");

    @Option(names = "--threads", paramLabel = "N", description = "How many threads (default: all cores).")
    int threads = Runtime.getRuntime().availableProcessors();

    @Mixin(name = "messages")
    MessageOptions messages = new MessageOptions();

    SimulateCmdsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!(scale > 0) || scale > LARGEST) {
            throw new ParameterException(
                    new CommandLine(spec),
                    String.format(Locale.ROOT, "--scale must be in (0, %.0f], not %s", LARGEST, scale));
        }
        for (Path file : new CmdsExtract(seed, scale, Math.max(1, threads)).write(out)) {
            terminal.result(file.toString());
        }
        return ExitStatus.DONE;
    }
}
