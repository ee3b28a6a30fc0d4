package org.canbao.estimate;

import org.canbao.result.Inference;
import org.canbao.result.RdRobustnessFit.Line;
import org.canbao.spec.Expr;

/** A discontinuity that can be estimated again with one thing changed. */
interface RdVariants {
    /** The discontinuity itself. */
    Line baseline();

    /** How it was estimated. */
    Inference inference();

    /** At another place, with the rows on its side of the cutoff only. */
    Line atCutoff(double place);

    /** Without the rows nearer to the cutoff than this. */
    Line donut(double radius);

    /** With bandwidths times this, or a window of this half-width. */
    Line width(double width);

    /** With a polynomial of this degree. */
    Line order(int order);

    /** With a covariate in the outcome's place. */
    Line covariate(Expr covariate);
}
