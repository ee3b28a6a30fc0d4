package org.canbao.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.DiagnosticPrinter;
import org.canbao.diag.Printable;
import org.canbao.diag.Severity;

/** Results to standard output, messages to standard error, both in UTF-8; colours and progress only on a terminal. */
final class Terminal {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private final boolean colour;
    private boolean quiet;
    private boolean verbose;

    Terminal(PrintStream out, PrintStream err, boolean interactive, boolean colour) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
        this.colour = colour;
    }

    /** The terminal of this process. {@code CANBAO_TTY} is set by the launcher, which can ask the system. */
    static Terminal ofProcess(Map<String, String> environment, ResultStream results) {
        boolean terminal = "1".equals(environment.get("CANBAO_TTY"));
        boolean noColour =
                !environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"));
        return new Terminal(
                new PrintStream(results, false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                terminal,
                terminal && !noColour);
    }

    void quiet(boolean on) {
        quiet = on;
    }

    void verbose(boolean on) {
        verbose = on;
    }

    boolean isVerbose() {
        return verbose;
    }

    /** Whether progress may be drawn. */
    boolean showsProgress() {
        return interactive && !quiet;
    }

    PrintStream err() {
        return err;
    }

    /** A result, with a line break at its end. */
    void result(String text) {
        help(Printable.of(text.replace("\r\n", "\n")));
    }

    /** What canbao says of itself, which may have colours. */
    void help(String text) {
        out.print(text.endsWith("\n") || text.isEmpty() ? text : text + "\n");
        out.flush();
    }

    /** A message that {@code --quiet} leaves out. */
    void message(String text) {
        if (!quiet) {
            error(text);
        }
    }

    /** A message that is shown even when quiet. */
    void error(String text) {
        err.println(Printable.of(text));
    }

    /** Findings; errors are shown even when quiet. */
    void findings(List<Diagnostic> findings) {
        DiagnosticPrinter printer = new DiagnosticPrinter(colour);
        for (Diagnostic finding : findings) {
            if (!quiet || finding.severity() == Severity.ERROR) {
                err.println(printer.print(finding));
            }
        }
    }
}
