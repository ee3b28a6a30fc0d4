package org.canbao.result;

import java.util.List;

/** A fit with estimates under assignments of the treatment that are not the real one. */
public sealed interface Permuted extends Fit permits Fit.Placebo, RandomizationFit {
    /** The name of the estimate that is compared. */
    String treatment();

    /** The estimate with the real treatment. */
    Coefficient actual();

    /** One per draw, in order; its numbers are NaN where the drawn assignment gives no estimate. */
    List<Fit.Draw> draws();

    /** Draws as extreme as the actual estimate, ties within a relative 1e-12 included. */
    int extreme();

    /** (extreme+1)/(draws+1), draws without an estimate left out. */
    double pValue();

    /** Draws without an estimate. */
    default int missing() {
        return (int)
                draws().stream().filter(draw -> Double.isNaN(draw.estimate())).count();
    }
}
