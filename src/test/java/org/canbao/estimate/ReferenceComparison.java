package org.canbao.estimate;

import java.util.List;
import java.util.Set;
import org.canbao.result.Fit;
import tools.jackson.databind.JsonNode;

/** How fits of some models are compared with what other software gives. */
interface ReferenceComparison {
    /** Relative; the reference values have fifteen digits, and standard errors lose some to the square root. */
    double EXACT = 1e-8;
    /** Where an optimiser, a search or an iteration is involved. */
    double SEARCHED = 1e-6;

    /** Every comparison there is. */
    List<ReferenceComparison> ALL = List.of(
            new RegressionComparison(),
            new GroupTimeComparison(),
            new LikelihoodComparison(),
            JsonComparison.exact(),
            JsonComparison.oster(),
            JsonComparison.ordered(),
            JsonComparison.differences(),
            JsonComparison.imputation(),
            JsonComparison.discontinuity(),
            JsonComparison.density());

    /** The models whose fits it can compare. */
    Set<String> models();

    /** The largest relative difference allowed. */
    default double tolerance(ReferenceCases.Case c) {
        return EXACT;
    }

    /** Whether the models can be estimated from moments of cells, besides rows. */
    default boolean hasMoments() {
        return true;
    }

    /** Compares numbers, and asserts what is not a number. */
    void compare(JsonNode expected, Fit fit, LargestDifference difference);
}
