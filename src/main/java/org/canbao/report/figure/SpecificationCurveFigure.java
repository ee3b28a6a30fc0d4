package org.canbao.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.report.figure.FigureModel.Axis;
import org.canbao.report.figure.FigureModel.Direction;
import org.canbao.report.figure.FigureModel.Estimate;
import org.canbao.report.figure.FigureModel.Grid;
import org.canbao.report.figure.FigureModel.GridGroup;
import org.canbao.report.figure.FigureModel.GridRow;
import org.canbao.report.figure.FigureModel.Ranking;
import org.canbao.report.figure.FigureModel.Rule;
import org.canbao.report.figure.FigureModel.Run;
import org.canbao.report.figure.FigureModel.Series;
import org.canbao.report.figure.FigureModel.Side;
import org.canbao.report.figure.FigureModel.Symbol;
import org.canbao.report.figure.FigureModel.Tick;
import org.canbao.report.figure.FigureModel.Weight;
import org.canbao.result.Coefficient;
import org.canbao.result.SpecificationCurve;
import org.canbao.result.SpecificationCurve.Point;
import org.canbao.result.SpecificationCurve.Specification;
import org.canbao.spec.ChoicePoint;
import org.canbao.spec.CurveSpec;
import org.canbao.spec.Text;

/**
 * A specification curve (Simonsohn, Simmons and Nelson 2020): estimates in ascending order with their intervals, below them
 * which option of each point they take. The study's own estimate is marked.
 */
public final class SpecificationCurveFigure {
    /** From so many specifications on, neighbouring marks of a row are one. */
    private static final int MANY = 150;

    private final CurveSpec spec;
    private final SpecificationCurve curve;
    private final FigureContext context;
    private final FigureWords words;
    private final List<Specification> placed = new ArrayList<>();

    private SpecificationCurveFigure(CurveSpec spec, SpecificationCurve curve, FigureContext context) {
        this.spec = spec;
        this.curve = curve;
        this.context = context;
        this.words = new FigureWords(context);
        placed.addAll(curve.sorted());
        placed.addAll(curve.failed());
    }

    /**
     * The figure.
     *
     * @param notes of the whole study
     */
    public static FigureModel of(
            CurveSpec spec, SpecificationCurve curve, Optional<Text> notes, FigureContext context) {
        return new SpecificationCurveFigure(spec, curve, context).model(notes);
    }

    private FigureModel model(Optional<Text> notes) {
        AxisRange range = new AxisRange().include(0);
        curve.sorted().stream().flatMap(s -> s.estimate().stream()).forEach(e -> range.include(e.estimate())
                .include(e.confLow())
                .include(e.confHigh()));
        List<Rule> rules = new ArrayList<>(
                List.of(new Rule("zero", Direction.ACROSS, Side.LEFT, 0, Weight.BASE, Optional.empty())));
        curve.baseline()
                .estimate()
                .ifPresent(e -> rules.add(new Rule(
                        "study",
                        Direction.UPRIGHT,
                        Side.LEFT,
                        rank(curve.baseline()),
                        Weight.MARK,
                        Optional.empty())));
        List<String> paragraphs = new ArrayList<>(List.of(
                words.paragraph(new CurveCaption(spec, curve, context, words).sentences())));
        spec.notes().ifPresent(own -> paragraphs.add(own.in(context.lang())));
        notes.ifPresent(all -> paragraphs.add(all.in(context.lang())));
        return new FigureModel(
                spec.id(),
                context.lang(),
                spec.title().in(context.lang()),
                horizontal(),
                range.axis(
                        words.pick(
                                "Coefficient of " + context.label(curve.coefficient()),
                                context.label(curve.coefficient()) + "的系数"),
                        0.04,
                        0.06),
                Optional.empty(),
                series(),
                rules,
                Optional.of(grid()),
                context.simulated() ? Optional.of(words.simulated()) : Optional.empty(),
                paragraphs);
    }

    private Axis horizontal() {
        List<Tick> ticks =
                new AxisRange().include(1).include(Math.max(2, placed.size())).axis("", 0, 0).ticks().stream()
                        .filter(tick -> tick.at() >= 1 && tick.at() == Math.rint(tick.at()))
                        .toList();
        double aside = Math.max(0.5, 0.01 * placed.size());
        return new Axis(
                words.pick("Specifications, by estimate", "各设定（按估计值排序）"),
                1 - aside,
                placed.size() + aside,
                ticks);
    }

    private int rank(Specification specification) {
        return placed.indexOf(specification) + 1;
    }

    private List<Series> series() {
        List<Estimate> clear = new ArrayList<>();
        List<Estimate> unclear = new ArrayList<>();
        List<Estimate> failed = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            Estimate estimate = estimate(placed.get(i), i + 1);
            boolean none = placed.get(i).estimate().isEmpty();
            (none ? failed : placed.get(i).isSignificant() ? clear : unclear).add(estimate);
        }
        List<Series> series = new ArrayList<>();
        add(series, words.pick("Significant at 5%", "在5%水平显著"), 0, Symbol.CIRCLE, clear);
        add(series, words.pick("Not significant", "不显著"), 2, Symbol.CIRCLE, unclear);
        add(series, words.pick("Not estimated", "未能估计"), 2, Symbol.SQUARE, failed);
        curve.baseline().estimate().ifPresent(e -> {
            int rank = rank(curve.baseline());
            add(
                    series,
                    words.pick("As in the study", "本文设定"),
                    1,
                    Symbol.DIAMOND,
                    List.of(estimate(curve.baseline(), rank)));
        });
        return series;
    }

    private static void add(List<Series> series, String name, int colour, Symbol symbol, List<Estimate> estimates) {
        if (!estimates.isEmpty()) {
            series.add(new Ranking(name, colour, symbol, estimates));
        }
    }

    private static Estimate estimate(Specification specification, int rank) {
        Optional<Coefficient> found = specification.estimate();
        return new Estimate(
                rank,
                rank,
                found.map(Coefficient::estimate).orElse(Double.NaN),
                found.map(Coefficient::confLow).orElse(Double.NaN),
                found.map(Coefficient::confHigh).orElse(Double.NaN),
                false);
    }

    private Grid grid() {
        List<GridGroup> groups = new ArrayList<>();
        for (int p = 0; p < curve.points().size(); p++) {
            Point point = curve.points().get(p);
            ChoicePoint asked = spec.points().stream()
                    .filter(one -> one.id().equals(point.id()))
                    .findFirst()
                    .orElseThrow();
            List<GridRow> rows = new ArrayList<>();
            for (String option : point.options()) {
                String label = asked.options().stream()
                        .filter(one -> one.id().equals(option))
                        .map(one -> one.label().in(context.lang()))
                        .findFirst()
                        .orElse(option);
                rows.add(new GridRow(label, runs(p, option)));
            }
            groups.add(new GridGroup(CurveCaption.name(asked, context.lang()), rows));
        }
        return new Grid(groups);
    }

    private List<Run> runs(int point, String option) {
        boolean merge = placed.size() > MANY;
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            if (placed.get(i).options().get(point).equals(option)) {
                double from = i + 0.5;
                boolean longer = merge && !runs.isEmpty() && runs.get(runs.size() - 1).to() == from;
                double begin = longer ? runs.remove(runs.size() - 1).from() : from;
                runs.add(new Run(begin, i + 1.5));
            }
        }
        return runs;
    }
}
