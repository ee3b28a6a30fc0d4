package org.canbao.report.figure;

import static org.canbao.report.figure.FigureLayout.rounded;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.canbao.report.figure.FigureModel.Direction;
import org.canbao.report.figure.FigureModel.Rule;
import org.canbao.report.figure.FigureModel.Run;

/** Paints the rows below the plot: a tint behind every other group, marks, and the upright rules of the plot. */
final class GridPainter {
    private static final Color TINT = new Color(0xf3, 0xf4, 0xf5);
    private static final double MARK = 0.62 * GridLayout.ROW;
    private static final double DOT = 4.2;
    /** Marks that are wider than this stand apart and are dots. */
    private static final double APART = 2.6;

    private static final double LEAST = 0.45;

    private final FigureModel model;
    private final FigureLayout layout;
    private final GridLayout grid;

    GridPainter(FigureModel model, FigureLayout layout, GridLayout grid) {
        this.model = model;
        this.layout = layout;
        this.grid = grid;
    }

    /** Paints them. */
    void paint(Graphics2D g) {
        Rectangle plot = layout.plot();
        g.setColor(TINT);
        for (GridLayout.PlacedRow row : grid.rows()) {
            if (row.shaded()) {
                double left = FigureLayout.MARGIN - 2;
                g.fill(new Rectangle2D.Double(left, row.top(), plot.getMaxX() - left, GridLayout.ROW));
            }
        }
        g.setColor(Palette.series(0));
        grid.rows().forEach(row -> g.fill(marks(row)));
        rules(g);
    }

    /** The marks of a row as one shape. */
    private Path2D marks(GridLayout.PlacedRow row) {
        Path2D shape = new Path2D.Double();
        double middle = row.top() + GridLayout.ROW / 2;
        boolean dots = unit() > APART;
        for (Run run : row.row().runs()) {
            double from = rounded(layout.x(model.x(), run.from()));
            double to = rounded(layout.x(model.x(), run.to()));
            if (dots) {
                double size = Math.min(DOT, 0.8 * (to - from));
                double x = (from + to) / 2;
                shape.append(new Ellipse2D.Double(x - size / 2, middle - size / 2, size, size), false);
            } else {
                double end = Math.max(rounded(from + LEAST), to);
                shape.moveTo(from, rounded(middle - MARK / 2));
                shape.lineTo(end, rounded(middle - MARK / 2));
                shape.lineTo(end, rounded(middle + MARK / 2));
                shape.lineTo(from, rounded(middle + MARK / 2));
                shape.closePath();
            }
        }
        return shape;
    }

    private double unit() {
        return layout.x(model.x(), 1) - layout.x(model.x(), 0);
    }

    private void rules(Graphics2D g) {
        if (grid.rows().isEmpty()) {
            return;
        }
        double top = grid.rows().get(0).top();
        double bottom = grid.rows().get(grid.rows().size() - 1).top() + GridLayout.ROW;
        for (Rule rule : model.rules()) {
            if (rule.direction() == Direction.UPRIGHT) {
                double x = layout.x(model.x(), rule.at());
                g.setColor(Palette.rule(rule.weight()));
                BasicStroke pen = Palette.pen(rule.weight());
                g.setStroke(pen);
                g.draw(new Line2D.Double(x, top, x, bottom));
            }
        }
    }
}
