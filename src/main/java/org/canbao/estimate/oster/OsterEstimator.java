package org.canbao.estimate.oster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.Regressor;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.estimate.Estimate;
import org.canbao.estimate.EstimateCode;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimator;
import org.canbao.estimate.LeastSquares;
import org.canbao.estimate.Solved;
import org.canbao.result.OsterFit;
import org.canbao.sample.Sample;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.ModelSpec.Ols;
import org.canbao.spec.Oster;
import org.canbao.spec.Term;

/**
 * Sensitivity to unobservables by {@link Selection}, as Stata's {@code psacalc} after {@code regress} and {@code areg}: R²
 * is that of all regressors, absorbed effects included. Terms and effects that both regressions have are controls that are
 * unrelated to the unobservables. Both are estimated on the rows of the longer one.
 */
public final class OsterEstimator implements Estimator<Oster> {
    @Override
    public OsterFit estimate(Oster spec, Sample sample, EstimationOptions options) {
        DesignBuilder builder = new DesignBuilder(sample, options.path(), options.threads());
        LeastSquares leastSquares = new LeastSquares(spec.common(), options.threads());
        Estimate longer = leastSquares.estimate(builder, reading -> design(reading, spec, spec.longer()));
        Estimate shorter = leastSquares.estimate(builder, reading -> design(reading, spec, spec.shorter()));
        return fit(spec, shorter, longer);
    }

    /** One of the regressions, on the rows that have the columns of both. */
    private static Design design(DesignBuilder builder, Oster spec, Ols one) {
        Design both = builder.build(new DesignRequest(
                spec.common(),
                spec.longer().formula().outcome(),
                spec.terms(),
                spec.longer().formula().intercept(),
                spec.longer().formula().fixedEffects(),
                List.of(),
                Optional.empty()));
        Set<String> terms =
                new TreeSet<>(one.formula().terms().stream().map(Term::text).toList());
        List<List<Regressor>> byTerm = both.byTerm();
        List<Regressor> columns = IntStream.range(0, byTerm.size())
                .filter(t -> terms.contains(spec.terms().get(t).text()))
                .boxed()
                .flatMap(t -> byTerm.get(t).stream())
                .toList();
        List<String> effects =
                one.formula().fixedEffects().stream().map(FixedEffect::text).toList();
        boolean constant = one.formula().fixedEffects().isEmpty();
        return both.with(
                columns,
                constant && (one.formula().intercept() || !both.effects().isEmpty()),
                both.effects().stream()
                        .filter(effect -> effects.contains(effect.text()))
                        .toList());
    }

    private static OsterFit fit(Oster spec, Estimate shorter, Estimate longer) {
        int in0 = position(spec, shorter, "short");
        int in1 = position(spec, longer, "long");
        double total = longer.solved().data().outcomeTotal();
        double r0 = 1 - shorter.solved().rss() / total;
        double r1 = 1 - longer.solved().rss() / total;
        double rMax = spec.rMax().orElse(Math.min(1, spec.multiple() * r1));
        if (rMax < r1) {
            throw Diagnostic.error(
                            EstimateCode.BAD_R_MAX,
                            "`r_max: " + rMax + "` is below the R² of the longer regression of spec `"
                                    + spec.common().id() + "`, " + r1)
                    .at(spec.common().place())
                    .hint("with unobservables, a regression explains no less")
                    .toException();
        }
        Selection selection = new Selection(
                shorter.solved().coefficient(in0),
                longer.solved().coefficient(in1),
                (r1 - r0) * total,
                (rMax - r1) * total,
                1 / shorter.solved().fit().inverse(in0, in0),
                1 / longer.solved().fit().inverse(in1, in1));
        List<Double> betas = selection.betas(spec.delta());
        return new OsterFit(
                spec.coefficient(),
                longer.regression("ols"),
                new OsterFit.Shorter(selection.short0(), r0),
                rMax,
                spec.beta(),
                selection.delta(spec.beta()),
                spec.delta(),
                betas.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(betas.get(0)),
                betas.isEmpty() ? List.of() : betas.subList(1, betas.size()),
                !betas.isEmpty() && selection.reverses(betas.get(0)));
    }

    private static int position(Oster spec, Estimate estimate, String which) {
        Solved solved = estimate.solved();
        List<String> names = new ArrayList<>();
        for (int j = 0; j < solved.fit().size(); j++) {
            names.add(solved.data().name(solved.fit().kept(j)));
        }
        int found = names.indexOf(spec.coefficient());
        if (found >= 0 && !solved.data().isIntercept(solved.fit().kept(found))) {
            return found;
        }
        throw Diagnostic.error(
                        EstimateCode.NO_COEFFICIENT,
                        "`" + spec.coefficient() + "` has no estimate in `" + which + "` of spec `"
                                + spec.common().id() + "`")
                .at(spec.common().place())
                .nearest(Nearest.to(spec.coefficient(), names))
                .hint("estimates: " + String.join(", ", names))
                .toException();
    }
}
