package org.canbao.report.figure;

import static org.canbao.report.figure.FigureNumbers.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.canbao.report.ExhibitData;
import org.canbao.report.figure.BarChart.Bar;
import org.canbao.report.figure.BarChart.Panel;
import org.canbao.report.figure.BarChart.Part;
import org.canbao.report.share.HiddenShares;
import org.canbao.report.share.Interval;
import org.canbao.report.share.Proportion;
import org.canbao.report.share.Shares;
import org.canbao.spec.ShareBars;

/** Bars of proportions in percent, with their 95% intervals. */
final class ShareBarsFigure {
    private static final double PERCENT = 100;

    private final ShareBars spec;
    private final FigureContext context;
    private final FigureWords words;
    private final List<Shares> shares;
    private final HiddenShares hidden;

    private ShareBarsFigure(ShareBars spec, ExhibitData data, FigureContext context) {
        this.spec = spec;
        this.context = context;
        this.words = new FigureWords(context);
        this.shares = spec.shares().stream()
                .map(share -> Shares.of(
                        share, data.sample().get(), Optional.of(spec.rows()), Optional.empty(), spec.weights()))
                .toList();
        this.hidden = new HiddenShares(shares, List.of(Shares.ALL), context.protection());
    }

    /**
     * The figure.
     *
     * @throws org.canbao.diag.CanbaoException CB0603 to CB0607 for columns that cannot be counted; CB0653 if there is no base
     */
    static FigureModel of(ShareBars spec, ExhibitData data, FigureContext context) {
        return new ShareBarsFigure(spec, data, context).model();
    }

    private FigureModel model() {
        List<Bar> bars = levels().stream()
                .map(level -> new Bar(
                        context.labels().ofValue(spec.rows().name(), level, context.lang()),
                        IntStream.range(0, shares.size())
                                .mapToObj(share -> part(share, level))
                                .toList()))
                .toList();
        BarChart chart = new BarChart(
                spec.shares().stream().map(share -> context.label(share.id())).toList(),
                List.of(new Panel("", bars)),
                false);
        chart.check(spec.id());
        String axis = spec.axis()
                .map(text -> text.in(context.lang()))
                .orElseGet(() -> context.label(spec.shares().get(0).id()) + words.pick(" (%)", "（%）"));
        return chart.model(
                context,
                spec.id(),
                spec.title().in(context.lang()),
                axis,
                context.simulated() ? Optional.of(words.simulated()) : Optional.empty(),
                caption());
    }

    private List<String> levels() {
        List<String> levels = new ArrayList<>(Shares.sorted(
                () -> shares.stream().flatMap(share -> share.rows().stream()).iterator()));
        Comparator<String> byShare =
                Comparator.comparingDouble(level -> value(shares.get(0).at(level, Shares.ALL)));
        switch (spec.order()) {
            case ASCENDING -> levels.sort(byShare);
            case DESCENDING -> levels.sort(byShare.reversed());
            case LEVEL -> {
                // as they are
            }
        }
        return levels;
    }

    private double value(Proportion proportion) {
        return spec.weights().isPresent() ? proportion.weighted() : proportion.share();
    }

    private Part part(int share, String level) {
        int row = shares.get(share).rows().indexOf(level);
        if (row >= 0 && hidden.hidesShare(share, row, 0)) {
            return Part.NONE;
        }
        Proportion proportion = shares.get(share).at(level, Shares.ALL);
        Interval interval =
                spec.weights().isPresent() ? proportion.weightedInterval() : proportion.interval();
        return new Part(PERCENT * value(proportion), PERCENT * interval.low(), PERCENT * interval.high());
    }

    private List<Long> bases(Shares share) {
        return share.rows().stream()
                .map(level -> share.at(level, Shares.ALL).base())
                .toList();
    }

    private List<String> caption() {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                spec.weights().isPresent()
                        ? words.pick(
                                "Weighted shares; lines are 95% intervals (Wilson, effective sample size).",
                                "加权占比；细线为 95% 置信区间（Wilson 法，有效样本量）。")
                        : words.pick("Lines are 95% intervals (Wilson).", "细线为 95% 置信区间（Wilson 法）。"));
        List<List<Long>> bases = shares.stream().map(this::bases).distinct().toList();
        if (hidden.hidesAny()) {
            sentences.add(words.suppressed());
        } else if (bases.size() == 1) {
            long all = bases.get(0).stream().mapToLong(Long::longValue).sum();
            long least = bases.get(0).stream().mapToLong(Long::longValue).min().orElse(0);
            sentences.add(words.pick(
                    "Base: " + count(all) + " in all, at least " + count(least) + " per bar.",
                    "基数合计 " + count(all) + "，每条至少 " + count(least) + "。"));
        }
        List<String> paragraphs = new ArrayList<>(List.of(words.paragraph(sentences)));
        spec.notes().ifPresent(notes -> paragraphs.add(notes.in(context.lang())));
        return paragraphs;
    }
}
