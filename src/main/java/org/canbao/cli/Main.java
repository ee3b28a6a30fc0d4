package org.canbao.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.canbao.diag.CanbaoException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: runs one command and ends with its exit status. */
public final class Main {
    private Main() {}

    /** Runs one command. */
    public static void main(String[] args) {
        Commands.withoutLog(args).ifPresent(factory -> System.setProperty("log4j2.loggerContextFactory", factory));
        ResultStream results = new ResultStream(new FileOutputStream(FileDescriptor.out));
        Terminal terminal = Terminal.ofProcess(System.getenv(), results);
        int status = run(terminal, args);
        results.lost().ifPresent(reason -> terminal.error("error: cannot write the results: " + reason));
        System.exit(status == ExitStatus.DONE && results.lost().isPresent() ? ExitStatus.INPUT_ERROR : status);
    }

    /** Runs one command and gives its exit status. */
    static int run(Terminal terminal, String... args) {
        CommandLine line = Commands.of(terminal, args);
        line.setOut(new PrintWriter(new TerminalWriter(terminal), true));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setUsageHelpLongOptionsMaxWidth(34);
        line.setExecutionStrategy(parsed -> execute(terminal, parsed));
        line.setExecutionExceptionHandler((exception, command, parsed) -> report(terminal, exception));
        line.setParameterExceptionHandler((exception, arguments) -> usageError(terminal, exception));
        return line.execute(args);
    }

    private static int execute(Terminal terminal, ParseResult parsed) {
        for (ParseResult level = parsed; level != null; level = level.hasSubcommand() ? level.subcommand() : null) {
            if (level.commandSpec().mixins().get("messages") != null
                    && level.commandSpec().mixins().get("messages").userObject() instanceof MessageOptions options) {
                terminal.quiet(options.quiet);
                terminal.verbose(options.verbose);
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** Says what went wrong, and gives the exit status that it means. */
    static int report(Terminal terminal, Exception exception) {
        if (exception instanceof CanbaoException findings) {
            terminal.findings(findings.diagnostics());
            if (terminal.isVerbose()) {
                findings.printStackTrace(terminal.err());
            }
            return ExitStatus.INPUT_ERROR;
        }
        terminal.error("internal error: " + exception);
        if (terminal.isVerbose()) {
            exception.printStackTrace(terminal.err());
        } else {
            terminal.error("  = this is a mistake in canbao, not in your input; --verbose shows where");
        }
        return ExitStatus.INTERNAL_ERROR;
    }

    private static int usageError(Terminal terminal, ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        terminal.error("error: " + exception.getMessage());
        List<String> near = CommandLine.UnmatchedArgumentException.class.isInstance(exception)
                ? ((CommandLine.UnmatchedArgumentException) exception).getSuggestions()
                : List.of();
        if (!near.isEmpty()) {
            terminal.error("  = did you mean " + String.join(" or ", near) + "?");
        }
        terminal.error("  = usage and an example: " + command.getCommandSpec().qualifiedName(" ") + " --help");
        return ExitStatus.INPUT_ERROR;
    }
}
