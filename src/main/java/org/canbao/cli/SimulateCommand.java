package org.canbao.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.canbao.simulate.ExampleExtract;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code canbao simulate}: raw extracts with known truth. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        header = "Write simulated raw extracts with known truth.",
        synopsisSubcommandLabel = "WHAT",
        footer = {"", "Example:", "  canbao simulate example --out raw"},
        subcommands = {
            SimulateCommand.ExampleCommand.class, //
            SimulateCmdsCommand.class,
            SimulateEnrolmentCommand.class
        })
final class SimulateCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "simulate what? there are: "
                        + String.join(", ", spec.subcommands().keySet()));
    }

    /** {@code canbao simulate example}: six yearly surveys, a yearbook and policy dates. */
    @Command(
            name = "example",
            mixinStandardHelpOptions = true,
            header = "Six yearly surveys (Stata 114, GB18030), a city yearbook, policy dates, and the truth.",
            footer = {
                "",
                "Example:",
                "  canbao simulate example --scale 0.5 --seed 7 --out raw",
                "  canbao ingest example-persons raw/persons2013.dta --wave 2013"
            })
    static final class ExampleCommand implements Callable<Integer> {
        private final Terminal terminal;

        @Spec
        @SuppressWarnings("NullAway.Init")
        CommandSpec spec;

        @Option(
                names = "--scale",
                paramLabel = "X",
                defaultValue = "1",
                description = "1 for about 23,000 persons (default: ${DEFAULT-VALUE}).")
        double scale;

        @Option(
                names = "--seed",
                paramLabel = "N",
                defaultValue = "1",
                description = "Equal seeds give equal files (default: ${DEFAULT-VALUE}).")
        long seed;

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the files go.")
        Path out = Path.of("");

        @Mixin(name = "messages")
        MessageOptions messages = new MessageOptions();

        ExampleCommand(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            if (!(scale > 0) || scale > 1000) {
                throw new ParameterException(
                        new CommandLine(spec),
                        String.format(Locale.ROOT, "--scale must be in (0, 1000], not %s", scale));
            }
            for (Path file : new ExampleExtract(seed, scale).write(out)) {
                terminal.result(file.toString());
            }
            return ExitStatus.DONE;
        }
    }
}
