package org.canbao.report.figure;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.canbao.report.figure.FigureModel.Band;
import org.canbao.report.figure.FigureModel.Bar;
import org.canbao.report.figure.FigureModel.Bars;
import org.canbao.report.figure.FigureModel.Block;
import org.canbao.report.figure.FigureModel.Cloud;
import org.canbao.report.figure.FigureModel.Curve;
import org.canbao.report.figure.FigureModel.Direction;
import org.canbao.report.figure.FigureModel.Estimate;
import org.canbao.report.figure.FigureModel.Estimates;
import org.canbao.report.figure.FigureModel.Point;
import org.canbao.report.figure.FigureModel.Rule;
import org.canbao.report.figure.FigureModel.Series;
import org.canbao.report.figure.FigureModel.Span;
import org.canbao.report.figure.FigureModel.Stack;

/**
 * Every point of a figure as CSV in UTF-8, one row each, with all digits that a double holds: its kind ({@code
 * estimate}, {@code reference}, {@code point}, {@code curve}, {@code band}, {@code bar} at its middle, {@code part} of a bar whose name is its {@code x}, {@code line}), its series, {@code x}, {@code y} and the
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
                String at = number(rule.at());
                csv.printRecord("line", rule.name(), across ? "" : at, across ? at : "", "", "");
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
                csv.printRecord(kind, series.name(), number(e.at()), number(e.y()), number(e.low()), number(e.high()));
            }
        } else if (series instanceof Cloud cloud) {
            print(csv, "point", cloud.name(), cloud.points());
        } else if (series instanceof Curve curve) {
            print(csv, "curve", curve.name(), curve.points());
        } else if (series instanceof Band band) {
            for (Span span : band.spans()) {
                csv.printRecord("band", band.name(), number(span.x()), "", number(span.low()), number(span.high()));
            }
        } else if (series instanceof Bars bars) {
            for (Bar bar : bars.bars()) {
                double middle = (bar.from() + bar.to()) / 2;
                csv.printRecord("bar", bars.name(), number(middle), number(bar.height()), "", "");
            }
        } else if (series instanceof Stack stack) {
            for (Block b : stack.blocks()) {
                csv.printRecord(
                        "part",
                        stack.name(),
                        b.of(),
                        number(b.high() - b.low()),
                        b.interval().map(span -> number(span.low())).orElse(""),
                        b.interval().map(span -> number(span.high())).orElse(""));
            }
        }
    }

    private static void print(CSVPrinter csv, String kind, String series, List<Point> points) throws IOException {
        for (Point point : points) {
            csv.printRecord(kind, series, number(point.x()), number(point.y()), "", "");
        }
    }

    /** The shortest of 15 to 17 digits that reads back as the same double, the same on every Java. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 15; digits < 17; digits++) {
            BigDecimal shorter = exact.round(new MathContext(digits));
            if (shorter.doubleValue() == value) {
                return text(shorter);
            }
        }
        return text(exact.round(new MathContext(17)));
    }

    private static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toString().replace("E+", "E");
    }
}
