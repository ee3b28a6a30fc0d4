package org.canbao.report.figure;

import static org.canbao.report.figure.FigureLayout.rounded;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.canbao.report.figure.FigureModel.Estimate;
import org.canbao.report.figure.FigureModel.Ranking;

/** Paints estimates that stand side by side: all intervals first, each ranking as one line, then the points. */
final class RankingPainter {
    private static final double POINT = 3.4;
    private static final double ALONE = 6.4;
    private static final double CROSS = 2;
    /** Room that a point needs to be drawn as one; with less it is a dash. */
    private static final double APART = 1.8;

    private final FigureModel model;
    private final FigureLayout layout;

    RankingPainter(FigureModel model, FigureLayout layout) {
        this.model = model;
        this.layout = layout;
    }

    /** Paints them. */
    void paint(Graphics2D g) {
        List<Ranking> rankings = model.series().stream()
                .filter(Ranking.class::isInstance)
                .map(Ranking.class::cast)
                .toList();
        if (rankings.isEmpty()) {
            return;
        }
        Graphics2D inside = (Graphics2D) g.create();
        Rectangle plot = layout.plot();
        inside.clip(new Rectangle2D.Double(plot.x, plot.y, plot.width, plot.height));
        for (Ranking ranking : rankings) {
            boolean alone = ranking.estimates().size() == 1;
            boolean full = alone || unit() >= APART;
            inside.setColor(full ? Palette.series(ranking.colour()) : Palette.tint(ranking.colour()));
            inside.setStroke(pen(alone ? 1.1 : Math.max(0.3, Math.min(0.9, 0.8 * unit()))));
            inside.draw(intervals(ranking));
        }
        rankings.forEach(ranking -> points(inside, ranking));
        inside.dispose();
    }

    private static BasicStroke pen(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }

    private double unit() {
        return layout.x(model.x(), 1) - layout.x(model.x(), 0);
    }

    private Path2D intervals(Ranking ranking) {
        Path2D path = new Path2D.Double();
        for (Estimate e : ranking.estimates()) {
            if (Double.isFinite(e.low()) && Double.isFinite(e.high())) {
                double x = rounded(layout.x(model.x(), e.x()));
                path.moveTo(x, rounded(layout.y(model.left(), e.low())));
                path.lineTo(x, rounded(layout.y(model.left(), e.high())));
            }
        }
        return path;
    }

    private void points(Graphics2D g, Ranking ranking) {
        boolean alone = ranking.estimates().size() == 1;
        g.setColor(Palette.series(ranking.colour()));
        g.setStroke(pen(1));
        g.draw(crosses(ranking));
        if (!alone && unit() < APART) {
            g.setStroke(pen(1.4));
            g.draw(dashes(ranking));
            return;
        }
        PlotMarker marker = new PlotMarker(
                ranking.symbol(),
                alone ? ALONE : POINT,
                0.6f,
                Palette.series(ranking.colour()),
                Palette.series(ranking.colour()));
        for (Estimate e : ranking.estimates()) {
            if (Double.isFinite(e.y())) {
                marker.paint(g, layout.x(model.x(), e.x()), layout.y(model.left(), e.y()), 0);
            }
        }
    }

    private Path2D dashes(Ranking ranking) {
        double half = Math.max(0.5, unit() / 2);
        Path2D path = new Path2D.Double();
        for (Estimate e : ranking.estimates()) {
            if (Double.isFinite(e.y())) {
                double x = layout.x(model.x(), e.x());
                double y = rounded(layout.y(model.left(), e.y()));
                path.moveTo(rounded(x - half), y);
                path.lineTo(rounded(x + half), y);
            }
        }
        return path;
    }

    private Path2D crosses(Ranking ranking) {
        Path2D path = new Path2D.Double();
        double y = layout.plot().getMaxY() - 2 * CROSS - 1;
        for (Estimate e : ranking.estimates()) {
            if (Double.isNaN(e.y())) {
                double x = layout.x(model.x(), e.x());
                path.moveTo(x - CROSS, y - CROSS);
                path.lineTo(x + CROSS, y + CROSS);
                path.moveTo(x - CROSS, y + CROSS);
                path.lineTo(x + CROSS, y - CROSS);
            }
        }
        return path;
    }
}
