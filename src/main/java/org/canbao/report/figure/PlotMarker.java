package org.canbao.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.canbao.report.figure.FigureModel.Symbol;
import org.knowm.xchart.style.markers.Marker;

/** A marker with its own size and outline; XChart's own share one size and cannot be hollow. */
final class PlotMarker extends Marker {
    private final Symbol symbol;
    private final double size;
    private final BasicStroke outline;
    private final Color fill;
    private final Color line;

    PlotMarker(Symbol symbol, double size, float outline, Color fill, Color line) {
        this.symbol = symbol;
        this.size = size;
        this.outline = new BasicStroke(outline);
        this.fill = fill;
        this.line = line;
    }

    /** Paints it around a point; the chart's common marker size is of no account. */
    @Override
    public void paint(Graphics2D g, double x, double y, int commonSize) {
        Shape shape = shape(x, y);
        g.setColor(fill);
        g.fill(shape);
        g.setColor(line);
        g.setStroke(outline);
        g.draw(shape);
    }

    private Shape shape(double x, double y) {
        double half = size / 2;
        return switch (symbol) {
            case CIRCLE -> new Ellipse2D.Double(x - half, y - half, size, size);
            case SQUARE -> new Rectangle2D.Double(x - 0.9 * half, y - 0.9 * half, 0.9 * size, 0.9 * size);
            case DIAMOND -> polygon(x, y - 1.2 * half, x + 1.2 * half, y, x, y + 1.2 * half, x - 1.2 * half, y);
            case TRIANGLE ->
                polygon(x, y - 1.15 * half, x + 1.1 * half, y + 0.85 * half, x - 1.1 * half, y + 0.85 * half);
            case TIPPED ->
                polygon(x, y + 1.15 * half, x + 1.1 * half, y - 0.85 * half, x - 1.1 * half, y - 0.85 * half);
            case CROSS -> cross(x, y, half);
        };
    }

    private static Path2D cross(double x, double y, double half) {
        double arm = 1.1 * half;
        double thick = 0.4 * half;
        return polygon(
                x - thick, y - arm, x + thick, y - arm, x + thick, y - thick, x + arm, y - thick, x + arm, y + thick,
                x + thick, y + thick, x + thick, y + arm, x - thick, y + arm, x - thick, y + thick, x - arm, y + thick,
                x - arm, y - thick, x - thick, y - thick);
    }

    private static Path2D polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
