package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.canbao.design.DesignBuilder;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.RandomizationFit;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Randomization;
import org.canbao.spec.Randomization.Permute;
import org.canbao.spec.Randomization.Statistic;

/**
 * Randomization inference: a model with the treatment assigned anew, draw by draw. c of n draws have a statistic at least as
 * large as the actual one in absolute value, ties within a relative 1e-12 included; p is (c+1)/(n+1), which is exact under
 * the null hypothesis of no effect on any unit, and the share c/n is reported beside it (Fisher 1935; Young 2019).
 *
 * <p>Where the treatment is a regressor of least squares by itself, the 95% interval holds the constant effects e that are
 * not rejected: under the null hypothesis of e, the outcome less e times the real treatment would be the same in every
 * assignment, so that a draw's estimate b_d becomes b_d - e k_d, k_d being the draw's coefficient in a regression of the
 * real treatment, and the actual one b - e.
 *
 * <p>Least squares draw on the cells of one reading ({@link PermutedRegression}); any other model is estimated again on a
 * sample whose cohorts are replaced.
 */
final class RandomizationEstimator implements Estimator<Randomization> {
    private static final double TIE = 1e-12;
    private static final double ALPHA = 0.05;

    @Override
    public RandomizationFit estimate(Randomization spec, Sample sample, EstimationOptions options) {
        return spec.base() instanceof ModelSpec.Ols ols
                ? leastSquares(spec, ols, sample, options)
                : reassigned(spec, sample, options);
    }

    private static RandomizationFit leastSquares(
            Randomization spec, ModelSpec.Ols base, Sample sample, EstimationOptions options) {
        ColumnRef treatment = spec.treatment().orElseThrow();
        DesignBuilder builder = new DesignBuilder(sample, options.path(), options.threads());
        PermutedRegression.Drawn drawn;
        if (spec.permute() == Permute.ROWS) {
            drawn = new PermutedRegression(
                            base, treatment, spec.coefficient(), RowTreatments.keys(spec), options.threads())
                    .estimate(
                            builder.onRows("rows exchange their treatment"), design -> new RowTreatments(spec, design));
        } else {
            CohortDraws draws = draws(spec, sample, treatment);
            ColumnRef unit = spec.unit().orElseThrow();
            List<ColumnRef> keys = new ArrayList<>(List.of(unit));
            Optional<ColumnRef> time = spec.cohort().isPresent() ? spec.time() : Optional.empty();
            time.ifPresent(keys::add);
            drawn = new PermutedRegression(base, treatment, spec.coefficient(), keys, options.threads())
                    .estimate(builder, design -> new CohortTreatments(draws, design, unit, time));
        }
        Fit actual = drawn.actual().regression(base.model());
        return fit(spec, actual, drawn.draws(), drawn.along());
    }

    private static RandomizationFit reassigned(Randomization spec, Sample sample, EstimationOptions options) {
        ColumnRef cohort = spec.cohort().orElseThrow();
        Fit actual = Estimators.estimate(spec.base(), sample, options);
        coefficient(spec, actual);
        ReassignedSample samples = new ReassignedSample(
                sample, draws(spec, sample, cohort), spec.unit().orElseThrow(), cohort);
        List<Fit.Draw> draws = new ArrayList<>();
        for (int d = 0; d < spec.draws(); d++) {
            draws.add(draw(spec, samples.draw(d), options));
        }
        return fit(spec, actual, draws, new double[0]);
    }

    /** A draw; without an estimate where the model cannot be estimated with the drawn cohorts. */
    private static Fit.Draw draw(Randomization spec, Sample drawn, EstimationOptions options) {
        Optional<Coefficient> found;
        try {
            found = Estimators.estimate(spec.base(), drawn, options).coefficient(spec.coefficient());
        } catch (CanbaoException e) {
            found = Optional.empty();
        }
        return found.map(c -> new Fit.Draw(c.estimate(), c.stdError(), c.statistic(), c.pValue()))
                .orElse(new Fit.Draw(Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }

    private static CohortDraws draws(Randomization spec, Sample sample, ColumnRef treatment) {
        CohortDraws draws = CohortDraws.read(
                new CohortDraws.Asked(
                        spec.common(),
                        spec.unit().orElseThrow(),
                        spec.cohort().orElse(treatment),
                        spec.within(),
                        spec.permute(),
                        spec.time(),
                        spec.draws(),
                        spec.seed(),
                        Optional.empty()),
                sample);
        double[] actual = draws.actual();
        for (int unit = 0; spec.cohort().isEmpty() && unit < actual.length; unit++) {
            if (Double.isNaN(actual[unit])) {
                throw Diagnostic.error(
                                EstimateCode.NO_TREATMENT,
                                "unit `" + draws.levels().names().get(unit) + "` has no `" + treatment
                                        + "`, which units exchange")
                        .at(treatment.place())
                        .hint("leave such units out with `where`, or name `cohort` and `time`")
                        .toException();
            }
        }
        return draws;
    }

    private static Coefficient coefficient(Randomization spec, Fit actual) {
        return actual.coefficient(spec.coefficient()).orElseThrow(() -> {
            List<String> names =
                    actual.coefficients().stream().map(Coefficient::name).toList();
            return Diagnostic.error(
                            EstimateCode.NO_COEFFICIENT,
                            "the model has no estimate of `" + spec.coefficient() + "` with the real treatment")
                    .at(spec.common().place())
                    .nearest(Nearest.to(spec.coefficient(), names))
                    .hint("its estimates are " + String.join(", ", names))
                    .toException();
        });
    }

    private static RandomizationFit fit(Randomization spec, Fit base, List<Fit.Draw> draws, double[] along) {
        Coefficient actual = coefficient(spec, base);
        boolean t = spec.statistic() == Statistic.T;
        ToDoubleFunction<Fit.Draw> statistic = t ? Fit.Draw::statistic : Fit.Draw::estimate;
        double least = Math.abs(t ? actual.statistic() : actual.estimate()) * (1 - TIE);
        int estimated = 0;
        int extreme = 0;
        for (Fit.Draw draw : draws) {
            double value = statistic.applyAsDouble(draw);
            estimated += Double.isNaN(value) ? 0 : 1;
            extreme += Math.abs(value) >= least ? 1 : 0;
        }
        double[] ends = t || along.length == 0 ? new double[] {Double.NaN, Double.NaN} : ends(actual, draws, along);
        return new RandomizationFit(
                spec.coefficient(),
                spec.permute().name().toLowerCase(Locale.ROOT),
                spec.statistic().name().toLowerCase(Locale.ROOT),
                draws,
                extreme,
                estimated == 0 ? Double.NaN : extreme / (double) estimated,
                (extreme + 1.0) / (estimated + 1.0),
                ends[0],
                ends[1],
                base);
    }

    private static double[] ends(Coefficient actual, List<Fit.Draw> draws, double[] along) {
        double b = actual.estimate();
        double step = actual.stdError() > 0 ? actual.stdError() : Math.abs(b) + Double.MIN_NORMAL;
        return new double[] {
            b - IntervalSearch.reach(d -> pValue(b, b - d, draws, along), step, ALPHA),
            b + IntervalSearch.reach(d -> pValue(b, b + d, draws, along), step, ALPHA)
        };
    }

    /** The p-value of a constant effect. */
    private static double pValue(double b, double effect, List<Fit.Draw> draws, double[] along) {
        double least = Math.abs(b - effect) * (1 - TIE);
        int estimated = 0;
        int extreme = 0;
        for (int d = 0; d < along.length; d++) {
            double distance = Math.abs(draws.get(d).estimate() - effect * along[d]);
            estimated += Double.isNaN(distance) ? 0 : 1;
            extreme += distance >= least ? 1 : 0;
        }
        return (extreme + 1.0) / (estimated + 1.0);
    }
}
