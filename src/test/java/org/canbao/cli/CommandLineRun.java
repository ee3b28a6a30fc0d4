package org.canbao.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A command run inside the test: its exit status and what it printed. */
record CommandLineRun(int status, String out, String err) {
    static CommandLineRun of(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false);
        int status = Main.run(
                terminal,
                Arrays.stream(args)
                        .map(a -> a instanceof Path path ? path.toString() : String.valueOf(a))
                        .toArray(String[]::new));
        return new CommandLineRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The same, for commands that must succeed. */
    static CommandLineRun ok(Object... args) {
        CommandLineRun run = of(args);
        if (run.status() != 0) {
            throw new AssertionError(Arrays.toString(args) + " ended with " + run.status() + ":\n" + run.err());
        }
        return run;
    }
}
