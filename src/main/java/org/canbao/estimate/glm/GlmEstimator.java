package org.canbao.estimate.glm;

import java.util.List;
import java.util.Optional;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.Estimate;
import org.canbao.estimate.EstimateCode;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.LeastSquares;
import org.canbao.estimate.Sandwich;
import org.canbao.estimate.Student;
import org.canbao.estimate.margins.Movements;
import org.canbao.result.LikelihoodFit;
import org.canbao.spec.Expr;
import org.canbao.spec.Formula;
import org.canbao.spec.MarginalEffectsSpec;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Term;

/**
 * A maximum likelihood with absorbed effects, from a design to a fit: levels whose outcomes do not vary are left out, then
 * {@link Irls} runs until it has a maximum; rows that it finds separated are left out and counted. Coefficients are tested
 * by the normal distribution. Covariances are {@link Sandwich}'s, the scores being w (y - mu) x, with the factors of least
 * squares, as in fixest.
 */
final class GlmEstimator {
    private final Asked asked;
    private final Family family;
    private final int threads;
    private final LeastSquares leastSquares;

    GlmEstimator(Asked asked, Family family, EstimationOptions options) {
        this.asked = asked;
        this.family = family;
        this.threads = options.threads();
        this.leastSquares = new LeastSquares(asked.common(), options.threads());
    }

    /**
     * What was asked for.
     *
     * @param spec the spec
     * @param formula its formula
     * @param offset a term whose coefficient is one, if there is one
     * @param marginal the marginal effects that are wanted, if any
     */
    record Asked(ModelSpec spec, Formula formula, Optional<Expr> offset, Optional<MarginalEffectsSpec> marginal) {
        ModelSpec.Common common() {
            return spec.common();
        }

        /** Reads the formula's terms, then the offset, then what marginal effects need. */
        Design read(DesignBuilder builder) {
            List<Term> further = offset.map(expr -> new Term(List.of(new Term.Numeric(expr)), common().place()))
                    .map(List::of)
                    .orElse(List.of());
            DesignRequest request = DesignRequest.of(common(), formula, further);
            return builder.build(marginal.isPresent() ? Movements.reading(request, formula.terms()) : request);
        }

        private double[] offset(Design design) {
            return offset.isPresent()
                    ? design.values(design.byTerm().get(formula.terms().size()).get(0))
                    : new double[design.size()];
        }
    }

    /** The estimate from a design that {@link Asked#read} read. */
    LikelihoodFit estimate(Design design) {
        ModelSpec.Common common = asked.common();
        Design used = Separation.withoutFlatLevels(design, family, common.keepSingletons());
        while (true) {
            requireRows(used);
            double[] offset = asked.offset(used);
            Design model = used.with(used.ofTerms(asked.formula().terms().size()), used.intercept(), used.effects());
            Sandwich sandwich = Sandwich.ofLikelihood(model, common);
            Irls.Outcome outcome = new Irls(model, family, offset, leastSquares, sandwich, threads).run();
            if (outcome instanceof Irls.Maximum maximum) {
                return fit(used, model, offset, sandwich, maximum);
            } else if (outcome instanceof Irls.Separated separated) {
                used = Separation.withoutFlatLevels(
                        Separation.without(used, separated.cells()), family, common.keepSingletons());
            } else if (outcome instanceof Irls.Unfinished unfinished) {
                throw noMaximum(unfinished);
            }
        }
    }

    private LikelihoodFit fit(Design read, Design design, double[] offset, Sandwich sandwich, Irls.Maximum maximum) {
        leastSquares.requireRegressor(maximum.solved());
        Estimate estimate = leastSquares.estimate(maximum.solved(), sandwich);
        Likelihood likelihood = new Likelihood(design, family);
        double[] means = maximum.means();
        return new LikelihoodFit(
                asked.spec().model(),
                design.provenance().outcome(),
                estimate.coefficients(Student.NORMAL),
                new LikelihoodFit.Likelihood(
                        likelihood.logLikelihood(means),
                        likelihood.constantOnly(offset),
                        likelihood.deviance(means),
                        likelihood.squaredCorrelation(means)),
                maximum.iterations(),
                maximum.solved().dropped(),
                estimate.absorbed(),
                likelihood.outcomeMean(),
                estimate.inference(Double.POSITIVE_INFINITY),
                asked.marginal()
                        .map(wanted -> new LikelihoodMargins(estimate, family, maximum)
                                .of(wanted, asked.formula().terms(), read)));
    }

    private void requireRows(Design design) {
        if (design.size() == 0) {
            Diagnostic error = Diagnostic.error(
                            EstimateCode.ALL_SEPARATED,
                            "regressors and effects predict every outcome of spec `"
                                    + asked.common().id() + "` perfectly: its likelihood has no maximum")
                    .at(asked.common().place());
            for (var loss : design.provenance().lost().entrySet()) {
                error = error.hint("rows lost to " + loss.getKey() + ": " + loss.getValue());
            }
            throw error.toException();
        }
    }

    private RuntimeException noMaximum(Irls.Unfinished unfinished) {
        return Diagnostic.error(
                        EstimateCode.NO_MAXIMUM,
                        "the likelihood of spec `" + asked.common().id() + "` has not reached its maximum after "
                                + unfinished.iterations() + " iterations")
                .at(asked.common().place())
                .hint("regressors of very different sizes, or a fit that some rows make nearly perfect, can be why")
                .toException();
    }
}
