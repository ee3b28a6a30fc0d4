package org.canbao.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.canbao.diag.Place;
import org.canbao.report.Labels;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/** Fits as estimators would give them, and the figures asked for. */
final class FigureFits {
    static final double[] ESTIMATES = {0.0061, -0.0042, 0.0035, Double.NaN, 0.0127, 0.0264, 0.0318, 0.0402, 0.0455};
    static final double[] ERRORS = {0.0094, 0.0083, 0.0071, Double.NaN, 0.0069, 0.0080, 0.0097, 0.0121, 0.0153};

    static final FigureSpec.EventStudy EVENT_STUDY = new FigureSpec.EventStudy(
            "figure-1",
            new Text("Cross-city migration before and after the direct settlement of medical bills", "异地就医直接结算前后的跨市流动"),
            Optional.empty(),
            List.of(column("event-study")));

    static final FigureSpec.Placebo PLACEBO = new FigureSpec.Placebo(
            "figure-2",
            new Text("Placebo test: adoption dates reassigned to cities at random", "安慰剂检验：随机分配各城市的实施时间"),
            Optional.empty(),
            column("placebo"),
            Optional.empty());

    private static final Map<String, Text> LABELS = Map.of(
            "cross_city", new Text("cross-city migration", "跨市流动"),
            "did", new Text("direct settlement", "直接结算"),
            "city", new Text("city", "城市"),
            "event", new Text("Adoption", "政策实施"),
            "event-time", new Text("Event time (years since adoption)", "事件时间（距政策实施年数）"));

    private FigureFits() {}

    static ColumnRef column(String name) {
        return new ColumnRef(name, Place.of("study.yaml"));
    }

    static FigureContext context(Lang lang, boolean simulated) {
        Labels labels =
                (term, in) -> LABELS.containsKey(term) ? LABELS.get(term).in(in) : term;
        return new FigureContext(labels, lang, simulated);
    }

    static Fit.EventStudy eventStudy() {
        return eventStudy(-4, ESTIMATES, ERRORS, 1);
    }

    /** One estimate per event time from {@code first}; NaN makes the reference. */
    static Fit.EventStudy eventStudy(int first, double[] estimates, double[] errors, double scale) {
        List<Fit.AtTime> by = new ArrayList<>();
        List<Integer> reference = new ArrayList<>();
        for (int i = 0; i < estimates.length; i++) {
            double b = estimates[i] * scale;
            double s = errors[i] * scale;
            if (Double.isNaN(b)) {
                reference.add(first + i);
            } else {
                by.add(new Fit.AtTime(first + i, b, s, b / s, 0.5, b - 2.001 * s, b + 2.001 * s, 1000));
            }
        }
        return new Fit.EventStudy(
                by,
                reference,
                new Fit.Binned(true, true),
                Optional.of(new Fit.WaldTest(1.9423, 0.1327, 3, 59)),
                regression());
    }

    static Fit.Placebo placebo(double actual, List<Fit.Draw> draws) {
        int extreme = (int) draws.stream()
                .filter(d -> Math.abs(d.estimate()) >= Math.abs(actual))
                .count();
        long valid = draws.stream().filter(d -> !Double.isNaN(d.estimate())).count();
        Coefficient truth = new Coefficient("did", actual, 0.011, actual / 0.011, 0.001, actual - 0.02, actual + 0.02);
        return new Fit.Placebo("did", truth, draws, extreme, (extreme + 1.0) / (valid + 1), regression());
    }

    /** Normal draws with standard error 0.012 and p-values that belong to them. */
    static List<Fit.Draw> draws(int n, long seed) {
        Random random = new Random(seed);
        List<Fit.Draw> draws = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double estimate = 0.012 * random.nextGaussian();
            double error = 0.0115 * Math.exp(0.12 * random.nextGaussian());
            double z = Math.abs(estimate / error);
            draws.add(new Fit.Draw(estimate, error, estimate / error, twoSided(z)));
        }
        return draws;
    }

    private static double twoSided(double z) {
        return 2 * new org.apache.commons.math3.distribution.NormalDistribution().cumulativeProbability(-z);
    }

    private static Fit.Regression regression() {
        Inference inference = new Inference(
                "cluster",
                128_734,
                12,
                List.of(new Inference.Clusters("city", 60)),
                59,
                1.02,
                "moments",
                "",
                Optional.empty(),
                List.of(),
                false);
        return new Fit.Regression(
                "event-study",
                "cross_city",
                List.of(),
                128_734,
                0.31,
                0.30,
                OptionalDouble.of(0.02),
                List.of(),
                List.of(),
                0.42,
                inference);
    }

    /** A fit alone in its figure. */
    static List<EventStudyFigure.Named> alone(Fit.EventStudy fit) {
        return List.of(EventStudyFigure.Named.of("event-study", fit));
    }
}
