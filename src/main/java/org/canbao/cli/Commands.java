package org.canbao.cli;

import java.util.List;
import java.util.Optional;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** All commands, in the order in which help lists them. */
final class Commands {
    private static final List<Class<?>> ALL = List.of(
            SimulateCommand.class,
            InspectCommand.class,
            IngestCommand.class,
            SampleCommand.class,
            RunCommand.class,
            EstimateCommand.class,
            ReplicateCommand.class,
            CompareCommand.class,
            AuditCommand.class,
            FiscalCommand.class,
            VerifyCommand.class,
            HelpCommand.class,
            GenerateCompletion.class);

    /** These tell about the others. */
    private static final List<Class<?>> ABOUT_ALL = List.of(HelpCommand.class, GenerateCompletion.class);

    private Commands() {}

    /** The command line with all commands. */
    static CommandLine all(Terminal terminal) {
        return line(terminal, ALL);
    }

    /**
     * The command line that a call needs: with one command, if its first argument names one. Making the model of a command
     * takes some ten milliseconds before anything is compiled, and there are many.
     */
    static CommandLine of(Terminal terminal, String... arguments) {
        List<Class<?>> named = ALL.stream()
                .filter(type -> arguments.length > 0 && arguments[0].equals(name(type)))
                .filter(type -> !ABOUT_ALL.contains(type))
                .toList();
        return line(terminal, named.isEmpty() ? ALL : named);
    }

    /**
     * What logs go to where a call keeps none: a study has a log, one estimate does not, and loading what writes it takes a
     * tenth of a second. Errors still reach the terminal.
     */
    static Optional<String> withoutLog(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(name(EstimateCommand.class))
                ? Optional.of("org.apache.logging.log4j.simple.SimpleLoggerContextFactory")
                : Optional.empty();
    }

    private static CommandLine line(Terminal terminal, List<Class<?>> commands) {
        CommandFactory factory = new CommandFactory(terminal);
        CommandLine line = new CommandLine(new CanbaoCommand(), factory);
        for (Class<?> command : commands) {
            line.addSubcommand(command);
        }
        return line;
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }
}
