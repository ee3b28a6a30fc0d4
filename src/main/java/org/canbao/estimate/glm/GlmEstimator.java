package org.canbao.estimate.glm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.Regressor;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.Estimate;
import org.canbao.estimate.EstimateCode;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.LeastSquares;
import org.canbao.estimate.Sandwich;
import org.canbao.estimate.Student;
import org.canbao.result.LikelihoodFit;
import org.canbao.spec.Expr;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Term;

/**
 * A maximum likelihood with absorbed effects, from a design to a fit: levels whose outcomes do not vary are left out, then
 * {@link Irls} runs until it has a maximum; rows that it finds separated are left out and counted. Coefficients are tested
 * by the normal distribution. Covariances are {@link Sandwich}'s, the scores being w (y - mu) x, with the factors of least
 * squares, as in fixest.
 */
final class GlmEstimator {
    private final ModelSpec spec;
    private final Family family;
    private final int threads;
    private final LeastSquares leastSquares;

    GlmEstimator(ModelSpec spec, Family family, EstimationOptions options) {
        this.spec = spec;
        this.family = family;
        this.threads = options.threads();
        this.leastSquares = new LeastSquares(spec.common(), options.threads());
    }

    /** Reads the request with the offset as a term after its own, if there is one. */
    static Design read(DesignBuilder builder, DesignRequest request, Optional<Expr> offset) {
        List<Term> terms = new ArrayList<>(request.terms());
        offset.ifPresent(expr -> terms.add(
                new Term(List.of(new Term.Numeric(expr)), request.common().place())));
        return builder.build(new DesignRequest(
                request.common(),
                request.outcome(),
                terms,
                request.intercept(),
                request.effects(),
                request.keys(),
                request.treatment()));
    }

    /**
     * The estimate.
     *
     * @param design its last regressor is the offset, if there is one
     * @param hasOffset whether there is one
     */
    LikelihoodFit estimate(Design design, boolean hasOffset) {
        Design used = Separation.withoutFlatLevels(design, family, spec.common().keepSingletons());
        while (true) {
            requireRows(used);
            List<Regressor> all = used.regressors();
            double[] offset = hasOffset ? used.values(all.get(all.size() - 1)) : new double[used.size()];
            Design model =
                    used.with(all.subList(0, all.size() - (hasOffset ? 1 : 0)), used.intercept(), used.effects());
            Sandwich sandwich = Sandwich.ofLikelihood(model, spec.common());
            Irls.Outcome outcome = new Irls(model, family, offset, leastSquares, sandwich, threads).run();
            if (outcome instanceof Irls.Maximum maximum) {
                return fit(model, offset, sandwich, maximum);
            } else if (outcome instanceof Irls.Separated separated) {
                used = Separation.withoutFlatLevels(
                        Separation.without(used, separated.cells()),
                        family,
                        spec.common().keepSingletons());
            } else if (outcome instanceof Irls.Unfinished unfinished) {
                throw noMaximum(unfinished);
            }
        }
    }

    private LikelihoodFit fit(Design design, double[] offset, Sandwich sandwich, Irls.Maximum maximum) {
        leastSquares.requireRegressor(maximum.solved());
        Estimate estimate = leastSquares.estimate(maximum.solved(), sandwich);
        Likelihood likelihood = new Likelihood(design, family);
        double[] means = maximum.means();
        return new LikelihoodFit(
                spec.model(),
                design.provenance().outcome(),
                estimate.coefficients(new Student(Double.POSITIVE_INFINITY)),
                new LikelihoodFit.Likelihood(
                        likelihood.logLikelihood(means),
                        likelihood.constantOnly(offset),
                        likelihood.deviance(means),
                        likelihood.squaredCorrelation(means)),
                maximum.iterations(),
                maximum.solved().dropped(),
                estimate.absorbed(),
                likelihood.outcomeMean(),
                estimate.inference(Double.POSITIVE_INFINITY));
    }

    private void requireRows(Design design) {
        if (design.size() == 0) {
            Diagnostic error = Diagnostic.error(
                            EstimateCode.ALL_SEPARATED,
                            "regressors and effects predict every outcome of spec `"
                                    + spec.common().id() + "` perfectly: its likelihood has no maximum")
                    .at(spec.common().place());
            for (var loss : design.provenance().lost().entrySet()) {
                error = error.hint("rows lost to " + loss.getKey() + ": " + loss.getValue());
            }
            throw error.toException();
        }
    }

    private RuntimeException noMaximum(Irls.Unfinished unfinished) {
        return Diagnostic.error(
                        EstimateCode.NO_MAXIMUM,
                        "the likelihood of spec `" + spec.common().id() + "` has not reached its maximum after "
                                + unfinished.iterations() + " iterations")
                .at(spec.common().place())
                .hint("regressors of very different sizes, or a fit that some rows make nearly perfect, can be why")
                .toException();
    }
}
