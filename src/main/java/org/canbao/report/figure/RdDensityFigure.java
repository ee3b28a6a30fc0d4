package org.canbao.report.figure;

import static org.canbao.report.figure.FigureNumbers.count;
import static org.canbao.report.figure.FigureNumbers.estimate;
import static org.canbao.report.figure.FigureNumbers.pValue;
import static org.canbao.report.figure.FigureNumbers.tight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.report.ExhibitData;
import org.canbao.report.Numbers;
import org.canbao.report.figure.FigureModel.Band;
import org.canbao.report.figure.FigureModel.Bar;
import org.canbao.report.figure.FigureModel.Bars;
import org.canbao.report.figure.FigureModel.Curve;
import org.canbao.report.figure.FigureModel.Direction;
import org.canbao.report.figure.FigureModel.Point;
import org.canbao.report.figure.FigureModel.Rule;
import org.canbao.report.figure.FigureModel.Series;
import org.canbao.report.figure.FigureModel.Side;
import org.canbao.report.figure.FigureModel.Span;
import org.canbao.report.figure.FigureModel.Weight;
import org.canbao.result.RdDensityFit;
import org.canbao.spec.FigureSpec;

/** The density of a running variable about a cutoff: a histogram, and local polynomials with their intervals. */
final class RdDensityFigure {
    private final FigureSpec.RdDensity spec;
    private final RdDensityFit fit;
    private final FigureContext context;
    private final FigureWords words;

    private RdDensityFigure(FigureSpec.RdDensity spec, RdDensityFit fit, FigureContext context) {
        this.spec = spec;
        this.fit = fit;
        this.context = context;
        this.words = new FigureWords(context);
    }

    /** The figure of a density test. */
    static FigureModel of(FigureSpec.RdDensity spec, ExhibitData data, FigureContext context) {
        return new RdDensityFigure(spec, (RdDensityFit) data.fit(spec.spec()), context).model();
    }

    private FigureModel model() {
        AxisRange x = new AxisRange();
        AxisRange y = new AxisRange();
        fit.histogram().forEach(bar -> {
            x.include(bar.from()).include(bar.to());
            y.include(bar.density());
        });
        fit.curve().forEach(point -> y.include(point.confHigh()));
        return new FigureModel(
                spec.id(),
                context.lang(),
                spec.title().in(context.lang()),
                x.axis(context.label(fit.running()), 0.02, 0.02),
                y.fromZero(words.pick("Density", "密度"), 0, 0.06),
                Optional.empty(),
                series(),
                List.of(new Rule("cutoff", Direction.UPRIGHT, Side.LEFT, fit.cutoff(), Weight.MARK, Optional.empty())),
                context.simulated() ? Optional.of(words.simulated()) : Optional.empty(),
                caption());
    }

    private List<Series> series() {
        List<Series> series = new ArrayList<>();
        series.add(new Bars(
                "histogram",
                fit.histogram().stream()
                        .map(bar -> new Bar(bar.from(), bar.to(), bar.density()))
                        .toList()));
        for (boolean right : new boolean[] {false, true}) {
            List<RdDensityFit.Point> points = fit.curve().stream()
                    .filter(point -> point.right() == right && Double.isFinite(point.confHigh()))
                    .toList();
            String side = right ? "right" : "left";
            int colour = right ? 1 : 0;
            series.add(new Band(
                    side,
                    colour,
                    points.stream()
                            .map(p -> new Span(p.at(), Math.max(0, p.confLow()), Math.max(0, p.confHigh())))
                            .toList()));
            series.add(new Curve(
                    side,
                    Side.LEFT,
                    colour,
                    points.stream()
                            .map(p -> new Point(p.at(), Math.max(0, p.density())))
                            .toList()));
        }
        return series;
    }

    private List<String> caption() {
        RdDensityFit.Setting setting = fit.setting();
        List<String> sentences = new ArrayList<>();
        sentences.add(words.pick(
                "Histogram, and local polynomial density (order " + setting.order()
                        + ") on each side of the cutoff with 95% robust intervals (order " + setting.biasOrder() + ", "
                        + setting.kernel() + " kernel).",
                "直方图，以及断点两侧的局部多项式密度（" + setting.order() + " 阶）与 95% 稳健置信区间（" + setting.biasOrder() + " 阶，"
                        + kernel(setting.kernel()) + "）。"));
        String test = tight("T = " + FigureNumbers.signed(Numbers.fixed(fit.statistic(), 2)))
                + words.pick(", ", "，")
                + pValue(fit.pValue());
        sentences.add(words.pick("Test of equal densities at the cutoff: " + test + ".", "断点处密度连续性检验：" + test + "。"));
        String h = estimate(fit.left().h())
                + words.pick(" and ", " 和 ")
                + estimate(fit.right().h());
        String used = count(fit.left().used())
                + words.pick(" and ", " 和 ")
                + count(fit.right().used());
        sentences.add(words.pick(
                "Bandwidths left and right: " + h + ", with " + used + " observations.",
                "左右带宽：" + h + "，带宽内观测值：" + used + "。"));
        long inBars = fit.histogram().stream().mapToLong(RdDensityFit.Bar::rows).sum();
        words.suppressed(fit.n(), inBars).ifPresent(sentences::add);
        sentences.add(words.observations(fit.n()));
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.paragraph(sentences));
        spec.notes().ifPresent(notes -> paragraphs.add(notes.in(context.lang())));
        return paragraphs;
    }

    private static String kernel(String name) {
        return switch (name) {
            case "triangular" -> "三角核";
            case "epanechnikov" -> "Epanechnikov 核";
            default -> "均匀核";
        };
    }
}
