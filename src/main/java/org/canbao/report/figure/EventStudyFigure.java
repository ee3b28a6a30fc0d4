package org.canbao.report.figure;

import static org.canbao.report.figure.FigureNumbers.whole;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.canbao.diag.Diagnostic;
import org.canbao.report.figure.FigureModel.Axis;
import org.canbao.report.figure.FigureModel.Direction;
import org.canbao.report.figure.FigureModel.Estimate;
import org.canbao.report.figure.FigureModel.Estimates;
import org.canbao.report.figure.FigureModel.Rule;
import org.canbao.report.figure.FigureModel.Side;
import org.canbao.report.figure.FigureModel.Symbol;
import org.canbao.report.figure.FigureModel.Tick;
import org.canbao.report.figure.FigureModel.Weight;
import org.canbao.result.ByEventTime;
import org.canbao.result.Fit;
import org.canbao.spec.FigureSpec;

/**
 * Estimates by event time with their 95% intervals, the reference as a hollow point at zero, and the line between the
 * last period before and the first period of the treatment. Several fits stand side by side.
 */
public final class EventStudyFigure {
    /** The key of a label that takes the place of the usual title of the horizontal axis. */
    public static final String TIME_LABEL = "event-time";
    /** The key of a label that takes the place of the usual name of the vertical line. */
    public static final String EVENT_LABEL = "event";

    private static final double WIDEST_STEP = 0.18;
    private static final double SPREAD = 0.6;
    private static final int MOST_LABELS = 13;

    private final FigureContext context;
    private final FigureWords words;

    /** Figures in this context. */
    public EventStudyFigure(FigureContext context) {
        this.context = context;
        this.words = new FigureWords(context);
    }

    /**
     * A fit and what the legend calls it, such as its estimator.
     *
     * @param times the fit by event time
     */
    public record Named(String name, Fit fit, ByEventTime times) {
        /** A fit that is known to have event times. */
        public static <F extends Fit & ByEventTime> Named of(String name, F fit) {
            return new Named(name, fit, fit);
        }
    }

    /**
     * The figure of several fits, which should share outcome and window.
     *
     * @param fits one at least; four can be told apart
     * @throws org.canbao.diag.CanbaoException CB0653 if no estimate is finite
     */
    public FigureModel of(FigureSpec.EventStudy spec, List<Named> fits) {
        List<Estimates> series = IntStream.range(0, fits.size())
                .mapToObj(i -> series(fits.get(i), i, fits.size()))
                .toList();
        AxisRange range = new AxisRange().include(0);
        series.stream()
                .flatMap(s -> s.estimates().stream())
                .forEach(e -> range.include(e.y()).include(e.low()).include(e.high()));
        requireEstimates(spec, series);
        String outcome = context.label(fits.get(0).fit().outcome());
        return new FigureModel(
                spec.id(),
                context.lang(),
                spec.title().in(context.lang()),
                timeAxis(fits),
                range.axis(words.pick("Effect on " + outcome, "对" + outcome + "的影响"), 0.06, 0.16),
                Optional.empty(),
                List.copyOf(series),
                rules(),
                context.simulated() ? Optional.of(words.simulated()) : Optional.empty(),
                caption(spec, fits));
    }

    private static void requireEstimates(FigureSpec spec, List<Estimates> series) {
        boolean any = series.stream()
                .flatMap(s -> s.estimates().stream())
                .anyMatch(e -> !e.reference() && Double.isFinite(e.y()));
        if (!any) {
            throw Diagnostic.error(
                            FigureCode.NOTHING_TO_DRAW,
                            "figure `" + spec.id() + "` has no estimate to draw: all are missing")
                    .hint("look at the dropped coefficients of its spec")
                    .toException();
        }
    }

    private static Estimates series(Named named, int index, int of) {
        double step = Math.min(WIDEST_STEP, SPREAD / of);
        double aside = (index - (of - 1) / 2.0) * step;
        Stream<Estimate> estimated = named.times().by().stream()
                .map(a -> new Estimate(a.at(), a.at() + aside, a.estimate(), a.confLow(), a.confHigh(), false));
        Stream<Estimate> references = named.times().reference().stream()
                .map(at -> new Estimate(at, at + aside, 0, Double.NaN, Double.NaN, true));
        Symbol symbol = Symbol.ofSeries(index);
        return new Estimates(
                named.name(),
                symbol,
                Stream.concat(estimated, references)
                        .sorted(Comparator.comparingDouble(Estimate::x))
                        .toList());
    }

    private Axis timeAxis(List<Named> fits) {
        int first = times(fits).min().orElse(0);
        int last = times(fits).max().orElse(0);
        boolean firstBinned = fits.stream().anyMatch(f -> f.times().binned().first());
        boolean lastBinned = fits.stream().anyMatch(f -> f.times().binned().last());
        int every = (last - first) / MOST_LABELS + 1;
        List<Tick> ticks = IntStream.rangeClosed(first, last)
                .mapToObj(at -> {
                    String number = whole(at);
                    if (at == first && firstBinned) {
                        return new Tick(at, "≤\u00a0" + number);
                    }
                    if (at == last && lastBinned) {
                        return new Tick(at, "≥\u00a0" + number);
                    }
                    boolean crowded = (firstBinned && at - first < every) || (lastBinned && last - at < every);
                    return new Tick(at, at % every == 0 && !crowded ? number : "");
                })
                .toList();
        String usual = words.pick("Event time (periods since treatment)", "事件时间（距处理开始的期数）");
        return new Axis(context.label(TIME_LABEL, usual), first - 0.6, last + 0.6, ticks);
    }

    private static IntStream times(List<Named> fits) {
        return fits.stream()
                .map(Named::times)
                .flatMapToInt(f -> IntStream.concat(
                        f.by().stream().mapToInt(Fit.AtTime::at),
                        f.reference().stream().mapToInt(Integer::intValue)));
    }

    private List<Rule> rules() {
        String event = context.label(EVENT_LABEL, words.pick("Treatment", "处理开始"));
        return List.of(
                new Rule("zero", Direction.ACROSS, Side.LEFT, 0, Weight.BASE, Optional.empty()),
                new Rule("treatment", Direction.UPRIGHT, Side.LEFT, -0.5, Weight.MARK, Optional.of(event)));
    }

    private List<String> caption(FigureSpec.EventStudy spec, List<Named> fits) {
        List<String> sentences = new ArrayList<>();
        sentences.add(points(fits));
        sentences.addAll(bars(fits));
        bins(fits).ifPresent(sentences::add);
        for (Named named : fits) {
            sentences.addAll(tests(named, fits.size() > 1));
        }
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.paragraph(sentences));
        spec.notes().ifPresent(notes -> paragraphs.add(notes.in(context.lang())));
        return paragraphs;
    }

    private String points(List<Named> fits) {
        List<List<Integer>> references =
                fits.stream().map(named -> named.times().reference()).distinct().toList();
        if (references.size() > 1) {
            return words.pick("Hollow points are the reference, zero by definition.", "空心点为基期，定义为 0。");
        }
        String reference =
                references.get(0).stream().map(FigureNumbers::whole).collect(Collectors.joining(words.pick(", ", "、")));
        return reference.isEmpty()
                ? words.pick("Points are estimates.", "各点为估计值。")
                : words.pick(
                        "Points are estimates relative to event time\u00a0" + reference
                                + " (hollow, zero by definition).",
                        "各点为相对于事件时间\u00a0" + reference + " 的估计值（空心点为基期，定义为 0）。");
    }

    /** What the intervals are: in one sentence if all fits share their standard errors, else one each. */
    private List<String> bars(List<Named> fits) {
        String bars = words.pick("Bars are 95% confidence intervals", "竖线为 95% 置信区间");
        String end = words.pick(".", "。");
        List<String> errors = fits.stream().map(this::errors).toList();
        if (errors.stream().distinct().count() == 1) {
            return List.of(bars + words.pick(", ", "，") + errors.get(0) + end);
        }
        String each = IntStream.range(0, fits.size())
                .mapToObj(i -> fits.get(i).name() + words.pick(": ", "：") + errors.get(i))
                .collect(Collectors.joining(words.pick("; ", "；")));
        return List.of(bars + end, each + end);
    }

    private String errors(Named named) {
        String together = words.pick("simultaneous for all event times, ", "对各时期同时成立，");
        return (named.times().simultaneous() ? together : "")
                + words.standardErrors(named.fit().inference());
    }

    private Optional<String> bins(List<Named> fits) {
        boolean first = fits.stream().anyMatch(f -> f.times().binned().first());
        boolean last = fits.stream().anyMatch(f -> f.times().binned().last());
        if (!first && !last) {
            return Optional.empty();
        }
        return Optional.of(
                first && last
                        ? words.pick("Both ends hold all earlier and later event times.", "两端分别包含所有更早和更晚的时期。")
                        : first
                                ? words.pick("The first point holds all earlier event times.", "最左端包含所有更早的时期。")
                                : words.pick("The last point holds all later event times.", "最右端包含所有更晚的时期。"));
    }

    private List<String> tests(Named named, boolean several) {
        List<String> sentences = new ArrayList<>();
        String who = several ? named.name() + words.pick(": ", "：") : "";
        named.times()
                .pretrend()
                .ifPresent(test -> sentences.add(words.pick(
                        who + "Joint test of pre-trends: " + words.test(test) + ".",
                        who + "事前趋势联合检验：" + words.test(test) + "。")));
        String missing = named.times().by().stream()
                .filter(a -> !Double.isFinite(a.estimate()))
                .map(a -> whole(a.at()))
                .collect(Collectors.joining(words.pick(", ", "、")));
        if (!missing.isEmpty()) {
            sentences.add(words.pick("Not estimated: event time\u00a0" + missing + ".", "未能估计的时期：" + missing + "。"));
        }
        sentences.add((sentences.isEmpty() ? who : "")
                + words.observations(named.fit().n()));
        return sentences;
    }
}
