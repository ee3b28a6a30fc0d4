package org.canbao.report.figure;

import static org.canbao.report.figure.FigureLayout.LABEL;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.canbao.report.figure.FigureModel.Band;
import org.canbao.report.figure.FigureModel.Bars;
import org.canbao.report.figure.FigureModel.Cloud;
import org.canbao.report.figure.FigureModel.Curve;
import org.canbao.report.figure.FigureModel.Direction;
import org.canbao.report.figure.FigureModel.Estimate;
import org.canbao.report.figure.FigureModel.Estimates;
import org.canbao.report.figure.FigureModel.Point;
import org.canbao.report.figure.FigureModel.Ranking;
import org.canbao.report.figure.FigureModel.Rule;
import org.canbao.report.figure.FigureModel.Series;
import org.canbao.report.figure.FigureModel.Stack;
import org.canbao.report.figure.PlacedText.Anchor;

/**
 * The texts on the plot: the mark in its corner and the labels of the rules, placed so that none covers another.
 *
 * @param texts the labels
 * @param blanks their rectangles, to be whitened
 */
record PlotLabels(List<PlacedText> texts, List<Rectangle2D> blanks) {
    private static final double ASIDE = 4;
    /** What two labels in a row keep apart, so that they are not read as one, in points. */
    private static final double APART = 10;

    private static final double ROW = 1.3 * LABEL;
    private static final int ROWS = 3;
    /** Places that are tried along a line. */
    private static final int STEPS = 40;
    /** How near to a label data may come. */
    private static final double NEAR = 2;

    /** The labels of a figure whose plot has its place. */
    static PlotLabels of(FigureModel model, FigureLayout frame, FigureFont font) {
        Placer placer = new Placer(model, frame, font);
        model.mark().ifPresent(placer::mark);
        model.rules().stream().filter(r -> r.direction() == Direction.UPRIGHT).forEach(placer::upright);
        model.rules().stream().filter(r -> r.direction() == Direction.ACROSS).forEach(placer::across);
        return new PlotLabels(placer.texts, placer.blanks);
    }

    private static final class Placer {
        private final FigureModel model;
        private final FigureLayout frame;
        private final FigureFont font;
        private final Rectangle plot;
        private final List<PlacedText> texts = new ArrayList<>();
        private final List<Rectangle2D> blanks = new ArrayList<>();

        Placer(FigureModel model, FigureLayout frame, FigureFont font) {
            this.model = model;
            this.frame = frame;
            this.font = font;
            this.plot = frame.plot();
        }

        /**
         * In the right upper corner; of lying bars, whose ends it could be taken to belong to, in the lower one otherwise; or
         * the highest place where there is room beside lines and data.
         */
        void mark(String text) {
            Rectangle2D box = freeBox(text, plot.y);
            if (coversData(box) && model.series().stream().anyMatch(s -> s instanceof Stack stack && stack.lying())) {
                box = freeBox(text, plot.getMaxY() - ROW);
            }
            for (double top = plot.y; top < plot.getMaxY() - ROW && coversData(box); top += ROW / 2) {
                box = freeBox(text, top);
            }
            blanks.add(box);
            texts.add(text(text, box.getMinX(), Anchor.START, box).asQuiet());
        }

        /**
         * Room for a text at a height: at the right end, else at the left end, else the next place from the right where
         * it covers no upright line, no data and no other text; the right end if there is none.
         */
        private Rectangle2D freeBox(String text, double top) {
            Rectangle2D right = box(text, plot.getMaxX() - ASIDE, Anchor.END, top);
            Rectangle2D left = box(text, plot.x + ASIDE, Anchor.START, top);
            return Stream.concat(
                            Stream.of(right, left), IntStream.range(1, STEPS).mapToObj(step -> {
                                double share = (double) step / STEPS;
                                double x = right.getMinX() + share * (left.getMinX() - right.getMinX());
                                return box(text, x, Anchor.START, top);
                            }))
                    .filter(box -> isFree(box) && !coversLine(box) && !coversData(box))
                    .findFirst()
                    .orElse(right);
        }

        private boolean coversLine(Rectangle2D box) {
            return model.rules().stream()
                    .filter(rule -> rule.direction() == Direction.UPRIGHT)
                    .mapToDouble(rule -> frame.x(model.x(), rule.at()))
                    .anyMatch(x -> x > box.getMinX() - ASIDE && x < box.getMaxX() + ASIDE);
        }

        private boolean coversData(Rectangle2D box) {
            BarPlaces places = new BarPlaces(model, frame);
            return model.series().stream()
                    .anyMatch(series -> series instanceof Stack stack
                            ? stack.blocks().stream().anyMatch(block -> places.covers(stack, block, box))
                            : pointsOf(series)
                                    .anyMatch(point -> box.intersects(
                                            frame.x(model.x(), point.x()) - NEAR,
                                            frame.y(model.vertical(series.side()), point.y()) - NEAR,
                                            2 * NEAR,
                                            2 * NEAR)));
        }

        private static Stream<Point> pointsOf(Series series) {
            if (series instanceof Cloud cloud) {
                return cloud.points().stream();
            }
            if (series instanceof Curve curve) {
                return curve.points().stream();
            }
            if (series instanceof Band band) {
                return band.spans().stream()
                        .flatMap(span -> Stream.of(new Point(span.x(), span.low()), new Point(span.x(), span.high())));
            }
            if (series instanceof Bars bars) {
                return bars.bars().stream()
                        .flatMap(bar ->
                                Stream.of(new Point(bar.from(), bar.height()), new Point(bar.to(), bar.height())));
            }
            List<Estimate> estimates =
                    series instanceof Ranking ranking ? ranking.estimates() : ((Estimates) series).estimates();
            return estimates.stream()
                    .flatMap(e ->
                            Stream.of(new Point(e.x(), e.y()), new Point(e.x(), e.low()), new Point(e.x(), e.high())));
        }

        /** At the top beside its line: right or left, first row first, wherever there is room. */
        void upright(Rule rule) {
            double x = frame.x(model.x(), rule.at());
            if (rule.label().isEmpty() || x < plot.x || x > plot.getMaxX()) {
                return;
            }
            String label = rule.label().get();
            for (int row = 0; row < ROWS; row++) {
                for (Anchor anchor : List.of(Anchor.START, Anchor.END)) {
                    double at = anchor == Anchor.START ? x + ASIDE : x - ASIDE;
                    Rectangle2D box = box(label, at, anchor, plot.y + row * ROW);
                    if (isFree(box)) {
                        add(label, at, anchor, box);
                        return;
                    }
                }
            }
            boolean leftHalf = x < plot.getCenterX();
            Anchor anchor = leftHalf ? Anchor.START : Anchor.END;
            double at = leftHalf ? x + ASIDE : x - ASIDE;
            add(label, at, anchor, box(label, at, anchor, plot.y + ROWS * ROW));
        }

        /** Above its line, where there is room. */
        void across(Rule rule) {
            double y = frame.y(model.vertical(rule.side()), rule.at());
            if (rule.label().isEmpty() || y < plot.y || y > plot.getMaxY()) {
                return;
            }
            String label = rule.label().get();
            Rectangle2D box = freeBox(label, y - ROW - 1.5);
            add(label, box.getMinX(), Anchor.START, box);
        }

        private boolean isFree(Rectangle2D box) {
            return box.getMinX() >= plot.x
                    && box.getMaxX() <= plot.getMaxX()
                    && blanks.stream()
                            .noneMatch(other -> other.intersects(
                                    box.getX() - APART, box.getY(), box.getWidth() + 2 * APART, box.getHeight()));
        }

        private void add(String label, double x, Anchor anchor, Rectangle2D box) {
            blanks.add(box);
            texts.add(text(label, x, anchor, box));
        }

        private Rectangle2D box(String label, double x, Anchor anchor, double top) {
            double width = font.width(label, LABEL);
            return new Rectangle2D.Double(x - anchor.share() * width, top + 0.5, width, ROW - 1);
        }

        private static PlacedText text(String label, double x, Anchor anchor, Rectangle2D box) {
            return PlacedText.of(label, x, box.getMinY() + LABEL * 0.98, anchor, LABEL);
        }
    }
}
