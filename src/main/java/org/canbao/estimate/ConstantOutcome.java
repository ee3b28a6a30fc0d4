package org.canbao.estimate;

import java.util.Arrays;
import org.canbao.design.Design;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ModelSpec;

/** Outcomes without anything to explain: an effect of zero with an error of rounding would look like a finding. */
public final class ConstantOutcome {
    private ConstantOutcome() {}

    /** Throws if the values are all the same. */
    public static void refuse(double[] outcome, ModelSpec.Common common) {
        if (Arrays.stream(outcome).allMatch(value -> value == outcome[0])) {
            throw error(common, "is constant in the " + outcome.length + " rows used");
        }
    }

    /** Throws if the outcome is the same in all rows of a design. */
    public static void refuse(Design design, ModelSpec.Common common) {
        double[] outcome = design.values(design.outcome());
        boolean same =
                !design.variesWithin(design.outcome()) && Arrays.stream(outcome).allMatch(value -> value == outcome[0]);
        if (same) {
            throw error(common, "is constant in the " + design.rows() + " rows used");
        }
    }

    static CanbaoException error(ModelSpec.Common common, String how) {
        return Diagnostic.error(EstimateCode.OUTCOME_CONSTANT, "the outcome of spec `" + common.id() + "` " + how)
                .at(common.place())
                .toException();
    }
}
