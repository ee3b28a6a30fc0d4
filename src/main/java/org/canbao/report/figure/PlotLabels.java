package org.canbao.report.figure;

import static org.canbao.report.figure.FigureLayout.LABEL;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.canbao.report.figure.FigureModel.Direction;
import org.canbao.report.figure.FigureModel.Rule;
import org.canbao.report.figure.PlacedText.Anchor;

/**
 * The texts on the plot: the mark in its corner and the labels of the rules, placed so that none covers another.
 *
 * @param texts the labels
 * @param blanks their rectangles, to be whitened
 */
record PlotLabels(List<PlacedText> texts, List<Rectangle2D> blanks) {
    private static final double ASIDE = 4;
    private static final double ROW = 1.3 * LABEL;
    private static final int ROWS = 3;

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

        void mark(String text) {
            Rectangle2D box = box(text, plot.getMaxX(), Anchor.END, plot.y);
            blanks.add(box);
            texts.add(text(text, plot.getMaxX(), Anchor.END, box).asQuiet());
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

        /** Above the line at its right end, or at its left end if an upright line stands at the right one. */
        void across(Rule rule) {
            double y = frame.y(model.vertical(rule.side()), rule.at());
            if (rule.label().isEmpty() || y < plot.y || y > plot.getMaxY()) {
                return;
            }
            String label = rule.label().get();
            Rectangle2D right = box(label, plot.getMaxX() - ASIDE, Anchor.END, y - ROW);
            boolean crossed = model.rules().stream()
                    .filter(other -> other.direction() == Direction.UPRIGHT)
                    .anyMatch(other -> frame.x(model.x(), other.at()) > right.getMinX() - ASIDE);
            Anchor anchor = crossed ? Anchor.START : Anchor.END;
            double at = crossed ? plot.x + ASIDE : plot.getMaxX() - ASIDE;
            add(label, at, anchor, box(label, at, anchor, y - ROW));
        }

        private boolean isFree(Rectangle2D box) {
            return box.getMinX() >= plot.x
                    && box.getMaxX() <= plot.getMaxX()
                    && blanks.stream().noneMatch(other -> other.intersects(box));
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
