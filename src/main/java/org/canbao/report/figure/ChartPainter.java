package org.canbao.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.canbao.report.figure.FigureModel.Axis;
import org.canbao.report.figure.FigureModel.Cloud;
import org.canbao.report.figure.FigureModel.Curve;
import org.canbao.report.figure.FigureModel.Direction;
import org.canbao.report.figure.FigureModel.Estimate;
import org.canbao.report.figure.FigureModel.Estimates;
import org.canbao.report.figure.FigureModel.Point;
import org.canbao.report.figure.FigureModel.Rule;
import org.canbao.report.figure.FigureModel.Series;
import org.canbao.report.figure.FigureModel.Side;
import org.canbao.report.figure.FigureModel.Symbol;
import org.canbao.report.figure.FigureModel.Tick;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.YAxisPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Paints everything but the texts. XChart paints rules, intervals, points and curves; its axes, legend and texts are
 * off, because it makes outlines of texts and has one style for all reference lines. Axes and ticks are drawn here on
 * the same scale.
 */
final class ChartPainter {
    private static final double POINT = 5;
    private static final double SMALL_POINT = 3.2;
    /** From so many points on, a series has small ones. */
    private static final int MANY = 40;

    private static final double DOT = 2.4;
    private static final double CAP = 2.6;

    private final FigureModel model;
    private final FigureLayout layout;

    ChartPainter(FigureModel model, FigureLayout layout) {
        this.model = model;
        this.layout = layout;
    }

    /** Paints the figure; one unit of {@code g} is a point (1/72 inch). */
    void paint(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Palette.PAPER);
        g.fill(new Rectangle2D.Double(0, 0, layout.width(), layout.height()));
        Rectangle plot = layout.plot();
        new AreaPainter(model, layout).paint(g);
        Graphics2D inPlot = (Graphics2D) g.create();
        inPlot.translate(plot.x, plot.y);
        chart().paint(inPlot, plot.width, plot.height);
        inPlot.dispose();
        new RankingPainter(model, layout).paint(g);
        blanks(g);
        frame(g);
        layout.grid().ifPresent(grid -> new GridPainter(model, layout, grid).paint(g));
        for (FigureLayout.LegendKey key : layout.keys()) {
            solid(key.symbol(), POINT, key.colour()).paint(g, key.x(), key.y(), 0);
        }
    }

    /** The chart; painted at the size of the plot, its plot fills it from edge to edge. */
    XYChart chart() {
        XYChart chart = new XYChart(layout.plot().width, layout.plot().height);
        style(chart.getStyler());
        for (Rule rule : model.rules()) {
            rule(chart, rule);
        }
        int index = 0;
        for (Series series : model.series()) {
            if (series instanceof Estimates estimates) {
                estimates(chart, estimates, Palette.series(index++));
            } else if (series instanceof Cloud cloud) {
                Marker dot = new PlotMarker(Symbol.CIRCLE, DOT, 0.4f, Palette.PAPER, Palette.CLOUD);
                points(chart, cloud.name(), cloud.points(), dot).setYAxisGroup(group(cloud.side()));
            } else if (series instanceof Curve curve) {
                line(
                                chart,
                                curve.name(),
                                xs(curve.points()),
                                ys(curve.points()),
                                Palette.CURVE,
                                Palette.series(curve.colour()))
                        .setYAxisGroup(group(curve.side()));
            }
        }
        return chart;
    }

    private void style(XYStyler styler) {
        styler.setPlotMargin(0)
                .setAxisTitlesVisible(false)
                .setAxisTicksVisible(false)
                .setAxisTicksLineVisible(false)
                .setAxisTicksMarksVisible(false)
                .setAxisTitlePadding(0)
                .setAxisTickPadding(0)
                .setAxisTickMarkLength(0)
                .setPlotGridLinesVisible(false);
        styler.setChartTitleVisible(false)
                .setLegendVisible(false)
                .setChartPadding(0)
                .setPlotContentSize(1)
                .setPlotBorderVisible(false)
                .setChartBackgroundColor(background())
                .setPlotBackgroundColor(background());
        styler.setXAxisMin(model.x().min()).setXAxisMax(model.x().max());
        range(styler, Side.LEFT, model.left());
        model.right().ifPresent(axis -> {
            range(styler, Side.RIGHT, axis);
            styler.setYAxisGroupPosition(group(Side.RIGHT), YAxisPosition.Right);
        });
    }

    /** Areas lie below the chart, which must not cover them. */
    private Color background() {
        return AreaPainter.hasAreas(model) ? Palette.NOTHING : Palette.PAPER;
    }

    private void range(XYStyler styler, Side side, Axis axis) {
        styler.setYAxisMin(group(side), axis.min()).setYAxisMax(group(side), axis.max());
    }

    private int group(Side side) {
        return side == Side.RIGHT && model.right().isPresent() ? 1 : 0;
    }

    private void rule(XYChart chart, Rule rule) {
        boolean across = rule.direction() == Direction.ACROSS;
        double[] along = across
                ? new double[] {model.x().min(), model.x().max()}
                : new double[] {model.left().min(), model.left().max()};
        double[] at = {rule.at(), rule.at()};
        XYSeries line = line(
                chart,
                rule.name(),
                across ? along : at,
                across ? at : along,
                Palette.pen(rule.weight()),
                Palette.rule(rule.weight()));
        line.setYAxisGroup(across ? group(rule.side()) : 0);
    }

    /** Intervals as one broken line with caps (XChart's own must be symmetric), then the points. */
    private void estimates(XYChart chart, Estimates series, Color colour) {
        List<Estimate> drawn =
                series.estimates().stream().filter(e -> Double.isFinite(e.y())).toList();
        List<Estimate> withInterval = series.estimates().stream()
                .filter(e -> Double.isFinite(e.low()) && Double.isFinite(e.high()))
                .toList();
        double cap = CAP / layout.plot().width * (model.x().max() - model.x().min());
        double[] x = new double[withInterval.size() * 9];
        double[] y = new double[withInterval.size() * 9];
        int i = 0;
        for (Estimate e : withInterval) {
            i = segment(x, y, i, e.x(), e.low(), e.x(), e.high());
            i = segment(x, y, i, e.x() - cap, e.low(), e.x() + cap, e.low());
            i = segment(x, y, i, e.x() - cap, e.high(), e.x() + cap, e.high());
        }
        line(chart, series.name() + " intervals", x, y, Palette.INTERVAL, colour);
        double size = drawn.size() > MANY ? SMALL_POINT : POINT;
        points(chart, series.name(), pointsOf(drawn, false), solid(series.symbol(), size, colour));
        Marker hollow = new PlotMarker(series.symbol(), size, 1f, Palette.PAPER, colour);
        points(chart, series.name() + " reference", pointsOf(drawn, true), hollow);
    }

    private static int segment(double[] x, double[] y, int at, double x1, double y1, double x2, double y2) {
        x[at] = x1;
        y[at] = y1;
        x[at + 1] = x2;
        y[at + 1] = y2;
        x[at + 2] = x2;
        y[at + 2] = Double.NaN;
        return at + 3;
    }

    private static List<Point> pointsOf(List<Estimate> estimates, boolean reference) {
        return estimates.stream()
                .filter(e -> e.reference() == reference)
                .map(e -> new Point(e.x(), e.y()))
                .toList();
    }

    private static Marker solid(Symbol symbol, double size, Color colour) {
        return new PlotMarker(symbol, size, 0.6f, colour, colour);
    }

    private static XYSeries points(XYChart chart, String name, List<Point> points, Marker marker) {
        XYSeries series = add(chart, name, xs(points), ys(points));
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter).setMarker(marker);
        return series;
    }

    private static XYSeries line(XYChart chart, String name, double[] x, double[] y, BasicStroke pen, Color colour) {
        XYSeries series = add(chart, name, x, y);
        series.setMarker(SeriesMarkers.NONE).setLineStyle(pen).setLineColor(colour);
        return series;
    }

    /** XChart wants names that differ and at least one point, which is not painted if it is NaN. */
    private static XYSeries add(XYChart chart, String name, double[] x, double[] y) {
        String unique = chart.getSeriesCollection().size() + " " + name;
        return x.length == 0
                ? chart.addSeries(unique, new double[] {0}, new double[] {Double.NaN})
                : chart.addSeries(unique, x, y);
    }

    private static double[] xs(List<Point> points) {
        return points.stream().mapToDouble(Point::x).toArray();
    }

    private static double[] ys(List<Point> points) {
        return points.stream().mapToDouble(Point::y).toArray();
    }

    private void blanks(Graphics2D g) {
        g.setColor(Palette.PAPER);
        layout.blanks().forEach(g::fill);
    }

    /** The axis lines, open at the top, and their ticks outside the plot. */
    private void frame(Graphics2D g) {
        Rectangle plot = layout.plot();
        double bottom = plot.getMaxY();
        double length = FigureLayout.TICK_LENGTH;
        g.setColor(Palette.INK);
        g.setStroke(Palette.AXIS);
        g.draw(new Line2D.Double(plot.x, bottom, plot.getMaxX(), bottom));
        for (Tick tick : model.x().ticks()) {
            double x = layout.x(model.x(), tick.at());
            g.draw(new Line2D.Double(x, bottom, x, bottom + length));
        }
        upright(g, model.left(), plot.x, -length);
        model.right().ifPresent(axis -> upright(g, axis, plot.getMaxX(), length));
    }

    private void upright(Graphics2D g, Axis axis, double x, double length) {
        g.draw(new Line2D.Double(x, layout.plot().y, x, layout.plot().getMaxY()));
        for (Tick tick : axis.ticks().stream().filter(t -> !t.heading()).toList()) {
            double y = layout.y(axis, tick.at());
            g.draw(new Line2D.Double(x, y, x + length, y));
        }
    }
}
