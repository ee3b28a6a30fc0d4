package org.canbao.report.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.DisplayWidth;
import org.canbao.report.figure.FigureModel.Axis;
import org.canbao.report.figure.FigureModel.Block;
import org.canbao.report.figure.FigureModel.Direction;
import org.canbao.report.figure.FigureModel.Rule;
import org.canbao.report.figure.FigureModel.Series;
import org.canbao.report.figure.FigureModel.Side;
import org.canbao.report.figure.FigureModel.Span;
import org.canbao.report.figure.FigureModel.Stack;
import org.canbao.report.figure.FigureModel.Tick;
import org.canbao.report.figure.FigureModel.Weight;

/**
 * Bars with names, in panels: the parts of a bar stand beside each other or on top of each other. Bars stand if their names
 * have room under them, and otherwise lie, the first one on top.
 *
 * @param parts the names of the parts, for the legend
 * @param panels the bars
 * @param stacked whether parts stand on top of each other
 */
record BarChart(List<String> parts, List<Panel> panels, boolean stacked) {
    /** So many letters have room under a figure. */
    private static final int ROOM = 72;

    private static final double STACKED = 0.62;
    private static final double BESIDE = 0.78;
    private static final double BEYOND = 0.06;
    private static final double ABOVE_HEADING = 0.35;

    BarChart {
        parts = List.copyOf(parts);
        panels = List.copyOf(panels);
    }

    /** Bars under a heading, which is empty if there is none. */
    record Panel(String heading, List<Bar> bars) {
        Panel {
            bars = List.copyOf(bars);
        }
    }

    /** A bar with its name and its parts, of which each is there or not. */
    record Bar(String name, List<Part> values) {
        Bar {
            values = List.copyOf(values);
        }
    }

    /** The length of a bar or of a part of it, and its interval; NaN where there is none. */
    record Part(double value, double low, double high) {
        static final Part NONE = new Part(Double.NaN, Double.NaN, Double.NaN);

        static Part of(double value) {
            return new Part(value, Double.NaN, Double.NaN);
        }

        Optional<Span> interval(double at) {
            return Double.isFinite(low) && Double.isFinite(high) && low < high
                    ? Optional.of(new Span(at, low, high))
                    : Optional.empty();
        }
    }

    /**
     * Checks that it can be drawn.
     *
     * @throws org.canbao.diag.CanbaoException CB0653 if no bar has a length, CB0654 for parts below zero or more parts than
     *     can be told apart
     */
    void check(String figure) {
        List<Part> all = panels.stream()
                .flatMap(panel -> panel.bars().stream())
                .flatMap(bar -> bar.values().stream())
                .toList();
        if (all.stream().noneMatch(part -> Double.isFinite(part.value()))) {
            throw Diagnostic.error(FigureCode.NOTHING_TO_DRAW, "figure `" + figure + "`: no bar has a length")
                    .hint("its values are missing in all rows that it shows")
                    .toException();
        }
        if (stacked && all.stream().anyMatch(part -> part.value() < 0)) {
            throw Diagnostic.error(FigureCode.BARS, "figure `" + figure + "`: a part of a stacked bar is below zero")
                    .hint("parts are zero or more; `kind: bars` shows values of either sign")
                    .toException();
        }
        if (parts.size() > Palette.colours()) {
            throw Diagnostic.error(
                            FigureCode.BARS,
                            "figure `" + figure + "` has " + parts.size() + " parts of bars; at most "
                                    + Palette.colours() + " can be told apart")
                    .toException();
        }
    }

    /**
     * The figure.
     *
     * @param length what the length of bars is
     */
    FigureModel model(
            FigureContext context,
            String id,
            String title,
            String length,
            Optional<String> mark,
            List<String> caption) {
        Drawing drawing = new Drawing(lies());
        for (Panel panel : panels) {
            drawing.add(panel);
        }
        Axis names = drawing.names();
        Axis measure = drawing.measure(length);
        Direction along = drawing.lying ? Direction.UPRIGHT : Direction.ACROSS;
        return new FigureModel(
                id,
                context.lang(),
                title,
                drawing.lying ? measure : names,
                drawing.lying ? names : measure,
                Optional.empty(),
                drawing.series(),
                List.of(new Rule("zero", along, Side.LEFT, 0, Weight.BASE, Optional.empty())),
                mark,
                caption);
    }

    private boolean lies() {
        int longest = panels.stream()
                .flatMap(panel -> panel.bars().stream())
                .mapToInt(bar -> DisplayWidth.of(bar.name()))
                .max()
                .orElse(0);
        int bars = panels.stream().mapToInt(panel -> panel.bars().size()).sum();
        return panels.size() > 1 || bars * (longest + 1) > ROOM;
    }

    /** Puts bar after bar. */
    private final class Drawing {
        private final boolean lying;
        private final List<List<Block>> blocks = new ArrayList<>();
        private final List<Tick> ticks = new ArrayList<>();
        private final AxisRange range = new AxisRange().include(0);
        private double next;

        Drawing(boolean lying) {
            this.lying = lying;
            parts.forEach(part -> blocks.add(new ArrayList<>()));
        }

        void add(Panel panel) {
            if (!panel.heading().isEmpty()) {
                next += next > 0 ? ABOVE_HEADING : 0;
                ticks.add(new Tick(place(next++), panel.heading(), true));
            }
            panel.bars().forEach(this::add);
        }

        private void add(Bar bar) {
            double wide = stacked ? STACKED : BESIDE / parts.size();
            double top = 0;
            for (int p = 0; p < parts.size(); p++) {
                Part part = bar.values().get(p);
                if (!Double.isFinite(part.value())) {
                    continue;
                }
                double first = stacked ? next - STACKED / 2 : next - BESIDE / 2 + p * wide;
                double from = place(first);
                double to = place(first + wide);
                blocks.get(p)
                        .add(new Block(bar.name(), from, to, top, top + part.value(), part.interval((from + to) / 2)));
                range.include(top + part.value()).include(part.low()).include(part.high());
                top += stacked ? part.value() : 0;
            }
            ticks.add(new Tick(place(next++), bar.name()));
        }

        /** From left to right, or from top to bottom. */
        private double place(double number) {
            return lying ? -number : number;
        }

        Axis names() {
            List<Tick> ascending = new ArrayList<>(ticks);
            if (lying) {
                Collections.reverse(ascending);
            }
            double last = next - 0.5;
            return lying ? new Axis("", -last, 0.5, ascending) : new Axis("", -0.5, last, ascending);
        }

        Axis measure(String length) {
            return range.low() < 0 ? range.axis(length, BEYOND, BEYOND) : range.fromZero(length, 0, BEYOND);
        }

        List<Series> series() {
            List<Series> series = new ArrayList<>();
            for (int p = 0; p < parts.size(); p++) {
                series.add(new Stack(parts.get(p), p, lying, blocks.get(p)));
            }
            return series;
        }
    }
}
