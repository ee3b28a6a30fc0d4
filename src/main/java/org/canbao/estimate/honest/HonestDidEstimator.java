package org.canbao.estimate.honest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimator;
import org.canbao.estimate.Estimators;
import org.canbao.estimate.Student;
import org.canbao.result.ByEventTime;
import org.canbao.result.Fit;
import org.canbao.result.HonestDidFit;
import org.canbao.result.HonestDidFit.Bounded;
import org.canbao.result.HonestDidFit.Ends;
import org.canbao.result.HonestDidFit.Sensitivity;
import org.canbao.sample.Sample;
import org.canbao.spec.HonestDid;

/**
 * Sensitivity of an event study to differences in trends (Rambachan and Roth 2023), as in R's HonestDiD: {@link FixedLength}
 * intervals under smoothness, {@link RelativeMagnitudes} under relative magnitudes, both at 95%. Estimates are taken for
 * normal with their estimated covariance.
 *
 * <p>The breakdown value is the bound at which zero enters the confidence set, found by doubling and halving.
 */
public final class HonestDidEstimator implements Estimator<HonestDid> {
    private static final double ALPHA = 0.05;
    private static final int DOUBLINGS = 40;
    private static final double EXACT = 1e-7;

    @Override
    public HonestDidFit estimate(HonestDid spec, Sample sample, EstimationOptions options) {
        Fit base = Estimators.estimate(spec.of(), sample, options);
        TrendEstimates data = TrendReader.read(spec, (ByEventTime) base);
        return new HonestDidFit(
                base.model(),
                base.outcome(),
                spec.target(),
                Student.NORMAL.coefficient(
                        HonestDidFit.EFFECT, data.estimate(data.plain()), data.stdError(data.plain())),
                data.before(),
                data.after(),
                smoothness(spec, data),
                magnitudes(spec, data, options.threads()),
                base.inference());
    }

    private static Optional<Sensitivity> smoothness(HonestDid spec, TrendEstimates data) {
        if (spec.smoothness().isEmpty()) {
            return Optional.empty();
        }
        FixedLength intervals = new FixedLength(data, ALPHA);
        DoubleFunction<Optional<Ends>> set = m -> {
            FixedLength.Interval interval = intervals.at(m);
            return Optional.of(new Ends(interval.low(), interval.high()));
        };
        double scale = data.stdError(data.plain());
        return Optional.of(sensitivity(spec.smoothness(), set, m -> SmoothTrends.identified(data, m), scale));
    }

    private static Optional<Sensitivity> magnitudes(HonestDid spec, TrendEstimates data, int threads) {
        if (spec.magnitudes().isEmpty()) {
            return Optional.empty();
        }
        RelativeMagnitudes sets = new RelativeMagnitudes(data, ALPHA, spec.draws(), spec.seed(), threads);
        return Optional.of(sensitivity(spec.magnitudes(), sets::at, m -> Optional.of(sets.identified(m)), 1));
    }

    private static Sensitivity sensitivity(
            List<Double> bounds,
            DoubleFunction<Optional<Ends>> set,
            DoubleFunction<Optional<Ends>> identified,
            double scale) {
        List<Bounded> sets = bounds.stream()
                .map(bound -> new Bounded(bound, set.apply(bound), identified.apply(bound)))
                .toList();
        DoublePredicate leavesOutZero = bound ->
                set.apply(bound).map(ends -> ends.low() > 0 || ends.high() < 0).orElse(true);
        return new Sensitivity(sets, breakdown(leavesOutZero, scale));
    }

    private static OptionalDouble breakdown(DoublePredicate leavesOutZero, double scale) {
        if (!leavesOutZero.test(0)) {
            return OptionalDouble.empty();
        }
        double out = 0;
        double in = scale;
        for (int i = 0; i < DOUBLINGS && leavesOutZero.test(in); i++) {
            out = in;
            in *= 2;
        }
        while (in - out > EXACT * in) {
            double middle = (in + out) / 2;
            if (leavesOutZero.test(middle)) {
                out = middle;
            } else {
                in = middle;
            }
        }
        return OptionalDouble.of(out);
    }
}
