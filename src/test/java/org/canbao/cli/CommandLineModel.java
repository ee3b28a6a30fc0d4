package org.canbao.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;

/** What the command line has, for tests of the pages that describe it. */
public final class CommandLineModel {
    private CommandLineModel() {}

    /** The names of all options of all commands. */
    public static Set<String> options() {
        Set<String> names = new TreeSet<>();
        collect(root(), names);
        return names;
    }

    /** The names of the commands, without those of the shell. */
    public static Set<String> commands() {
        Set<String> names = new TreeSet<>(root().getSubcommands().keySet());
        names.remove("generate-completion");
        return names;
    }

    private static void collect(CommandLine command, Set<String> names) {
        command.getCommandSpec().optionsMap().keySet().forEach(names::add);
        command.getSubcommands().values().forEach(sub -> collect(sub, names));
    }

    private static CommandLine root() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        return Commands.all(new Terminal(nowhere, nowhere, false, false));
    }
}
