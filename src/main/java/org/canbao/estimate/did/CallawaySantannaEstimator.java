package org.canbao.estimate.did;

import java.util.List;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.ConstantOutcome;
import org.canbao.estimate.EstimateCode;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimator;
import org.canbao.estimate.Periods;
import org.canbao.result.CallawaySantannaFit;
import org.canbao.sample.Sample;
import org.canbao.spec.CallawaySantanna;
import org.canbao.spec.CallawaySantanna.Base;
import org.canbao.spec.CallawaySantanna.Bootstrap;
import org.canbao.spec.CallawaySantanna.Control;
import org.canbao.spec.CallawaySantanna.Multiplier;
import org.canbao.spec.CallawaySantanna.WithinClusters;

/**
 * Group-time average treatment effects (Callaway and Sant'Anna 2021): ATT(g,t), the effect in period t on the cohort first
 * treated in g, by the two-period estimators of Sant'Anna and Zhao (2020) on that cohort and its controls, and averages of
 * these.
 *
 * <p><b>Shapes.</b> n observations (rows of cross-sections, units of a balanced panel), K comparisons. Each comparison gives
 * an estimate and an influence function of n values, kept only where it is not zero, or summed within clusters at once.
 * <b>Inference.</b> Var = sum over clusters of squared sums of influence / n², without a small-sample correction, and the
 * normal distribution; a multiplier bootstrap; or a jackknife over clusters. Averages carry the influence of the estimated
 * sizes of cohorts.
 * <b>Missing values.</b> A missing cohort is never treated; other missing values lose their row.
 * <b>Agrees with</b> R's did 2.5.1 with DRDID 1.2.3, but for effects that did gives up on as a whole: here a comparison that
 * cannot be estimated is missing, with a reason, and averages leave it out.
 */
public final class CallawaySantannaEstimator implements Estimator<CallawaySantanna> {
    /**
     * The effects and their averages.
     *
     * @throws org.canbao.diag.CanbaoException CB0508, CB0509, CB0530 to CB0537: cohorts, periods or units are not what
     *     they should be, or nothing can be estimated
     */
    @Override
    public CallawaySantannaFit estimate(CallawaySantanna spec, Sample sample, EstimationOptions options) {
        Periods.requireNumeric(sample, spec.cohort(), spec.time());
        return estimate(spec, ObservationReader.read(spec, sample, options), options.threads());
    }

    /** The same of rows that were read. */
    static CallawaySantannaFit estimate(CallawaySantanna spec, ObservationReader.Read read, int threads) {
        ConstantOutcome.refuse(read.rows().outcome(), spec.common());
        CohortChoice.Chosen chosen = CohortChoice.of(spec, read.rows(), read.units());
        Cohorts cohorts = chosen.cohorts();
        Comparisons data =
                spec.unit().isPresent() ? new Panel(chosen.rows(), cohorts) : new CrossSections(chosen.rows(), cohorts);
        requireClusters(spec, data);
        CellPlan plan = new CellPlan(
                spec.control() == Control.NOT_YET_TREATED, spec.base() == Base.UNIVERSAL, spec.anticipation());
        CellMethod method = method(spec, read.covariates());
        GroupTimeEffects estimated = new GroupTimeEffects(data, cohorts, plan.cells(cohorts), method, threads);
        Effects effects = estimated.effects();
        requireEffect(spec, effects);
        FitBuilder builder = new FitBuilder(spec, read, chosen, data);
        if (spec.inference() instanceof CallawaySantanna.Jackknife) {
            Replicates replicates = Jackknife.of(data, effects, method, threads);
            return builder.fit(effects.with(replicates), JackknifeErrors.of(data.clusters()));
        }
        Scores scores = estimated.scores(spec.clusters() == WithinClusters.MEAN);
        return builder.fit(effects, errors(spec, scores, threads));
    }

    private static CellMethod method(CallawaySantanna spec, CovariateNames covariates) {
        if (covariates.names().size() == 1) {
            return new MeanDifference();
        }
        return switch (spec.method()) {
            case DR -> DoublyRobust.withRegression(covariates, spec.influence());
            case IPW -> DoublyRobust.weighting(covariates);
            case REG -> new RegressionAdjustment(covariates);
        };
    }

    private static Errors errors(CallawaySantanna spec, Scores scores, int threads) {
        AnalyticErrors influence = new AnalyticErrors(scores);
        if (spec.inference() instanceof Bootstrap bootstrap) {
            MultiplierBootstrap draws = new MultiplierBootstrap(
                    scores,
                    bootstrap.draws(),
                    bootstrap.seed(),
                    spec.common().id(),
                    bootstrap.multiplier() == Multiplier.MAMMEN,
                    threads);
            return new BootstrapErrors(draws, bootstrap.uniform(), influence);
        }
        return influence;
    }

    private static void requireClusters(CallawaySantanna spec, Comparisons data) {
        if (data.clusters() == 1) {
            throw Diagnostic.error(
                            EstimateCode.ONE_CLUSTER,
                            "all rows of spec `" + spec.common().id() + "` are in one cluster")
                    .at(spec.common().place())
                    .toException();
        }
    }

    private static void requireEffect(CallawaySantanna spec, Effects effects) {
        List<String> reasons =
                effects.reasons().stream().filter(r -> !r.isEmpty()).toList();
        if (reasons.size() == effects.cells().size()) {
            int first = 0;
            throw Diagnostic.error(
                            EstimateCode.NO_EFFECT,
                            "none of the " + reasons.size() + " group-time effects of spec `"
                                    + spec.common().id() + "` can be estimated")
                    .at(spec.common().place())
                    .hint("the first, cohort " + effects.cohort(first) + " in " + effects.time(first) + ": "
                            + reasons.get(first))
                    .toException();
        }
    }
}
