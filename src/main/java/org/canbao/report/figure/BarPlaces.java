package org.canbao.report.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.canbao.report.figure.FigureModel.Block;
import org.canbao.report.figure.FigureModel.Point;
import org.canbao.report.figure.FigureModel.Span;
import org.canbao.report.figure.FigureModel.Stack;

/** Where standing and lying bars are on the paper. */
record BarPlaces(FigureModel model, FigureLayout layout) {
    /** Half the width of the end of an interval, in points. */
    private static final double CAP = 2.2;
    /** How thick a bar of length zero is, in points: it is there, other than one whose length is missing. */
    private static final double ZERO = 1.6;

    /** Whether a label in this box would touch a part of a bar or its interval. */
    boolean covers(Stack stack, Block block, Rectangle2D box) {
        Rectangle2D bar = rectangle(stack, block);
        return box.intersects(bar.getX() - CAP, bar.getY() - CAP, bar.getWidth() + 2 * CAP, bar.getHeight() + 2 * CAP)
                || block.interval().stream()
                        .flatMap(span -> interval(stack, block, span).stream())
                        .anyMatch(line -> line.intersects(box));
    }

    /** The rectangle of a part of a bar. */
    Rectangle2D rectangle(Stack stack, Block block) {
        Rectangle2D bar = rectangle(point(stack, block.from(), block.low()), point(stack, block.to(), block.high()));
        if (block.low() != 0 || block.high() != 0) {
            return bar;
        }
        return stack.lying()
                ? new Rectangle2D.Double(bar.getX(), bar.getY(), ZERO, bar.getHeight())
                : new Rectangle2D.Double(bar.getX(), bar.getY() - ZERO, bar.getWidth(), ZERO);
    }

    /** The lines of an interval: along the bar, and across both ends. */
    List<Line2D> interval(Stack stack, Block block, Span span) {
        double middle = (block.from() + block.to()) / 2;
        Point low = point(stack, middle, span.low());
        Point high = point(stack, middle, span.high());
        return List.of(
                line(low, high, 0, 0, stack.lying()),
                line(low, low, -CAP, CAP, stack.lying()),
                line(high, high, -CAP, CAP, stack.lying()));
    }

    private static Point point(Stack stack, double across, double along) {
        return stack.lying() ? new Point(along, across) : new Point(across, along);
    }

    private Rectangle2D rectangle(Point a, Point b) {
        Rectangle2D shape = new Rectangle2D.Double();
        shape.setFrameFromDiagonal(x(a), y(a), x(b), y(b));
        return shape;
    }

    private Line2D line(Point a, Point b, double before, double after, boolean lying) {
        return lying
                ? new Line2D.Double(x(a), y(a) + before, x(b), y(b) + after)
                : new Line2D.Double(x(a) + before, y(a), x(b) + after, y(b));
    }

    private double x(Point point) {
        return layout.x(model.x(), point.x());
    }

    private double y(Point point) {
        return layout.y(model.left(), point.y());
    }
}
