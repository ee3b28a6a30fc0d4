package org.canbao.estimate;

import org.canbao.data.Variable;
import org.canbao.design.Valueless;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;

/** Checks of columns that hold periods. */
public final class Periods {
    private Periods() {}

    /** Requires numbers; columns that are not in the sample are left to the design, which names them all. */
    public static void requireNumeric(Sample sample, ColumnRef... columns) {
        Problems problems = new Problems();
        for (ColumnRef column : columns) {
            sample.variable(column.name())
                    .filter(variable -> !variable.type().isNumeric())
                    .ifPresent(variable -> problems.add(Valueless.find(column, sample)
                            .map(none -> none.hint("as a cohort, it says that nobody is ever treated"))
                            .orElseGet(() -> notNumeric(column, variable))));
        }
        problems.throwIfErrors();
    }

    private static Diagnostic notNumeric(ColumnRef column, Variable variable) {
        return Diagnostic.error(
                        EstimateCode.NOT_A_PERIOD,
                        "column `" + column + "` holds periods and is not numeric ("
                                + variable.type().name().toLowerCase(java.util.Locale.ROOT) + ")")
                .at(column.place())
                .hint("periods are whole numbers, for example years; never treated is a missing cohort");
    }
}
