package org.canbao.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.canbao.spec.Lang;

/**
 * What a figure shows, in the units of the data: no pixels, fonts or files.
 *
 * @param id the key of the figure in its study
 * @param lang the language of its texts
 * @param title printed above it
 * @param x the horizontal axis
 * @param left the vertical axis on the left
 * @param right the vertical axis on the right, if any
 * @param series what was estimated, painted in this order
 * @param rules straight lines through the whole plot, painted below the series
 * @param grid rows of marks below the plot, if any
 * @param mark a word in the corner of the plot, such as "Simulated data"
 * @param caption paragraphs under the plot
 */
public record FigureModel(
        String id,
        Lang lang,
        String title,
        Axis x,
        Axis left,
        Optional<Axis> right,
        List<Series> series,
        List<Rule> rules,
        Optional<Grid> grid,
        Optional<String> mark,
        List<String> caption) {
    /** A figure without a grid. */
    public FigureModel(
            String id,
            Lang lang,
            String title,
            Axis x,
            Axis left,
            Optional<Axis> right,
            List<Series> series,
            List<Rule> rules,
            Optional<String> mark,
            List<String> caption) {
        this(id, lang, title, x, left, right, series, rules, Optional.empty(), mark, caption);
    }

    public FigureModel {
        series = List.copyOf(series);
        rules = List.copyOf(rules);
        title = clean(title);
        mark = mark.map(FigureModel::clean);
        caption = caption.stream().map(FigureModel::clean).toList();
    }

    /** The axis that vertical positions on this side refer to; the left one if there is no right one. */
    public Axis vertical(Side side) {
        return side == Side.RIGHT ? right.orElse(left) : left;
    }

    /** The same with further paragraphs under the plot. */
    public FigureModel with(List<String> further) {
        List<String> all = new ArrayList<>(caption);
        all.addAll(further);
        return new FigureModel(id, lang, title, x, left, right, series, rules, grid, mark, all);
    }

    /** Every text that is drawn. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        texts.add(title);
        Stream.concat(Stream.of(x, left), right.stream()).forEach(axis -> {
            texts.add(axis.title());
            axis.ticks().forEach(tick -> texts.add(tick.label()));
        });
        series.forEach(one -> texts.add(one.name()));
        rules.forEach(rule -> rule.label().ifPresent(texts::add));
        grid.ifPresent(marks -> texts.addAll(marks.texts()));
        mark.ifPresent(texts::add);
        texts.addAll(caption);
        return texts;
    }

    /**
     * An axis.
     *
     * @param title what it measures
     * @param min its value at the left or lower end
     * @param max its value at the right or upper end, more than {@code min}
     * @param ticks its marks, ascending
     */
    public record Axis(String title, double min, double max, List<Tick> ticks) {
        public Axis {
            title = clean(title);
            ticks = List.copyOf(ticks);
            if (!(min < max) || !Double.isFinite(max - min)) {
                throw new IllegalArgumentException("an axis needs min < max, both finite: " + min + ", " + max);
            }
        }

        /** Where a value lies between the ends: 0 at {@code min}, 1 at {@code max}. */
        public double share(double value) {
            return (value - min) / (max - min);
        }
    }

    /**
     * A mark on an axis.
     *
     * @param label beside it; may be empty
     * @param heading whether there is no mark and the label is a heading over those that follow
     */
    public record Tick(double at, String label, boolean heading) {
        /** A mark with its label. */
        public Tick(double at, String label) {
            this(at, label, false);
        }
    }

    /** The vertical axis that something refers to. */
    public enum Side {
        /** The left axis. */
        LEFT,
        /** The right axis. */
        RIGHT
    }

    /** Something estimated. */
    public sealed interface Series {
        /** What it is called in the legend and the CSV file. */
        String name();

        /** The axis of its vertical positions. */
        Side side();
    }

    /**
     * Estimates with intervals. Several of these make a legend.
     *
     * @param name for example the estimator
     * @param symbol the form of its points
     * @param estimates ascending in {@code x}
     */
    public record Estimates(String name, Symbol symbol, List<Estimate> estimates) implements Series {
        public Estimates {
            name = clean(name);
            estimates = List.copyOf(estimates);
        }

        @Override
        public Side side() {
            return Side.LEFT;
        }
    }

    /**
     * An estimate with its interval.
     *
     * @param at the event time
     * @param x where it is drawn: {@code at}, moved aside when several series stand at the same event time
     * @param y the estimate; NaN is not drawn, and leaves the interval alone
     * @param low the lower end of the interval; NaN is not drawn
     * @param high the upper end of the interval; NaN is not drawn
     * @param reference whether it is zero by normalisation, which makes a hollow point
     */
    public record Estimate(double at, double x, double y, double low, double high, boolean reference) {}

    /**
     * Many estimates side by side, each with its interval in a lighter colour. Several of these make a legend. An estimate
     * that is NaN is a cross at the foot of the plot.
     *
     * @param colour the place of its colour among those of series
     * @param symbol the form of its points where they are few; many are dashes
     * @param estimates ascending in {@code x}
     */
    public record Ranking(String name, int colour, Symbol symbol, List<Estimate> estimates) implements Series {
        public Ranking {
            name = clean(name);
            estimates = List.copyOf(estimates);
        }

        @Override
        public Side side() {
            return Side.LEFT;
        }
    }

    /** Rows of marks below the plot, on its horizontal axis, in groups. */
    public record Grid(List<GridGroup> groups) {
        public Grid {
            groups = List.copyOf(groups);
        }

        List<String> texts() {
            return groups.stream()
                    .flatMap(group -> Stream.concat(
                            Stream.of(group.label()), group.rows().stream().map(GridRow::label)))
                    .toList();
        }
    }

    /** Rows that belong together. */
    public record GridGroup(String label, List<GridRow> rows) {
        public GridGroup {
            label = clean(label);
            rows = List.copyOf(rows);
        }
    }

    /** A row: marks from one horizontal value to another, ascending. */
    public record GridRow(String label, List<Run> runs) {
        public GridRow {
            label = clean(label);
            runs = List.copyOf(runs);
        }
    }

    /** A mark. */
    public record Run(double from, double to) {}

    /** Many small points. */
    public record Cloud(String name, Side side, List<Point> points) implements Series {
        public Cloud {
            name = clean(name);
            points = List.copyOf(points);
        }
    }

    /**
     * A curve through points, ascending in x.
     *
     * @param colour the place of its colour among those of series
     */
    public record Curve(String name, Side side, int colour, List<Point> points) implements Series {
        public Curve {
            name = clean(name);
            points = List.copyOf(points);
        }

        /** In the first colour. */
        public Curve(String name, Side side, List<Point> points) {
            this(name, side, 0, points);
        }
    }

    /**
     * A band between two curves, painted below everything else.
     *
     * @param colour the place of its colour among those of series
     * @param spans ascending in x
     */
    public record Band(String name, int colour, List<Span> spans) implements Series {
        public Band {
            name = clean(name);
            spans = List.copyOf(spans);
        }

        @Override
        public Side side() {
            return Side.LEFT;
        }
    }

    /** The ends of a band at a place. */
    public record Span(double x, double low, double high) {}

    /** Bars of a histogram from zero up, painted below everything else. */
    public record Bars(String name, List<Bar> bars) implements Series {
        public Bars {
            name = clean(name);
            bars = List.copyOf(bars);
        }

        @Override
        public Side side() {
            return Side.LEFT;
        }
    }

    /** A bar: its ends and its height. */
    public record Bar(double from, double to, double height) {}

    /**
     * Bars, or parts of stacked bars, painted below everything else. Several of these make a legend.
     *
     * @param colour the place of its colour among those of series
     * @param lying whether bars lie: their ends are on the left axis then, and their length is along the horizontal one
     * @param blocks one for each bar that has the part
     */
    public record Stack(String name, int colour, boolean lying, List<Block> blocks) implements Series {
        public Stack {
            name = clean(name);
            blocks = List.copyOf(blocks);
        }

        /** Of standing bars. */
        public Stack(String name, int colour, List<Block> blocks) {
            this(name, colour, false, blocks);
        }

        @Override
        public Side side() {
            return Side.LEFT;
        }
    }

    /**
     * A part of a bar.
     *
     * @param of what the bar is called
     * @param from where the bar begins, across its length
     * @param to where it ends
     * @param low where the part begins, along its length
     * @param high where the part ends
     * @param interval the interval of {@code high}, if it has one
     */
    public record Block(String of, double from, double to, double low, double high, Optional<Span> interval) {
        /** Without an interval. */
        public Block(String of, double from, double to, double low, double high) {
            this(of, from, to, low, high, Optional.empty());
        }
    }

    /** A point. */
    public record Point(double x, double y) {}

    /** The form of a point; forms differ enough to be told apart in black and white. */
    public enum Symbol {
        /** A circle. */
        CIRCLE,
        /** A square on its corner. */
        DIAMOND,
        /** A square. */
        SQUARE,
        /** A triangle on its base. */
        TRIANGLE,
        /** A triangle on its tip. */
        TIPPED,
        /** Two crossed bars. */
        CROSS;

        private static final List<Symbol> ALL = List.of(values());

        /** The symbol of the series at this place, beginning anew after the last. */
        static Symbol ofSeries(int index) {
            return ALL.get(index % ALL.size());
        }
    }

    /**
     * A straight line through the whole plot.
     *
     * @param name what it is, for the CSV file
     * @param direction across or upright
     * @param side the axis of a line across; of no meaning for an upright one
     * @param at its value
     * @param weight how much it asks for attention
     * @param label printed beside it
     */
    public record Rule(String name, Direction direction, Side side, double at, Weight weight, Optional<String> label) {
        public Rule {
            label = label.map(FigureModel::clean);
        }
    }

    /** The direction of a rule. */
    public enum Direction {
        /** At a vertical value, from left to right. */
        ACROSS,
        /** At a horizontal value, from bottom to top. */
        UPRIGHT
    }

    /** How much a rule asks for attention. */
    public enum Weight {
        /** Thin, solid and grey: zero. */
        BASE,
        /** Thin and dashed: a threshold or a date. */
        MARK,
        /** Bold: the result. */
        RESULT
    }

    /** The text in one line: runs of white space are one space (no-break spaces stay), control and format characters are gone. */
    private static String clean(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
    }
}
