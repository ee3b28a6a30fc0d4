package org.canbao.diag;

import java.util.ArrayList;
import java.util.List;

/** Collects the findings of one step, so that the user sees all of them at once. */
public final class Problems {
    private final List<Diagnostic> found = new ArrayList<>();

    /** Adds a finding. */
    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    /** Adds what an inner step threw. */
    public void addAll(CanbaoException exception) {
        found.addAll(exception.diagnostics());
    }

    /** Whether any finding is an error. */
    public boolean hasErrors() {
        return found.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    /** All findings so far. */
    public List<Diagnostic> all() {
        return List.copyOf(found);
    }

    /**
     * Ends the step.
     *
     * @throws CanbaoException with everything found, if any finding is an error
     */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new CanbaoException(found);
        }
    }
}
