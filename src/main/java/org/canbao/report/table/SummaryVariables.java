package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Problems;
import org.canbao.report.TableCode;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.TableSpec;

/**
 * The variables that a table of statistics needs, found in the sample and of the right type.
 *
 * @param described those it describes
 * @param by the one whose levels split it
 * @param weights its weights
 */
record SummaryVariables(List<Variable> described, Optional<Variable> by, Optional<Variable> weights) {
    SummaryVariables {
        described = List.copyOf(described);
    }

    /**
     * Finds them.
     *
     * @throws CanbaoException with everything that is wrong: CB0603 unknown, CB0604 not numeric
     */
    static SummaryVariables of(TableSpec.Summary spec, Sample sample) {
        Problems problems = new Problems();
        List<Variable> described = new ArrayList<>();
        for (ColumnRef variable : spec.variables()) {
            numeric(variable, sample, problems).ifPresent(described::add);
        }
        Optional<Variable> by = spec.by().flatMap(ref -> known(ref, sample, problems));
        Optional<Variable> weights = spec.weights().flatMap(ref -> numeric(ref, sample, problems));
        problems.throwIfErrors();
        return new SummaryVariables(described, by, weights);
    }

    private static Optional<Variable> numeric(ColumnRef ref, Sample sample, Problems problems) {
        Optional<Variable> found = known(ref, sample, problems);
        if (found.isPresent() && !found.get().type().isNumeric()) {
            problems.add(Diagnostic.error(
                            TableCode.NOT_NUMERIC, "column `" + ref + "` holds " + kind(found.get()) + ", not numbers")
                    .at(ref.place())
                    .hint("statistics need numbers; a number or an indicator can be derived from it under `derive`"));
            return Optional.empty();
        }
        return found;
    }

    private static Optional<Variable> known(ColumnRef ref, Sample sample, Problems problems) {
        Optional<Variable> found = sample.variable(ref.name());
        if (found.isEmpty()) {
            problems.add(Diagnostic.error(TableCode.NO_COLUMN, "column `" + ref + "` is not in the sample")
                    .at(ref.place())
                    .nearest(Nearest.to(ref.name(), sample.names())));
        }
        return found;
    }

    private static String kind(Variable variable) {
        return variable.type() == ValueType.STRING
                ? "text"
                : variable.type() == ValueType.DATE ? "dates" : "points in time";
    }
}
