package org.canbao.report.figure;

import static org.canbao.report.figure.FigureNumbers.count;
import static org.canbao.report.figure.FigureNumbers.estimate;
import static org.canbao.report.figure.FigureNumbers.tight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.canbao.diag.Diagnostic;
import org.canbao.report.figure.FigureModel.Axis;
import org.canbao.report.figure.FigureModel.Cloud;
import org.canbao.report.figure.FigureModel.Curve;
import org.canbao.report.figure.FigureModel.Direction;
import org.canbao.report.figure.FigureModel.Point;
import org.canbao.report.figure.FigureModel.Rule;
import org.canbao.report.figure.FigureModel.Series;
import org.canbao.report.figure.FigureModel.Side;
import org.canbao.report.figure.FigureModel.Weight;
import org.canbao.result.Fit.Draw;
import org.canbao.result.Permuted;
import org.canbao.spec.FigureSpec;

/** The kernel density of placebo estimates, the p-value of each on the right axis, and the true estimate as a line. */
public final class PlaceboFigure {
    private static final double THRESHOLD = 0.1;
    /** Room at the top for the labels of the lines, as a share of the data's range. */
    private static final double HEADROOM = 0.18;
    /** Room at the bottom, so that points at p = 0 are whole. */
    private static final double FOOTROOM = 0.03;

    private final FigureContext context;
    private final FigureWords words;

    /** Figures in this context. */
    public PlaceboFigure(FigureContext context) {
        this.context = context;
        this.words = new FigureWords(context);
    }

    /**
     * The figure.
     *
     * @param truth the estimate of the figure's {@code true:} spec; empty: the placebo's own
     * @param seed of the draws, for the caption; empty if the assignments were given
     * @throws org.canbao.diag.CanbaoException CB0653 if no draw is finite
     */
    public FigureModel of(FigureSpec.Placebo spec, Permuted fit, Optional<Double> truth, OptionalLong seed) {
        List<Draw> drawn = fit.draws().stream()
                .filter(d -> Double.isFinite(d.estimate()))
                .sorted(Comparator.comparingDouble(Draw::estimate).thenComparingDouble(Draw::pValue))
                .toList();
        if (drawn.isEmpty()) {
            throw Diagnostic.error(
                            FigureCode.NOTHING_TO_DRAW,
                            "figure `" + spec.id() + "` has no placebo estimate to draw: all "
                                    + fit.draws().size() + " draws are missing")
                    .hint("look at the spec `" + spec.spec().name()
                            + "`: its treatment may be absorbed by the fixed effects in every draw")
                    .toException();
        }
        double trueEstimate = truth.orElse(fit.actual().estimate());
        Optional<KernelDensity> density = density(drawn);
        return new FigureModel(
                spec.id(),
                context.lang(),
                spec.title().in(context.lang()),
                estimateAxis(fit, drawn, density, trueEstimate),
                density.map(this::densityAxis).orElseGet(this::pValueAxis),
                density.map(d -> pValueAxis()),
                series(drawn, density),
                rules(trueEstimate),
                context.simulated() ? Optional.of(words.simulated()) : Optional.empty(),
                caption(spec, fit, drawn.size(), density, trueEstimate, seed));
    }

    /** None for draws that are all the same: a density would show a width that is not there. */
    private static Optional<KernelDensity> density(List<Draw> drawn) {
        double[] estimates = drawn.stream().mapToDouble(Draw::estimate).toArray();
        boolean differ = estimates[0] != estimates[estimates.length - 1];
        return differ ? Optional.of(KernelDensity.of(estimates)) : Optional.empty();
    }

    private Axis estimateAxis(Permuted fit, List<Draw> drawn, Optional<KernelDensity> density, double trueEstimate) {
        AxisRange range = new AxisRange().include(0).include(trueEstimate);
        drawn.forEach(d -> range.include(d.estimate()));
        density.ifPresent(d -> d.curve().forEach(p -> range.include(p.x())));
        String treatment = context.label(fit.treatment());
        return range.axis(words.pick("Estimated effect of " + treatment, treatment + "的估计系数"), 0.05, 0.05);
    }

    private Axis densityAxis(KernelDensity density) {
        AxisRange range = new AxisRange();
        density.curve().forEach(p -> range.include(p.y()));
        return range.fromZero(words.pick("Kernel density (curve)", "核密度（曲线）"), FOOTROOM, HEADROOM);
    }

    /** On the right; it takes the left side where there is no density. */
    private Axis pValueAxis() {
        return new AxisRange().include(1).fromZero(words.pick("p-value (points)", "p 值（圆点）"), FOOTROOM, HEADROOM);
    }

    private List<Series> series(List<Draw> drawn, Optional<KernelDensity> density) {
        List<Series> series = new ArrayList<>();
        series.add(new Cloud(
                "p-value",
                Side.RIGHT,
                drawn.stream()
                        .filter(d -> Double.isFinite(d.pValue()))
                        .map(d -> new Point(d.estimate(), d.pValue()))
                        .toList()));
        density.ifPresent(d -> series.add(new Curve("density", Side.LEFT, d.curve())));
        return series;
    }

    private List<Rule> rules(double trueEstimate) {
        String truth = tight(words.pick("True estimate: ", "真实估计值：") + estimate(trueEstimate));
        return List.of(
                new Rule("zero", Direction.UPRIGHT, Side.LEFT, 0, Weight.BASE, Optional.empty()),
                new Rule(
                        "threshold",
                        Direction.ACROSS,
                        Side.RIGHT,
                        THRESHOLD,
                        Weight.MARK,
                        Optional.of(tight("p = " + THRESHOLD))),
                new Rule(
                        "true estimate",
                        Direction.UPRIGHT,
                        Side.LEFT,
                        trueEstimate,
                        Weight.RESULT,
                        Optional.of(truth)));
    }

    private List<String> caption(
            FigureSpec.Placebo spec,
            Permuted fit,
            int drawn,
            Optional<KernelDensity> density,
            double trueEstimate,
            OptionalLong seed) {
        List<String> sentences = new ArrayList<>();
        sentences.add(whatIsDrawn(drawn, density));
        sentences.add(exactTest(fit));
        if (Math.abs(trueEstimate - fit.actual().estimate())
                > 1e-8 * Math.abs(fit.actual().estimate())) {
            String own = estimate(fit.actual().estimate());
            sentences.add(words.pick(
                    "The exact p-value refers to " + own + ", the estimate of the placebo's own model.",
                    "精确 p 值对应安慰剂模型自身的估计值 " + own + "。"));
        }
        if (drawn < fit.draws().size()) {
            String missing = count(fit.draws().size() - drawn);
            String all = count(fit.draws().size());
            sentences.add(words.pick(
                    missing + " of " + all + " draws gave no estimate.", all + " 次抽取中有 " + missing + " 次未得到估计值。"));
        }
        seed.ifPresent(s -> sentences.add(words.pick("Seed\u00a0" + s + ".", "随机种子 " + s + "。")));
        sentences.add(words.observations(fit.n()));
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.paragraph(sentences));
        spec.notes().ifPresent(notes -> paragraphs.add(notes.in(context.lang())));
        return paragraphs;
    }

    private String whatIsDrawn(int drawn, Optional<KernelDensity> density) {
        String draws = count(drawn);
        if (density.isEmpty()) {
            return words.pick(
                    draws + " placebo draws, all with the same estimate, so that no density is drawn; points are their"
                            + " p-values.",
                    draws + " 次安慰剂抽取的估计值全部相同，故未绘制密度曲线；圆点为各次的 p 值。");
        }
        String bandwidth = estimate(density.get().bandwidth());
        return words.pick(
                "Density of " + draws + " placebo estimates (Gaussian kernel, bandwidth " + bandwidth
                        + " by Silverman's rule, nrd0) and the p-value of each; the dashed line is "
                        + tight("p = " + THRESHOLD) + ".",
                draws + " 次安慰剂估计值的密度（高斯核，带宽 " + bandwidth + "，Silverman 经验法则 nrd0）及各自的 p 值；虚线为 "
                        + tight("p = " + THRESHOLD) + "。");
    }

    private String exactTest(Permuted fit) {
        // The estimator decides which draws count; its own p-value tells how many did.
        String counted = count(Math.round((fit.extreme() + 1) / fit.pValue() - 1));
        String extreme = count(fit.extreme());
        String exact = tight("(c + 1)/(n + 1) = " + estimate(fit.pValue()));
        return words.pick(
                extreme + " of " + counted
                        + " draws are at least as large in absolute value as the true estimate: exact" + " p-value "
                        + exact + ".",
                counted + " 次中有 " + extreme + " 次的绝对值不小于真实估计值：精确 p 值 " + exact + "。");
    }
}
