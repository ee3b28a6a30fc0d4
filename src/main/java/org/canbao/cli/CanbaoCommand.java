package org.canbao.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line; {@link Commands} adds the commands. */
@Command(
        name = "canbao",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "From raw survey or insurance extracts to the tables and figures of a study.",
        footer = {
            "",
            "Example:",
            "  canbao replicate",
            "  canbao inspect wave2017.dta",
            "  canbao ingest cmds wave2017.dta --wave 2017 && canbao run my-study",
            "",
            "Exit status: 0 done, 1 a check failed, 2 usage or input error, 3 internal error."
        })
final class CanbaoCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which command?" + System.lineSeparator() + spec.commandLine().getUsageMessage());
    }
}
