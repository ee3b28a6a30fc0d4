package org.canbao.diag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One finding.
 *
 * @param severity how bad it is
 * @param code its kind
 * @param message one sentence with the values that matter, names in backticks
 * @param place where, if it has a place in a file
 * @param hints what was expected, the nearest valid names, the next step: one line each
 */
public record Diagnostic(Severity severity, Code code, String message, Optional<Place> place, List<String> hints) {
    public Diagnostic {
        hints = List.copyOf(hints);
    }

    /** A finding that stops the work. */
    public static Diagnostic error(Code code, String message) {
        return new Diagnostic(Severity.ERROR, code, message, Optional.empty(), List.of());
    }

    /** A finding that does not stop the work. */
    public static Diagnostic warning(Code code, String message) {
        return new Diagnostic(Severity.WARNING, code, message, Optional.empty(), List.of());
    }

    /** A finding that is only for information. */
    public static Diagnostic note(Code code, String message) {
        return new Diagnostic(Severity.NOTE, code, message, Optional.empty(), List.of());
    }

    /** The same finding with its place. */
    public Diagnostic at(Place where) {
        return new Diagnostic(severity, code, message, Optional.of(where), hints);
    }

    /** The same finding with one more hint. */
    public Diagnostic hint(String hint) {
        List<String> more = new ArrayList<>(hints);
        more.add(hint);
        return new Diagnostic(severity, code, message, place, more);
    }

    /** The same finding with "did you mean" when {@code candidates} is not empty. */
    public Diagnostic nearest(List<String> candidates) {
        return candidates.isEmpty()
                ? this
                : hint("did you mean "
                        + String.join(
                                " or ",
                                candidates.stream().map(c -> "`" + c + "`").toList()) + "?");
    }

    /** This finding as an exception. */
    public CanbaoException toException() {
        return new CanbaoException(List.of(this));
    }
}
