package org.canbao.report.figure;

import static org.canbao.report.figure.FigureNumbers.count;
import static org.canbao.report.figure.FigureNumbers.estimate;
import static org.canbao.report.figure.FigureNumbers.pValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.canbao.report.ExhibitData;
import org.canbao.report.figure.FigureModel.Curve;
import org.canbao.report.figure.FigureModel.Direction;
import org.canbao.report.figure.FigureModel.Estimate;
import org.canbao.report.figure.FigureModel.Estimates;
import org.canbao.report.figure.FigureModel.Point;
import org.canbao.report.figure.FigureModel.Rule;
import org.canbao.report.figure.FigureModel.Series;
import org.canbao.report.figure.FigureModel.Side;
import org.canbao.report.figure.FigureModel.Symbol;
import org.canbao.report.figure.FigureModel.Weight;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.RdLocalFit;
import org.canbao.result.RdPlotFit;
import org.canbao.spec.FigureSpec;

/** A discontinuity plot: means in bins, polynomials on both sides, the cutoff; groups one over the other. */
final class RdPlotFigure {
    /** Rows from which on the mean of a bin has an interval. */
    private static final int LEAST_ROWS = 5;

    private final FigureSpec.RdPlot spec;
    private final RdPlotFit fit;
    private final Optional<Fit> discontinuity;
    private final FigureContext context;
    private final FigureWords words;

    private RdPlotFigure(FigureSpec.RdPlot spec, RdPlotFit fit, Optional<Fit> discontinuity, FigureContext context) {
        this.spec = spec;
        this.fit = fit;
        this.discontinuity = discontinuity;
        this.context = context;
        this.words = new FigureWords(context);
    }

    /** The figure of a plot: that of the spec, or the one that was made for the figure. */
    static FigureModel of(FigureSpec.RdPlot spec, ExhibitData data, FigureContext context) {
        Optional<Fit> shown = spec.spec().map(data::fit);
        RdPlotFit fit = (RdPlotFit) data.own().or(() -> shown).orElseThrow();
        return new RdPlotFigure(spec, fit, spec.plot().flatMap(plot -> shown), context).model();
    }

    private FigureModel model() {
        AxisRange x = new AxisRange().include(fit.cutoff());
        AxisRange y = new AxisRange();
        for (RdPlotFit.Group group : fit.groups()) {
            for (RdPlotFit.Side side : List.of(group.left(), group.right())) {
                side.points().forEach(bin -> {
                    x.include(bin.x());
                    y.include(bin.meanY());
                    if (hasInterval(bin)) {
                        y.include(bin.confLow()).include(bin.confHigh());
                    }
                });
                side.curve().forEach(point -> {
                    x.include(point.x());
                    y.include(point.y());
                });
            }
        }
        return new FigureModel(
                spec.id(),
                context.lang(),
                spec.title().in(context.lang()),
                x.axis(context.label(fit.running()), 0.03, 0.03),
                y.axis(context.label(fit.outcome()), 0.06, 0.06),
                Optional.empty(),
                series(),
                List.of(new Rule("cutoff", Direction.UPRIGHT, Side.LEFT, fit.cutoff(), Weight.MARK, Optional.empty())),
                context.simulated() ? Optional.of(words.simulated()) : Optional.empty(),
                caption());
    }

    private List<Series> series() {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < fit.groups().size(); i++) {
            RdPlotFit.Group group = fit.groups().get(i);
            String name = fit.by()
                    .map(by -> context.labels().ofValue(by, group.name(), context.lang()))
                    .orElse("bins");
            List<Estimate> points = Stream.of(group.left(), group.right())
                    .flatMap(side -> side.points().stream())
                    .map(bin -> new Estimate(
                            bin.x(),
                            bin.x(),
                            bin.meanY(),
                            hasInterval(bin) ? bin.confLow() : Double.NaN,
                            hasInterval(bin) ? bin.confHigh() : Double.NaN,
                            false))
                    .toList();
            series.add(new Estimates(name, Symbol.ofSeries(i), points));
            series.add(curve(name + " left", i, group.left()));
            series.add(curve(name + " right", i, group.right()));
        }
        return series;
    }

    /** Intervals of a handful of rows say nothing, and would press all others flat. */
    private boolean hasInterval(RdPlotFit.Bin bin) {
        return spec.intervals() && bin.rows() >= LEAST_ROWS;
    }

    private static Curve curve(String name, int colour, RdPlotFit.Side side) {
        return new Curve(
                name,
                Side.LEFT,
                colour,
                side.curve().stream().map(p -> new Point(p.x(), p.y())).toList());
    }

    private List<String> caption() {
        List<String> sentences = new ArrayList<>();
        sentences.add(points());
        sentences.add(
                fit.order() == 0
                        ? words.pick("Lines are means on each side of the cutoff.", "横线为断点两侧的均值。")
                        : words.pick(
                                "Curves are polynomials of order " + fit.order() + " on each side of the cutoff.",
                                "曲线为断点两侧的 " + fit.order() + " 阶多项式。"));
        if (spec.intervals()) {
            sentences.add(words.pick(
                    "Bars are 95% confidence intervals of means of " + LEAST_ROWS + " or more observations.",
                    "竖线为含 " + LEAST_ROWS + " 个以上观测值的均值的 95% 置信区间。"));
        }
        discontinuity.flatMap(this::jump).ifPresent(sentences::add);
        words.suppressed(rows(RdPlotFit.Side::rows), rows(RdPlotFigure::shown)).ifPresent(sentences::add);
        sentences.add(words.observations(fit.n()));
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.paragraph(sentences));
        spec.notes().ifPresent(notes -> paragraphs.add(notes.in(context.lang())));
        return paragraphs;
    }

    private long rows(ToLongFunction<RdPlotFit.Side> of) {
        return fit.groups().stream()
                .mapToLong(group -> of.applyAsLong(group.left()) + of.applyAsLong(group.right()))
                .sum();
    }

    private static long shown(RdPlotFit.Side side) {
        return side.points().stream().mapToLong(RdPlotFit.Bin::rows).sum();
    }

    /** What a point is: the rule, and the numbers of bins where there is one group. */
    private String points() {
        RdPlotFit.Group first = fit.groups().get(0);
        if (fit.groups().stream().allMatch(group -> group.rule().equals("values"))) {
            return words.pick("Each point is the mean at one value of the running variable.", "每点为驱动变量一个取值处的均值。");
        }
        boolean quantiles = first.rule().startsWith("qs");
        String kind = quantiles ? words.pick("quantile-spaced", "分位数") : words.pick("evenly spaced", "等距");
        String rule = first.rule().equals("number")
                ? ""
                : words.pick(" (rule " + first.rule() + ")", "（规则 " + first.rule() + "）");
        if (fit.groups().size() > 1) {
            return words.pick(
                    "Points are means in " + kind + " bins" + rule + ".", "各点为" + kind + "分箱内的均值" + rule + "。");
        }
        String left = count(first.left().bins());
        String right = count(first.right().bins());
        return words.pick(
                "Points are means in " + kind + " bins, " + left + " left and " + right + " right of the cutoff" + rule
                        + ".",
                "各点为" + kind + "分箱内的均值，断点左侧 " + left + " 箱，右侧 " + right + " 箱" + rule + "。");
    }

    /** The discontinuity that the study estimates; of a local polynomial the estimate with the robust p-value. */
    private Optional<String> jump(Fit of) {
        if (of instanceof RdLocalFit local) {
            Coefficient robust = local.robust();
            return Optional.of(sentence(
                    local.conventional().estimate(),
                    words.pick("robust ", "稳健 ") + pValue(robust.pValue()),
                    words.pick("local polynomial", "局部多项式")));
        }
        return of.coefficient(Fit.RdPolynomial.JUMP)
                .map(jump -> sentence(
                        jump.estimate(),
                        words.pick("standard error ", "标准误 ")
                                + estimate(jump.stdError())
                                + words.pick(", ", "，")
                                + pValue(jump.pValue()),
                        words.pick("global polynomial", "全局多项式")));
    }

    private String sentence(double jump, String precision, String method) {
        return words.pick(
                "Discontinuity (" + method + "): " + estimate(jump) + " (" + precision + ").",
                "断点处跳跃（" + method + "）：" + estimate(jump) + "（" + precision + "）。");
    }
}
