package org.canbao.report.figure;

import static org.canbao.report.figure.FigureNumbers.estimate;
import static org.canbao.report.figure.FigureNumbers.signed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.report.ExhibitData;
import org.canbao.report.Numbers;
import org.canbao.report.figure.FigureModel.Axis;
import org.canbao.report.figure.FigureModel.Direction;
import org.canbao.report.figure.FigureModel.Estimate;
import org.canbao.report.figure.FigureModel.Estimates;
import org.canbao.report.figure.FigureModel.Rule;
import org.canbao.report.figure.FigureModel.Series;
import org.canbao.report.figure.FigureModel.Side;
import org.canbao.report.figure.FigureModel.Symbol;
import org.canbao.report.figure.FigureModel.Tick;
import org.canbao.report.figure.FigureModel.Weight;
import org.canbao.result.Coefficient;
import org.canbao.result.RdRobustnessFit;
import org.canbao.result.RdRobustnessFit.Line;
import org.canbao.result.RdRobustnessFit.Section;
import org.canbao.spec.FigureSpec;

/**
 * A discontinuity under other choices, section by section with their intervals, beside the baseline. Covariates and the
 * density are in other units and left to the table.
 */
final class RdRobustnessFigure {
    private static final List<Section> SHOWN =
            List.of(Section.BASELINE, Section.CUTOFF, Section.DONUT, Section.BANDWIDTH, Section.WINDOW, Section.ORDER);

    private final FigureSpec.RdRobustness spec;
    private final RdRobustnessFit fit;
    private final FigureContext context;
    private final FigureWords words;
    private final List<Tick> ticks = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();
    private final AxisRange range = new AxisRange().include(0);
    private double next = 1;

    private RdRobustnessFigure(FigureSpec.RdRobustness spec, RdRobustnessFit fit, FigureContext context) {
        this.spec = spec;
        this.fit = fit;
        this.context = context;
        this.words = new FigureWords(context);
    }

    /** The figure. */
    static FigureModel of(FigureSpec.RdRobustness spec, ExhibitData data, FigureContext context) {
        return new RdRobustnessFigure(spec, (RdRobustnessFit) data.fit(spec.spec()), context).model();
    }

    private FigureModel model() {
        SHOWN.forEach(this::place);
        if (series.size() < 2) {
            throw Diagnostic.error(
                            FigureCode.NOTHING_TO_DRAW,
                            "figure `" + spec.id() + "` has nothing beside the baseline to draw")
                    .hint("give its spec `cutoffs`, `donuts`, `bandwidths`, `windows` or `orders`")
                    .toException();
        }
        double baseline = fit.coefficients().get(0).estimate();
        return new FigureModel(
                spec.id(),
                context.lang(),
                spec.title().in(context.lang()),
                new Axis(words.pick("What was changed, and to what", "所改变的设定及其取值"), 0.3, next - 0.8, ticks),
                range.axis(
                        words.pick(
                                "Discontinuity in " + context.inline(fit.outcome()),
                                context.label(fit.outcome()) + "的跳跃"),
                        0.06,
                        0.06),
                Optional.empty(),
                series,
                List.of(
                        new Rule("zero", Direction.ACROSS, Side.LEFT, 0, Weight.BASE, Optional.empty()),
                        new Rule("baseline", Direction.ACROSS, Side.LEFT, baseline, Weight.MARK, Optional.empty())),
                context.simulated() ? Optional.of(words.simulated()) : Optional.empty(),
                caption());
    }

    private void place(Section section) {
        List<Estimate> estimates = new ArrayList<>();
        for (Line line : fit.lines(section)) {
            ticks.add(new Tick(next, label(line)));
            Optional<Coefficient> found = line.estimate();
            if (found.isPresent()) {
                Coefficient c = found.get();
                estimates.add(new Estimate(next, next, c.estimate(), c.confLow(), c.confHigh(), false));
                range.include(c.estimate()).include(c.confLow()).include(c.confHigh());
            }
            next++;
        }
        if (!estimates.isEmpty()) {
            series.add(new Estimates(name(section), Symbol.ofSeries(series.size()), estimates));
            next += 0.6;
        }
    }

    private String label(Line line) {
        return switch (line.section()) {
            case BASELINE -> words.pick("base", "基准");
            case WINDOW -> "±" + number(line.value());
            default -> number(line.value());
        };
    }

    private static String number(double value) {
        return signed(Numbers.exact(value));
    }

    private String name(Section section) {
        return switch (section) {
            case BASELINE -> words.pick("Baseline", "基准");
            case CUTOFF -> words.pick("Placebo cutoff", "伪断点");
            case DONUT -> words.pick("Donut radius", "甜甜圈半径");
            case BANDWIDTH -> words.pick("Bandwidth (multiple)", "带宽（倍数）");
            case WINDOW -> words.pick("Window", "窗口");
            case ORDER -> words.pick("Polynomial order", "多项式阶数");
            case COVARIATE, DENSITY -> throw new IllegalArgumentException("not drawn: " + section);
        };
    }

    private String inline(Section section) {
        return name(section).toLowerCase(Locale.ROOT);
    }

    private List<String> caption() {
        List<String> sentences = new ArrayList<>();
        boolean local = fit.baseModel().equals("rd-local");
        sentences.add(
                local
                        ? words.pick(
                                "Points are local polynomial estimates, bars robust bias-corrected 95% intervals, which are"
                                        + " not centred on them.",
                                "各点为局部多项式估计值，竖线为稳健偏误校正的 95% 置信区间（不以点为中心）。")
                        : words.pick("Points are estimates, bars 95% intervals.", "各点为估计值，竖线为 95% 置信区间。"));
        sentences.add(words.pick(
                "The dashed line is the baseline, "
                        + estimate(fit.coefficients().get(0).estimate()) + ".",
                "虚线为基准估计值 " + estimate(fit.coefficients().get(0).estimate()) + "。"));
        if (!fit.lines(Section.CUTOFF).isEmpty()) {
            sentences.add(words.pick(
                    "At placebo cutoffs only rows on their side of the true cutoff are used.", "伪断点回归仅使用其所在一侧的观测值。"));
        }
        for (Line line : fit.lines()) {
            if (line.estimate().isEmpty() && SHOWN.contains(line.section())) {
                sentences.add(words.pick(
                        "Not estimated: " + inline(line.section()) + " " + label(line) + ".",
                        "未能估计：" + name(line.section()) + " " + label(line) + "。"));
            }
        }
        sentences.add(words.observations(fit.n()));
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.paragraph(sentences));
        spec.notes().ifPresent(notes -> paragraphs.add(notes.in(context.lang())));
        return paragraphs;
    }
}
