package org.canbao.estimate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.SeComparison;
import org.canbao.sample.Sample;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Profile;
import org.canbao.spec.VcovSpec;

/**
 * Estimates one regression with every covariance that applies to it, each with the conventions of every program that
 * computes it: homoskedastic, robust, and by the clusters that the spec names. The spec's own is marked, and comes first
 * among its covariance if it is no program's.
 */
public final class SeComparer {
    private final ModelSpec spec;
    private final Sample sample;
    private final EstimationOptions options;
    private final List<String> coefficients;
    private final List<SeComparison.Row> rows = new ArrayList<>();
    private final List<SeComparison.Missing> missing = new ArrayList<>();

    private SeComparer(ModelSpec spec, Sample sample, EstimationOptions options, List<String> coefficients) {
        this.spec = spec;
        this.sample = sample;
        this.options = options;
        this.coefficients = coefficients;
    }

    /**
     * Compares.
     *
     * @param coefficients whose standard errors; the first regressor's if empty
     * @throws CanbaoException if the model is not one regression, it cannot be estimated as asked, or a coefficient is not
     *     in it
     */
    public static SeComparison compare(
            ModelSpec spec, Sample sample, EstimationOptions options, List<String> coefficients) {
        ModelSpec own = spec.with(spec.common()).orElseThrow(() -> notComparable(spec));
        Fit asked = Estimators.estimate(own, sample, options);
        List<String> names = coefficients.isEmpty() ? List.of(first(asked)) : coefficients;
        names.forEach(name -> requireCoefficient(spec, asked, name));
        SeComparer comparer = new SeComparer(own, sample, options, names);
        for (VcovSpec vcov : comparer.covariances()) {
            comparer.addAll(vcov, asked);
        }
        return new SeComparison(spec.model(), asked.outcome(), names, comparer.rows, comparer.missing);
    }

    private List<VcovSpec> covariances() {
        VcovSpec own = spec.common().vcov();
        List<VcovSpec> all = new ArrayList<>(List.of(
                new VcovSpec.Iid(),
                new VcovSpec.Hetero(VcovSpec.Leverage.HC1),
                new VcovSpec.Hetero(VcovSpec.Leverage.HC3)));
        if (!own.clusters().isEmpty()) {
            all.add(new VcovSpec.Clustered(own.clusters()));
        }
        boolean leastSquares = spec.programs().containsAll(EnumSet.allOf(Profile.class));
        if (leastSquares && own.clusters().size() == 1) {
            boolean weighted = spec.common().weights().isPresent();
            Stream.of(VcovSpec.Adjustment.CR2, VcovSpec.Adjustment.CR3)
                    .filter(adjustment -> !weighted || adjustment != VcovSpec.Adjustment.CR2)
                    .map(adjustment -> new VcovSpec.ClusterRobust(own.clusters().get(0), adjustment, true))
                    .forEach(all::add);
        }
        if (!all.contains(own)) {
            all.add(own);
        }
        return all;
    }

    private void addAll(VcovSpec vcov, Fit asked) {
        boolean family = vcov.equals(spec.common().vcov());
        if (vcov instanceof VcovSpec.ClusterRobust) {
            add(vcov, Profile.FIXEST, family);
            return;
        }
        Optional<Profile> same = family ? profile() : Optional.empty();
        if (family && same.isEmpty()) {
            rows.add(row(asked, true));
        }
        for (Profile profile : spec.programs()) {
            if (profile.offers(vcov)) {
                add(vcov, profile, same.equals(Optional.of(profile)));
            }
        }
    }

    /** The program whose conventions the spec has, singletons included. */
    private Optional<Profile> profile() {
        Profile profile = spec.common().smallSample().profile();
        return spec.common().smallSample().equals(profile.conventions())
                        && spec.common().keepSingletons() == profile.keepsSingletons()
                ? Optional.of(profile)
                : Optional.empty();
    }

    private void add(VcovSpec vcov, Profile profile, boolean asked) {
        ModelSpec variant = spec.with(spec.common().with(vcov, profile)).orElseThrow();
        try {
            rows.add(row(Estimators.estimate(variant, sample, options), asked));
        } catch (CanbaoException e) {
            missing.add(new SeComparison.Missing(
                    Estimate.name(vcov),
                    vcov instanceof VcovSpec.ClusterRobust ? Estimate.CLUB_SANDWICH : profile.id(),
                    e.diagnostics().get(0).message()));
        }
    }

    private SeComparison.Row row(Fit fit, boolean asked) {
        List<Coefficient> compared = new ArrayList<>();
        for (String name : coefficients) {
            compared.add(fit.coefficient(name).orElseThrow());
        }
        return new SeComparison.Row(asked, fit.inference(), compared);
    }

    private static String first(Fit fit) {
        return fit.coefficients().stream()
                .map(Coefficient::name)
                .filter(name -> !name.equals("intercept"))
                .findFirst()
                .orElse("intercept");
    }

    private static void requireCoefficient(ModelSpec spec, Fit fit, String name) {
        if (fit.coefficient(name).isEmpty()) {
            List<String> names =
                    fit.coefficients().stream().map(Coefficient::name).toList();
            throw Diagnostic.error(
                            EstimateCode.NO_COEFFICIENT,
                            "spec `" + spec.common().id() + "` has no estimate of `" + name + "` to explain")
                    .at(spec.common().place())
                    .nearest(Nearest.to(name, names))
                    .hint("its coefficients are " + String.join(", ", names))
                    .toException();
        }
    }

    private static CanbaoException notComparable(ModelSpec spec) {
        return Diagnostic.error(
                        EstimateCode.NOT_COMPARABLE,
                        "the standard errors of model `" + spec.model()
                                + "` follow no program's small-sample conventions")
                .at(spec.common().place())
                .hint(WithoutConventions.why(spec))
                .hint("`--explain-se` compares regressions: `ols`, `event-study`, `sun-abraham`, `rd-polynomial`, `iv`,"
                        + " `poisson` and `logit`")
                .toException();
    }
}
