package org.canbao.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A figure that was asked for. */
public sealed interface FigureSpec
        permits FigureSpec.EventStudy, //
                FigureSpec.RdDensity,
                FigureSpec.RdPlot,
                FigureSpec.RdRobustness,
                FigureSpec.HonestDid,
                FigureSpec.Placebo,
                Bars,
                ShareBars {
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

    /** The condition that the rows of the sample meet which it reads, if any. */
    default Optional<SqlExpression> where() {
        return Optional.empty();
    }

    /** A model that is estimated for the figure alone, beside the specs of the study. */
    default Optional<ModelSpec> ownModel() {
        return Optional.empty();
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

    /** A histogram of a running variable, and its density on both sides of a cutoff. */
    record RdDensity(String id, Text title, Optional<Text> notes, ColumnRef spec) implements FigureSpec {
        @Override
        public List<ColumnRef> specs() {
            return List.of(spec);
        }
    }

    /**
     * Means in bins of a running variable, and polynomials on both sides of a cutoff.
     *
     * @param spec a discontinuity of the study that the plot is about, or the plot itself
     * @param plot what is shown; empty if {@code spec} is a plot
     * @param intervals whether bins have confidence intervals
     */
    record RdPlot(
            String id,
            Text title,
            Optional<Text> notes,
            Optional<ColumnRef> spec,
            Optional<org.canbao.spec.RdPlot> plot,
            boolean intervals)
            implements FigureSpec {
        @Override
        public List<ColumnRef> specs() {
            return spec.stream().toList();
        }

        @Override
        public List<ColumnRef> columnsRead() {
            return plot.map(shown -> shown.columns().all()).orElse(List.of());
        }

        @Override
        public Optional<ModelSpec> ownModel() {
            return plot.map(shown -> shown);
        }
    }

    /** A discontinuity under other choices: estimates with intervals. */
    record RdRobustness(String id, Text title, Optional<Text> notes, ColumnRef spec) implements FigureSpec {
        @Override
        public List<ColumnRef> specs() {
            return List.of(spec);
        }
    }

    /** Confidence sets of an effect while more and more difference in trends is allowed. */
    record HonestDid(String id, Text title, Optional<Text> notes, ColumnRef spec) implements FigureSpec {
        @Override
        public List<ColumnRef> specs() {
            return List.of(spec);
        }
    }
}
