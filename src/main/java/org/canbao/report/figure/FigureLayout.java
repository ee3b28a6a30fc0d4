package org.canbao.report.figure;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.canbao.report.figure.FigureModel.Axis;
import org.canbao.report.figure.FigureModel.Estimates;
import org.canbao.report.figure.FigureModel.Ranking;
import org.canbao.report.figure.FigureModel.Series;
import org.canbao.report.figure.FigureModel.Side;
import org.canbao.report.figure.FigureModel.Stack;
import org.canbao.report.figure.FigureModel.Symbol;
import org.canbao.report.figure.FigureModel.Tick;
import org.canbao.report.figure.PlacedText.Anchor;

/**
 * Where everything stands, in points (1/72 inch) from the upper left corner. Figures are 6.5 by 4.2 inches; a long
 * caption or many labels on the left make them higher rather than the plot smaller than a certain height.
 *
 * @param width of the figure
 * @param height of the figure
 * @param plot the rectangle that the axes span, in whole points because XChart counts in whole units
 * @param texts all texts
 * @param keys the points in the legend
 * @param blanks what is whitened below labels that stand on the plot
 * @param grid where the rows below the plot stand, if there are any
 */
record FigureLayout(
        double width,
        double height,
        Rectangle plot,
        List<PlacedText> texts,
        List<LegendKey> keys,
        List<Rectangle2D> blanks,
        Optional<GridLayout> grid) {
    static final double TICK_LENGTH = 3.5;

    static final double WIDTH = 468;
    static final double HEIGHT = 302.4;
    private static final double LEAST_PLOT = 186;
    static final double MARGIN = 6;
    static final double GAP = 4;
    private static final double LEADING = 1.32;

    private static final double TITLE = 11;
    private static final double AXIS_TITLE = 9.5;
    static final double LABEL = 8.5;
    private static final double CAPTION = 8;

    FigureLayout {
        texts = List.copyOf(texts);
        keys = List.copyOf(keys);
        blanks = List.copyOf(blanks);
    }

    /** The point that stands for a series in the legend. */
    record LegendKey(Color colour, Symbol symbol, double x, double y) {}

    /** A length to a hundredth of a point, which keeps files with thousands of marks short. */
    static double rounded(double length) {
        return Math.rint(length * 100) / 100;
    }

    /** The layout of a figure in a font. */
    static FigureLayout of(FigureModel model, FigureFont font) {
        return new Typesetter(model, font).layout();
    }

    /** The horizontal place of a value. */
    double x(Axis axis, double value) {
        return plot.x + axis.share(value) * plot.width;
    }

    /** The vertical place of a value. */
    double y(Axis axis, double value) {
        return plot.y + plot.height - axis.share(value) * plot.height;
    }

    /** Sets the texts around the plot from the outside inwards. */
    private static final class Typesetter {
        private final FigureModel model;
        private final FigureFont font;
        private final List<PlacedText> texts = new ArrayList<>();
        private final List<LegendKey> keys = new ArrayList<>();
        private final double inner = WIDTH - 2 * MARGIN;

        Typesetter(FigureModel model, FigureFont font) {
            this.model = model;
            this.font = font;
        }

        FigureLayout layout() {
            double top = legend(MARGIN + block(model.title(), TITLE, inner, MARGIN, MARGIN) + 1.5 * GAP);
            Optional<GridLayout> grid = model.grid().map(rows -> GridLayout.of(rows, font));
            double beside = Math.max(
                    axisWidth(model.left()), grid.map(GridLayout::labels).orElse(0.0));
            int left = (int) Math.ceil(MARGIN + beside);
            int right = (int) Math.floor(
                    WIDTH - MARGIN - model.right().map(this::axisWidth).orElse(2 * GAP));
            List<String> xTitle = wrap(model.x().title(), AXIS_TITLE, right - left);
            List<String> caption = model.caption().stream()
                    .flatMap(paragraph -> wrap(paragraph, CAPTION, inner).stream())
                    .toList();
            double axisBlock = TICK_LENGTH + GAP / 2 + LABEL * LEADING + GAP / 2 + lead(xTitle, AXIS_TITLE) + 1.5 * GAP;
            double gridBlock = grid.map(rows -> rows.height() + GAP).orElse(0.0);
            double below = axisBlock + gridBlock + lead(caption, CAPTION) + MARGIN;
            double least = Math.max(LEAST_PLOT, model.left().ticks().size() * LABEL * LEADING);
            double height = top + least + below <= HEIGHT ? HEIGHT : Math.ceil(top + least + below);
            int plotTop = (int) Math.ceil(top);
            Rectangle plot = new Rectangle(left, plotTop, right - left, (int) Math.floor(height - below) - plotTop);

            FigureLayout frame =
                    new FigureLayout(WIDTH, height, plot, List.of(), List.of(), List.of(), Optional.empty());
            horizontal(frame, xTitle);
            vertical(frame, model.left(), Side.LEFT);
            model.right().ifPresent(axis -> vertical(frame, axis, Side.RIGHT));
            double gridTop = plot.y + plot.height + axisBlock;
            lines(caption, CAPTION, MARGIN, gridTop + gridBlock);
            Optional<GridLayout> placed = grid.map(rows -> rows.at(gridTop, plot.x));
            placed.ifPresent(rows -> texts.addAll(rows.texts()));
            PlotLabels labels = PlotLabels.of(model, frame, font);
            texts.addAll(labels.texts());
            return new FigureLayout(WIDTH, height, plot, texts, keys, labels.blanks(), placed);
        }

        private static LegendKey key(Series series, int index, double x, double y) {
            if (series instanceof Ranking ranking) {
                return new LegendKey(Palette.series(ranking.colour()), ranking.symbol(), x, y);
            }
            return series instanceof Stack stack
                    ? new LegendKey(Palette.area(stack.colour()), Symbol.SQUARE, x, y)
                    : new LegendKey(Palette.series(index), Symbol.ofSeries(index), x, y);
        }

        private double block(String text, double size, double most, double x, double top) {
            List<String> lines = wrap(text, size, most);
            lines(lines, size, x, top);
            return lead(lines, size);
        }

        private void lines(List<String> lines, double size, double x, double top) {
            for (int i = 0; i < lines.size(); i++) {
                texts.add(
                        PlacedText.of(lines.get(i), x, top + baseline(size) + i * size * LEADING, Anchor.START, size));
            }
        }

        /** Places the legend if there are several series of estimates or parts of bars; gives where the plot may begin. */
        private double legend(double top) {
            List<Series> shown = model.series().stream()
                    .filter(series ->
                            series instanceof Estimates || series instanceof Stack || series instanceof Ranking)
                    .toList();
            if (shown.size() < 2) {
                return top;
            }
            double x = MARGIN;
            double y = top;
            for (int i = 0; i < shown.size(); i++) {
                double wide = 3 * GAP + font.width(shown.get(i).name(), LABEL);
                if (x > MARGIN && x + wide > WIDTH - MARGIN) {
                    x = MARGIN;
                    y += LABEL * LEADING;
                }
                double base = y + baseline(LABEL);
                keys.add(key(shown.get(i), i, x + GAP, base - 0.36 * LABEL));
                texts.add(PlacedText.of(shown.get(i).name(), x + 3 * GAP, base, Anchor.START, LABEL));
                x += wide + 4 * GAP;
            }
            return y + LABEL * LEADING + GAP;
        }

        private void horizontal(FigureLayout frame, List<String> title) {
            Rectangle plot = frame.plot();
            double y = plot.y + plot.height + TICK_LENGTH + GAP / 2;
            for (Tick tick : model.x().ticks()) {
                double x = frame.x(model.x(), tick.at());
                texts.add(PlacedText.of(tick.label(), x, y + baseline(LABEL), Anchor.MIDDLE, LABEL));
            }
            y += LABEL * LEADING + GAP / 2;
            for (String line : title) {
                texts.add(PlacedText.of(line, plot.getCenterX(), y + baseline(AXIS_TITLE), Anchor.MIDDLE, AXIS_TITLE));
                y += AXIS_TITLE * LEADING;
            }
        }

        private void vertical(FigureLayout frame, Axis axis, Side side) {
            Rectangle plot = frame.plot();
            boolean left = side == Side.LEFT;
            double offset = TICK_LENGTH + GAP / 2;
            for (Tick tick : axis.ticks()) {
                double y = frame.y(axis, tick.at()) + 0.36 * LABEL;
                if (left && tick.heading()) {
                    texts.add(PlacedText.of(tick.label(), plot.x - axisWidth(axis), y, Anchor.START, LABEL));
                    continue;
                }
                double x = left ? plot.x - offset : plot.x + plot.width + offset;
                texts.add(PlacedText.of(tick.label(), x, y, left ? Anchor.END : Anchor.START, LABEL));
            }
            List<String> title = wrap(axis.title(), AXIS_TITLE, LEAST_PLOT);
            double beside = model.grid().isPresent() ? plot.x - axisWidth(axis) : MARGIN;
            double x = left ? beside : WIDTH - MARGIN - lead(title, AXIS_TITLE);
            for (String line : title) {
                texts.add(PlacedText.of(line, x + baseline(AXIS_TITLE), plot.getCenterY(), Anchor.MIDDLE, AXIS_TITLE)
                        .asUpward());
                x += AXIS_TITLE * LEADING;
            }
        }

        /** What an axis needs outside the plot: its title, upright, its labels and its ticks. */
        private double axisWidth(Axis axis) {
            double labels = axis.ticks().stream()
                    .map(tick -> font.width(tick.label(), LABEL))
                    .max(Comparator.naturalOrder())
                    .orElse(0.0);
            return lead(wrap(axis.title(), AXIS_TITLE, LEAST_PLOT), AXIS_TITLE) + GAP + labels + GAP / 2 + TICK_LENGTH;
        }

        private List<String> wrap(String text, double size, double most) {
            return TextWrap.wrap(text, line -> font.width(line, size), most);
        }

        private static double lead(List<String> lines, double size) {
            return lines.size() * size * LEADING;
        }

        /** From the top of a line to its baseline. */
        private static double baseline(double size) {
            return 1.02 * size;
        }
    }
}
