package org.canbao.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A figure that was asked for. */
public sealed interface FigureSpec
        permits FigureSpec.EventStudy, //
                FigureSpec.Placebo {
    /** Its key in the study. */
    String id();

    /** Its title. */
    Text title();

    /** Notes under it. */
    Optional<Text> notes();

    /** The specs whose fits it shows, in order. */
    List<ColumnRef> specs();

    /** The columns of the sample that it reads. */
    default List<ColumnRef> columnsRead() {
        return List.of();
    }

    /**
     * Estimates by event time with confidence intervals.
     *
     * @param specs one at least; several stand side by side
     */
    record EventStudy(String id, Text title, Optional<Text> notes, List<ColumnRef> specs) implements FigureSpec {
        public EventStudy {
            specs = List.copyOf(specs);
        }
    }

    /** Density of the placebo estimates, their p-values, and the true estimate. */
    record Placebo(String id, Text title, Optional<Text> notes, ColumnRef spec, Optional<ColumnRef> trueSpec)
            implements FigureSpec {
        @Override
        public List<ColumnRef> specs() {
            List<ColumnRef> specs = new ArrayList<>(List.of(spec));
            trueSpec.ifPresent(specs::add);
            return specs;
        }
    }
}
