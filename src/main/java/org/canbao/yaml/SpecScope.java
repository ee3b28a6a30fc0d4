package org.canbao.yaml;

import java.util.Optional;
import org.canbao.spec.ModelSpec;

/**
 * What a spec may refer to while it is read.
 *
 * @param formulas the formula language with the study's lists
 * @param bases other specs, by id or written out in place
 */
record SpecScope(FormulaParser formulas, Bases bases) {
    /** Resolves the spec that another one builds on. */
    @FunctionalInterface
    interface Bases {
        /**
         * The spec that a node names by id, or is itself.
         *
         * @return empty if it has findings of its own, which are then reported where it stands
         * @throws org.canbao.diag.CanbaoException if there is no such spec, or it builds on itself
         */
        Optional<ModelSpec> read(Located node);
    }
}
