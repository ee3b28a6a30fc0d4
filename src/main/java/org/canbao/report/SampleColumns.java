package org.canbao.report;

import java.util.Optional;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Problems;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;

/** Finds the columns of a sample that an exhibit names; what is wrong with them is gathered. */
public final class SampleColumns {
    private final Sample sample;
    private final Problems problems;

    /**
     * In this sample.
     *
     * @param problems gets CB0603 for unknown columns, CB0604 for those without numbers
     */
    public SampleColumns(Sample sample, Problems problems) {
        this.sample = sample;
        this.problems = problems;
    }

    /** The column, whatever it holds. */
    public Optional<Variable> known(ColumnRef ref) {
        Optional<Variable> found = sample.variable(ref.name());
        if (found.isEmpty()) {
            problems.add(Diagnostic.error(TableCode.NO_COLUMN, "column `" + ref + "` is not in the sample")
                    .at(ref.place())
                    .nearest(Nearest.to(ref.name(), sample.names())));
        }
        return found;
    }

    /** The column, which must hold numbers. */
    public Optional<Variable> numeric(ColumnRef ref) {
        Optional<Variable> found = known(ref);
        if (found.isPresent() && !found.get().type().isNumeric()) {
            problems.add(Diagnostic.error(
                            TableCode.NOT_NUMERIC, "column `" + ref + "` holds " + kind(found.get()) + ", not numbers")
                    .at(ref.place())
                    .hint("statistics need numbers; a number or an indicator can be derived from it under `derive`"));
            return Optional.empty();
        }
        return found;
    }

    private static String kind(Variable variable) {
        return variable.type() == ValueType.STRING
                ? "text"
                : variable.type() == ValueType.DATE ? "dates" : "points in time";
    }
}
