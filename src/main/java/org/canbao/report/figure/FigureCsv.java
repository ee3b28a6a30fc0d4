package org.canbao.report.figure;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.canbao.report.Numbers;
import org.canbao.report.figure.FigureModel.Band;
import org.canbao.report.figure.FigureModel.Bar;
import org.canbao.report.figure.FigureModel.Bars;
import org.canbao.report.figure.FigureModel.Block;
import org.canbao.report.figure.FigureModel.Cloud;
import org.canbao.report.figure.FigureModel.Curve;
import org.canbao.report.figure.FigureModel.Direction;
import org.canbao.report.figure.FigureModel.Estimate;
import org.canbao.report.figure.FigureModel.Estimates;
import org.canbao.report.figure.FigureModel.Grid;
import org.canbao.report.figure.FigureModel.GridGroup;
import org.canbao.report.figure.FigureModel.GridRow;
import org.canbao.report.figure.FigureModel.Point;
import org.canbao.report.figure.FigureModel.Ranking;
import org.canbao.report.figure.FigureModel.Rule;
import org.canbao.report.figure.FigureModel.Run;
import org.canbao.report.figure.FigureModel.Series;
import org.canbao.report.figure.FigureModel.Span;
import org.canbao.report.figure.FigureModel.Stack;

/**
 * Every point of a figure as CSV in UTF-8, one row each, with all digits that a double holds: its kind ({@code
 * estimate}, {@code reference}, {@code point}, {@code curve}, {@code band}, {@code bar} at its middle, {@code part} of a bar
 * whose name is its {@code x}, {@code line}, {@code mark} of a grid with its ends in the place of the interval), its series,
 * {@code x}, {@code y} and the
 * interval. What is missing or does not apply is empty; an estimate at an event time keeps the event time as {@code x}
 * even where it is drawn a little aside.
 */
public final class FigureCsv implements FigureFormat {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setHeader("kind", "series", "x", "y", "conf_low", "conf_high")
            .get();

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public byte[] render(FigureModel model) {
        StringWriter out = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(out, FORMAT)) {
            for (Series series : model.series()) {
                print(csv, series);
            }
            for (Rule rule : model.rules()) {
                boolean across = rule.direction() == Direction.ACROSS;
                String at = Numbers.exact(rule.at());
                csv.printRecord("line", rule.name(), across ? "" : at, across ? at : "", "", "");
            }
            if (model.grid().isPresent()) {
                print(csv, model.grid().get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void print(CSVPrinter csv, Series series) throws IOException {
        if (series instanceof Estimates estimates) {
            for (Estimate e : estimates.estimates()) {
                String kind = e.reference() ? "reference" : "estimate";
                csv.printRecord(
                        kind,
                        series.name(),
                        Numbers.exact(e.at()),
                        Numbers.exact(e.y()),
                        Numbers.exact(e.low()),
                        Numbers.exact(e.high()));
            }
        } else if (series instanceof Ranking ranking) {
            for (Estimate e : ranking.estimates()) {
                csv.printRecord(
                        "estimate", ranking.name(), Numbers.exact(e.at()), Numbers.exact(e.y()), Numbers.exact(e.low()), Numbers.exact(e.high()));
            }
        } else if (series instanceof Cloud cloud) {
            print(csv, "point", cloud.name(), cloud.points());
        } else if (series instanceof Curve curve) {
            print(csv, "curve", curve.name(), curve.points());
        } else if (series instanceof Band band) {
            for (Span span : band.spans()) {
                csv.printRecord(
                        "band",
                        band.name(),
                        Numbers.exact(span.x()),
                        "",
                        Numbers.exact(span.low()),
                        Numbers.exact(span.high()));
            }
        } else if (series instanceof Bars bars) {
            for (Bar bar : bars.bars()) {
                double middle = (bar.from() + bar.to()) / 2;
                csv.printRecord("bar", bars.name(), Numbers.exact(middle), Numbers.exact(bar.height()), "", "");
            }
        } else if (series instanceof Stack stack) {
            for (Block b : stack.blocks()) {
                csv.printRecord(
                        "part",
                        stack.name(),
                        b.of(),
                        Numbers.exact(b.high() - b.low()),
                        b.interval().map(span -> Numbers.exact(span.low())).orElse(""),
                        b.interval().map(span -> Numbers.exact(span.high())).orElse(""));
            }
        }
    }

    private static void print(CSVPrinter csv, Grid grid) throws IOException {
        for (GridGroup group : grid.groups()) {
            for (GridRow row : group.rows()) {
                for (Run run : row.runs()) {
                    String middle = Numbers.exact((run.from() + run.to()) / 2);
                    String name = group.label() + ": " + row.label();
                    csv.printRecord("mark", name, middle, "", Numbers.exact(run.from()), Numbers.exact(run.to()));
                }
            }
        }
    }

    private static void print(CSVPrinter csv, String kind, String series, List<Point> points) throws IOException {
        for (Point point : points) {
            csv.printRecord(kind, series, Numbers.exact(point.x()), Numbers.exact(point.y()), "", "");
        }
    }
}
