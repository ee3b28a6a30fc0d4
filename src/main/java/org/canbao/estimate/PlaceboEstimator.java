package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.design.DesignBuilder;
import org.canbao.diag.Diagnostic;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.spec.ModelSpec;

/**
 * Permutation placebo: the model estimated again with units exchanging their cohorts. The treatment of a draw is 1 in
 * periods from the unit's drawn cohort on, else 0, and replaces the treatment in every term. The p-value is
 * (c+1)/(n+1), c of n draws having an estimate at least as large as the real one in absolute value. It is the
 * {@link RandomizationEstimator} for units and least squares, with assignments that may be given.
 */
final class PlaceboEstimator implements Estimator<ModelSpec.Placebo> {
    private static final Logger LOG = LogManager.getLogger(PlaceboEstimator.class);
    /** Estimates that differ by less, relatively, count as equal. */
    private static final double TIE = 1e-12;

    @Override
    public Fit.Placebo estimate(ModelSpec.Placebo spec, Sample sample, EstimationOptions options) {
        Periods.requireNumeric(sample, spec.cohort(), spec.time());
        CohortDraws cohorts = CohortDraws.read(spec, sample);
        PermutedRegression.Drawn drawn = new PermutedRegression(
                        spec.base(),
                        spec.treatment(),
                        spec.treatment().name(),
                        List.of(spec.unit(), spec.time()),
                        options.threads())
                .estimate(
                        new DesignBuilder(sample, options.path(), options.threads()),
                        design -> new CohortTreatments(cohorts, design, spec.unit(), Optional.of(spec.time())));
        return fit(spec, drawn.actual().regression(spec.model()), drawn.draws());
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
