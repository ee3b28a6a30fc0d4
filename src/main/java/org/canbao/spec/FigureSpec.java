package org.canbao.spec;

import java.util.Optional;

/** A figure that was asked for. */
public sealed interface FigureSpec {
    /** Its key in the study. */
    String id();

    /** Its title. */
    Text title();

    /** Notes under it. */
    Optional<Text> notes();

    /** Estimates by event time with confidence intervals. */
    record EventStudy(String id, Text title, Optional<Text> notes, ColumnRef spec) implements FigureSpec {}

    /** Density of the placebo estimates, their p-values, and the true estimate. */
    record Placebo(String id, Text title, Optional<Text> notes, ColumnRef spec, Optional<ColumnRef> trueSpec)
            implements FigureSpec {}
}
