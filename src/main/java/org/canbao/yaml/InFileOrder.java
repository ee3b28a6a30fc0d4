package org.canbao.yaml;

import java.util.Comparator;
import java.util.List;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;

/** Findings in the order of the file, each once (a list with a mistake may be inserted into many formulas). */
final class InFileOrder {
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparingInt(
                    (Diagnostic d) -> d.place().map(Place::line).orElse(0))
            .thenComparingInt(d -> d.place().map(Place::column).orElse(0));

    private InFileOrder() {}

    /** The findings, sorted and each once. */
    static List<Diagnostic> sorted(Problems problems) {
        return problems.all().stream().distinct().sorted(BY_PLACE).toList();
    }

    /** Throws all findings if any is an error. */
    static void throwIfErrors(Problems problems) {
        if (problems.hasErrors()) {
            throw new CanbaoException(sorted(problems));
        }
    }
}
