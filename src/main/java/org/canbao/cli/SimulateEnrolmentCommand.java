package org.canbao.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.canbao.simulate.enrolment.EnrolmentExtract;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code canbao simulate enrolment}: a city's insurance platform. */
@Command(
        name = "enrolment",
        mixinStandardHelpOptions = true,
        header = "A city's insurance platform: persons, enrolment spells, settlements, and the truth.",
        description = {
            "",
            "Tables PSN_INFO_B, PSN_INSU_D and SETL_D as CSV in four parts each, numbers of children as a yearbook has "
                    + "them, and the truth. No person in them exists.",
            "",
            "A million persons are about 200 MB of files: 115 MB by default, 4 GB for a city of 20 million. Persons are "
                    + "written as they are drawn, so that memory does not grow with the scale."
        },
        footer = {
            "",
            "Example:",
            "  canbao simulate enrolment --scale 0.1 --out raw",
            "  canbao ingest persons raw/psn_info_b_*.csv --schema psn-info-b"
        })
final class SimulateEnrolmentCommand implements Callable<Integer> {
    private static final double MOST = 100;

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Option(
            names = "--scale",
            paramLabel = "X",
            defaultValue = "1",
            description = "1 for the published counts of children, about half a million (default: ${DEFAULT-VALUE}).")
    double scale;

    @Option(
            names = "--adults",
            paramLabel = "X",
            defaultValue = "0.2",
            description =
                    "Insured adults per child; 9 with --scale 4 is a city of 20 million (default: ${DEFAULT-VALUE}).")
    double adults;

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

    SimulateEnrolmentCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        check("--scale", scale, scale > 0);
        check("--adults", adults, adults >= 0);
        int threads = Runtime.getRuntime().availableProcessors();
        for (Path file : new EnrolmentExtract(seed, scale, adults).write(out, threads)) {
            terminal.result(file.toString());
        }
        return ExitStatus.DONE;
    }

    private void check(String option, double value, boolean positive) {
        if (!positive || value > MOST) {
            throw new ParameterException(
                    new CommandLine(spec),
                    String.format(Locale.ROOT, "%s must be positive and at most %.0f, not %s", option, MOST, value));
        }
    }
}
