package org.canbao.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.DesignRequest.ExtraKey;
import org.canbao.design.Key;
import org.canbao.diag.Diagnostic;
import org.canbao.math.Parallel;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.spec.ModelSpec;

/**
 * Permutation placebo: the model estimated again with units exchanging their cohorts. The treatment of a draw is 1 in
 * periods from the unit's drawn cohort on, else 0, and replaces the treatment in every term. The p-value is
 * (c+1)/(n+1), c of n draws having an estimate at least as large as the real one in absolute value.
 *
 * <p>Cells share unit and period, so a draw changes one number per cell: only the treated columns are absorbed and
 * multiplied again, and no draw reads a row.
 */
final class PlaceboEstimator implements Estimator<ModelSpec.Placebo> {
    private static final Logger LOG = LogManager.getLogger(PlaceboEstimator.class);
    /** Estimates that differ by less, relatively, count as equal. */
    private static final double TIE = 1e-12;

    private static final Fit.Draw NONE = new Fit.Draw(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    @Override
    public Fit.Placebo estimate(ModelSpec.Placebo spec, Sample sample, EstimationOptions options) {
        Periods.requireNumeric(sample, spec.cohort(), spec.time());
        DesignBuilder builder = new DesignBuilder(sample, options.path(), options.threads());
        LeastSquares squares = new LeastSquares(spec.common(), options.threads());
        Function<DesignBuilder, Design> read = reader -> reader.build(request(spec));
        Estimate estimate = squares.estimate(builder, read);
        CohortDraws cohorts = CohortDraws.read(spec, sample);
        Optional<List<Fit.Draw>> draws = draws(spec, estimate, cohorts, squares, options.threads());
        if (draws.isEmpty()) {
            String why = "the cross-products of a draw are ill-conditioned";
            estimate = squares.estimate(builder.onRows(why), read);
            draws = draws(spec, estimate, cohorts, squares, options.threads());
        }
        return fit(spec, estimate.regression(spec.model()), draws.orElseThrow());
    }

    private static DesignRequest request(ModelSpec.Placebo spec) {
        DesignRequest base = DesignRequest.of(spec.base());
        return new DesignRequest(
                base.common(),
                base.outcome(),
                base.terms(),
                base.intercept(),
                base.effects(),
                List.of(new ExtraKey(spec.unit(), false), new ExtraKey(spec.time(), false)),
                Optional.of(spec.treatment()));
    }

    /** All draws; empty if cell moments do not carry enough digits for one of them. */
    private static Optional<List<Fit.Draw>> draws(
            ModelSpec.Placebo spec, Estimate estimate, CohortDraws cohorts, LeastSquares squares, int threads) {
        Design design = estimate.solved().data().design();
        int[] units = unitOfCell(design.key(spec.unit()), cohorts);
        double[] times = times(design.key(spec.time()));
        Fit.Draw[] draws = new Fit.Draw[cohorts.size()];
        boolean[] distrusted = new boolean[draws.length];
        Parallel.forEach(draws.length, threads, d -> {
            double[] treatment = treatment(cohorts.draw(d), units, times);
            Solved solved =
                    Solved.of(squares.absorb(() -> estimate.solved().data().withTreatment(treatment)));
            distrusted[d] = !solved.distrust().isEmpty();
            draws[d] = distrusted[d] ? NONE : draw(solved, spec.treatment().name(), squares, estimate.sandwich());
        });
        for (boolean distrust : distrusted) {
            if (distrust) {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.asList(draws));
    }

    private static Fit.Draw draw(Solved solved, String treatment, LeastSquares squares, Sandwich sandwich) {
        boolean kept = false;
        for (int j = 0; j < solved.fit().size(); j++) {
            kept |= solved.data().name(solved.fit().kept(j)).equals(treatment);
        }
        if (!kept) {
            return NONE;
        }
        Coefficient c = squares.estimate(solved, sandwich).coefficients().stream()
                .filter(coefficient -> coefficient.name().equals(treatment))
                .findFirst()
                .orElseThrow();
        return new Fit.Draw(c.estimate(), c.stdError(), c.statistic(), c.pValue());
    }

    private static int[] unitOfCell(Key key, CohortDraws cohorts) {
        int[] units = new int[key.size()];
        for (int cell = 0; cell < units.length; cell++) {
            units[cell] = cohorts.unit(key.levels().names().get(key.code(cell)));
        }
        return units;
    }

    private static double[] times(Key time) {
        double[] times = new double[time.size()];
        for (int cell = 0; cell < times.length; cell++) {
            times[cell] = time.number(cell);
        }
        return times;
    }

    private static double[] treatment(double[] cohorts, int[] units, double[] times) {
        double[] treatment = new double[units.length];
        for (int cell = 0; cell < treatment.length; cell++) {
            treatment[cell] = times[cell] >= cohorts[units[cell]] ? 1 : 0;
        }
        return treatment;
    }

    private static Fit.Placebo fit(ModelSpec.Placebo spec, Fit.Regression regression, List<Fit.Draw> draws) {
        Coefficient actual = regression
                .coefficient(spec.treatment().name())
                .orElseThrow(() -> Diagnostic.error(
                                EstimateCode.NO_TREATMENT,
                                "treatment `" + spec.treatment() + "` has no estimate with the real cohorts")
                        .at(spec.treatment().place())
                        .toException());
        double least = Math.abs(actual.estimate()) * (1 - TIE);
        int extreme = 0;
        List<Fit.Draw> found = new ArrayList<>();
        for (Fit.Draw draw : draws) {
            if (!Double.isNaN(draw.estimate())) {
                found.add(draw);
                extreme += Math.abs(draw.estimate()) >= least ? 1 : 0;
            }
        }
        if (found.size() < draws.size()) {
            LOG.warn(
                    "{}: {} of {} draws have no estimate, the drawn treatment being collinear",
                    spec.common().id(),
                    draws.size() - found.size(),
                    draws.size());
        }
        double pValue = (extreme + 1.0) / (found.size() + 1.0);
        return new Fit.Placebo(actual.name(), actual, draws, extreme, pValue, regression);
    }
}
