package org.canbao.diag;

import java.util.List;
import java.util.stream.Collectors;

/** Carries findings up to the command line. The input, the configuration or the usage is wrong, not the program. */
public final class CanbaoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /** An exception for these findings, of which at least one is an error. */
    public CanbaoException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::message).collect(Collectors.joining("; ")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** An exception for these findings with the failure behind them, which {@code --verbose} prints. */
    public CanbaoException(List<Diagnostic> diagnostics, Throwable cause) {
        this(diagnostics);
        initCause(cause);
    }

    /** What was found, in the order of the input. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
