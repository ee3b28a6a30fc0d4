package org.canbao.report.figure;

import static org.canbao.report.figure.FigureNumbers.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
import org.canbao.result.HonestDidFit;
import org.canbao.result.HonestDidFit.Bounded;
import org.canbao.result.HonestDidFit.Sensitivity;
import org.canbao.spec.FigureSpec;

/**
 * The sensitivity of an event study to differences in trends (Rambachan and Roth 2023): the original interval, then the
 * confidence set under each bound M on changes of slope, and under each multiple M̄ of the largest change before. Where a
 * set begins to hold zero, between two bounds, stands an upright line.
 */
final class HonestDidFigure {
    private static final double GAP = 0.6;
    /** Room at the top for the labels of the lines, as a share of the data's range. */
    private static final double HEADROOM = 0.18;

    private static final double FOOTROOM = 0.06;

    private final FigureSpec.HonestDid spec;
    private final HonestDidFit fit;
    private final FigureContext context;
    private final FigureWords words;
    private final List<Tick> ticks = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final AxisRange range = new AxisRange().include(0);
    private double next = 1;

    private HonestDidFigure(FigureSpec.HonestDid spec, HonestDidFit fit, FigureContext context) {
        this.spec = spec;
        this.fit = fit;
        this.context = context;
        this.words = new FigureWords(context);
    }

    /** The figure. */
    static FigureModel of(FigureSpec.HonestDid spec, ExhibitData data, FigureContext context) {
        return new HonestDidFigure(spec, (HonestDidFit) data.fit(spec.spec()), context).model();
    }

    private FigureModel model() {
        rules.add(new Rule("zero", Direction.ACROSS, Side.LEFT, 0, Weight.BASE, Optional.empty()));
        sentences.add(words.pick(
                "Bars are 95% confidence sets of the effect if the difference in trends stays within the bound.",
                "竖线为趋势差异不超过相应界限时效应的 95% 置信集。"));
        placeOriginal();
        fit.smoothness().ifPresent(s -> place(s, "M", words.pick("Change of slope up to M", "斜率变化不超过 M")));
        fit.magnitudes()
                .ifPresent(s -> place(s, "M̄", words.pick("M̄ times the largest change before", "不超过事前最大变化的 M̄ 倍")));
        return new FigureModel(
                spec.id(),
                context.lang(),
                spec.title().in(context.lang()),
                new Axis(words.pick("Bound on the difference in trends", "趋势差异的界限"), 0.3, next - 0.8, ticks),
                range.axis(effect(), FOOTROOM, HEADROOM),
                Optional.empty(),
                series,
                rules,
                context.simulated() ? Optional.of(words.simulated()) : Optional.empty(),
                caption());
    }

    private String effect() {
        String outcome = context.label(fit.outcome());
        if (fit.target().isEmpty()) {
            return words.pick("Average effect on " + outcome, "对" + outcome + "的平均效应");
        }
        int at = fit.target().getAsInt();
        return words.pick("Effect on " + outcome + " at event time " + at, "事件时间 " + at + " 对" + outcome + "的效应");
    }

    private void placeOriginal() {
        Coefficient c = fit.original();
        ticks.add(new Tick(next, words.pick("none", "无")));
        include(c.confLow(), c.confHigh());
        range.include(c.estimate());
        add(
                words.pick("Original: parallel trends", "原始区间：平行趋势"),
                List.of(new Estimate(0, next, c.estimate(), c.confLow(), c.confHigh(), false)));
    }

    private void place(Sensitivity sensitivity, String symbol, String name) {
        List<Estimate> sets = new ArrayList<>();
        List<Double> places = new ArrayList<>();
        for (Bounded bounded : sensitivity.sets()) {
            String bound = Numbers.exact(bounded.bound());
            ticks.add(new Tick(next, places.isEmpty() ? FigureNumbers.tight(symbol + " = " + bound) : bound));
            places.add(next);
            if (bounded.set().isPresent()) {
                double low = bounded.set().get().low();
                double high = bounded.set().get().high();
                include(low, high);
                sets.add(new Estimate(bounded.bound(), next, Double.NaN, low, high, false));
            } else {
                sentences.add(words.pick(
                        "No effect is in the set at " + symbol + " = " + bound + ".",
                        symbol + " = " + bound + " 时置信集为空。"));
            }
            next++;
        }
        if (!sets.isEmpty()) {
            add(name, sets);
        }
        sentences.add(breakdown(sensitivity.breakdown(), symbol));
        sensitivity.breakdown().ifPresent(at -> mark(at, sensitivity.sets(), places, symbol));
    }

    private void add(String name, List<Estimate> estimates) {
        series.add(new Estimates(name, Symbol.ofSeries(series.size()), estimates));
        next = ticks.get(ticks.size() - 1).at() + 1 + GAP;
    }

    private void include(double low, double high) {
        if (Double.isFinite(low) && Double.isFinite(high)) {
            range.include(low).include(high);
        }
    }

    private String breakdown(OptionalDouble at, String symbol) {
        return at.isEmpty()
                ? words.pick("Zero is in every set of " + symbol + ".", symbol + " 的各置信集均包含零。")
                : words.pick(
                        "Zero is left out up to " + symbol + " = " + estimate(at.getAsDouble()) + ".",
                        "直至 " + symbol + " = " + estimate(at.getAsDouble()) + " 置信集不包含零。");
    }

    /** A line where the breakdown value lies between two bounds that are shown. */
    private void mark(double breakdown, List<Bounded> sets, List<Double> places, String symbol) {
        for (int k = 0; k + 1 < sets.size(); k++) {
            double from = sets.get(k).bound();
            double to = sets.get(k + 1).bound();
            if (from <= breakdown && breakdown <= to) {
                double at = places.get(k) + (breakdown - from) / (to - from) * (places.get(k + 1) - places.get(k));
                rules.add(new Rule(
                        "breakdown " + symbol,
                        Direction.UPRIGHT,
                        Side.LEFT,
                        at,
                        Weight.MARK,
                        Optional.of(FigureNumbers.tight(symbol + " = " + estimate(breakdown)))));
                return;
            }
        }
    }

    private List<String> caption() {
        sentences.add(words.observations(fit.inference().n()));
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.paragraph(sentences));
        spec.notes().ifPresent(notes -> paragraphs.add(notes.in(context.lang())));
        return paragraphs;
    }
}
