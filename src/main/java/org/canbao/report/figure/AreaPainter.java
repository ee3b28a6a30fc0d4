package org.canbao.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.canbao.report.figure.FigureModel.Band;
import org.canbao.report.figure.FigureModel.Bars;
import org.canbao.report.figure.FigureModel.Block;
import org.canbao.report.figure.FigureModel.Series;
import org.canbao.report.figure.FigureModel.Span;
import org.canbao.report.figure.FigureModel.Stack;

/** Paints bars and bands, on the paper and below the chart. */
final class AreaPainter {
    private static final BasicStroke GAP = new BasicStroke(0.5f);
    /** Around a line on a dark bar. */
    private static final BasicStroke HALO = new BasicStroke(1.8f);

    private final FigureModel model;
    private final FigureLayout layout;

    AreaPainter(FigureModel model, FigureLayout layout) {
        this.model = model;
        this.layout = layout;
    }

    /** Whether a figure has any. */
    static boolean hasAreas(FigureModel model) {
        return model.series().stream()
                .anyMatch(series -> series instanceof Band || series instanceof Bars || series instanceof Stack);
    }

    /** Paints them, bars first. */
    void paint(Graphics2D g) {
        Graphics2D inside = (Graphics2D) g.create();
        Rectangle plot = layout.plot();
        inside.clip(new Rectangle2D.Double(plot.x, plot.y, plot.width, plot.height));
        for (Series series : model.series()) {
            if (series instanceof Bars bars) {
                bars.bars().forEach(bar -> fill(inside, bar.from(), bar.to(), 0, bar.height(), Palette.BAR));
            } else if (series instanceof Stack stack) {
                paint(inside, stack);
            }
        }
        for (Series series : model.series()) {
            if (series instanceof Band band) {
                inside.setColor(Palette.tint(band.colour()));
                inside.fill(outline(band.spans()));
            }
        }
        inside.dispose();
    }

    private void paint(Graphics2D g, Stack stack) {
        BarPlaces places = new BarPlaces(model, layout);
        for (Block block : stack.blocks()) {
            fill(g, places.rectangle(stack, block), Palette.area(stack.colour()));
        }
        for (Block block : stack.blocks()) {
            block.interval().ifPresent(span -> {
                List<Line2D> lines = places.interval(stack, block, span);
                draw(g, lines, Palette.PAPER, HALO);
                draw(g, lines, Palette.INK, Palette.INTERVAL);
            });
        }
    }

    private static void draw(Graphics2D g, List<Line2D> lines, Color colour, BasicStroke pen) {
        g.setColor(colour);
        g.setStroke(pen);
        lines.forEach(g::draw);
    }

    private void fill(Graphics2D g, double from, double to, double low, double high, Color colour) {
        double left = layout.x(model.x(), from);
        double right = layout.x(model.x(), to);
        double top = layout.y(model.left(), high);
        double bottom = layout.y(model.left(), low);
        fill(g, new Rectangle2D.Double(left, top, right - left, bottom - top), colour);
    }

    private static void fill(Graphics2D g, Rectangle2D shape, Color colour) {
        g.setColor(colour);
        g.fill(shape);
        g.setColor(Palette.PAPER);
        g.setStroke(GAP);
        g.draw(shape);
    }

    private Path2D outline(List<Span> spans) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < spans.size(); i++) {
            double x = layout.x(model.x(), spans.get(i).x());
            double y = layout.y(model.left(), spans.get(i).high());
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        for (int i = spans.size() - 1; i >= 0; i--) {
            path.lineTo(
                    layout.x(model.x(), spans.get(i).x()),
                    layout.y(model.left(), spans.get(i).low()));
        }
        if (!spans.isEmpty()) {
            path.closePath();
        }
        return path;
    }
}
