package org.canbao.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.result.Coefficient;
import org.canbao.result.GroupDifferenceFit;
import org.canbao.result.GroupDifferenceFit.Difference;
import org.canbao.result.Inference;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.GroupDifference;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Profile;
import org.canbao.spec.VcovSpec;

/**
 * Tests whether coefficients differ between two groups, first less second: as interactions in one regression whose terms
 * and effects are all interacted with the group (Chow 1960), with the covariance of the spec; by the stacked covariance of
 * both regressions ({@link StackedTest}); and by assigning rows or units to the groups at random ({@link GroupDraws}), as
 * bdiff does for Stata: c of n draws have a difference at least as large in absolute value, p = (c+1)/(n+1).
 */
final class GroupDifferenceEstimator implements Estimator<GroupDifference> {
    private static final double TIE = 1e-12;
    /** How far, in standard errors, an interaction may be from the difference that it is. */
    private static final double SAME = 1e-5;

    @Override
    public GroupDifferenceFit estimate(GroupDifference spec, Sample sample, EstimationOptions options) {
        TwoGroups groups = TwoGroups.of(spec, sample, options);
        Estimate first = estimate(spec.base(), groups.only(0), options);
        Estimate second = estimate(spec.base(), groups.only(1), options);
        List<String> names = names(spec, first, second);
        List<String> remarks = new ArrayList<>();
        Optional<Estimate> chow = chow(groups, sample, options, remarks);
        List<Optional<Coefficient>> stacked = stacked(spec, groups, first, second, names, options, remarks);
        double[][] draws = new GroupDraws(spec, names, options.threads()).of(sample, options);
        List<Difference> differences = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            Coefficient one = coefficient(first, names.get(j)).orElseThrow();
            Coefficient two = coefficient(second, names.get(j)).orElseThrow();
            String interaction = groups.interaction(names.get(j));
            double difference = one.estimate() - two.estimate();
            Optional<Coefficient> interacted = chow.flatMap(e -> coefficient(e, interaction))
                    .filter(c -> Math.abs(c.estimate() - difference) <= SAME * c.stdError());
            if (chow.isPresent() && interacted.isEmpty()) {
                remarks.add(
                        "the interaction of " + names.get(j) + " has another reference than the groups' regressions");
            }
            differences.add(difference(names.get(j), one, two, interacted, stacked.get(j), draws[j]));
        }
        Inference inference = chow.orElse(first).regression("ols").inference();
        return new GroupDifferenceFit(
                spec.base().formula().outcome().text(),
                spec.group().name(),
                groups.names(),
                List.of(first.small().n(), second.small().n()),
                differences,
                spec.resample().name().toLowerCase(Locale.ROOT),
                spec.unit().map(ColumnRef::name).orElse("rows"),
                spec.draws(),
                inference,
                remarks);
    }

    private static Estimate estimate(ModelSpec.Ols spec, Sample sample, EstimationOptions options) {
        DesignRequest request = DesignRequest.of(spec);
        return new LeastSquares(spec.common(), options.threads())
                .estimate(
                        new DesignBuilder(sample, options.path(), options.threads()), reader -> reader.build(request));
    }

    private static Optional<Estimate> chow(
            TwoGroups groups, Sample sample, EstimationOptions options, List<String> remarks) {
        try {
            return Optional.of(estimate(groups.interacted(), sample, options));
        } catch (CanbaoException e) {
            remarks.add("no interactions: " + e.diagnostics().get(0).message());
            return Optional.empty();
        }
    }

    private static List<Optional<Coefficient>> stacked(
            GroupDifference spec,
            TwoGroups groups,
            Estimate first,
            Estimate second,
            List<String> names,
            EstimationOptions options,
            List<String> remarks) {
        List<VcovSpec.ClusterTerm> clusters = spec.common().vcov().clusters();
        if (clusters.size() > 1) {
            remarks.add("no stacked covariance: it clusters one way");
            return names.stream().map(name -> Optional.<Coefficient>empty()).toList();
        } else if (clusters.size() == 1) {
            StackedTest test = new StackedTest(first, second, clusters.get(0));
            return names.stream()
                    .map(name -> Optional.of(test.difference(name)))
                    .toList();
        }
        ModelSpec.Ols robust = new ModelSpec.Ols(
                spec.common().with(new VcovSpec.Hetero(VcovSpec.Leverage.HC0), Profile.FIXEST),
                spec.base().formula());
        Estimate one = estimate(robust, groups.only(0), options);
        Estimate two = estimate(robust, groups.only(1), options);
        double n = one.small().n() + (double) two.small().n();
        return names.stream()
                .map(name -> {
                    Coefficient a = coefficient(one, name).orElseThrow();
                    Coefficient b = coefficient(two, name).orElseThrow();
                    double variance = a.stdError() * a.stdError() + b.stdError() * b.stdError();
                    return Optional.of(
                            StackedTest.normal(name, a.estimate() - b.estimate(), Math.sqrt(variance * n / (n - 1))));
                })
                .toList();
    }

    private static List<String> names(GroupDifference spec, Estimate first, Estimate second) {
        List<String> both = first.coefficients().stream()
                .map(Coefficient::name)
                .filter(name -> !name.equals("intercept"))
                .filter(name -> coefficient(second, name).isPresent())
                .toList();
        for (String name : spec.coefficients()) {
            if (!both.contains(name)) {
                throw Diagnostic.error(
                                EstimateCode.NO_COEFFICIENT,
                                "`" + name + "` has no estimate in both groups of `" + spec.group() + "`")
                        .at(spec.common().place())
                        .nearest(Nearest.to(name, both))
                        .hint("both have " + String.join(", ", both))
                        .toException();
            }
        }
        return spec.coefficients().isEmpty() ? both : spec.coefficients();
    }

    private static Optional<Coefficient> coefficient(Estimate estimate, String name) {
        return estimate.coefficients().stream()
                .filter(c -> c.name().equals(name))
                .findFirst();
    }

    private static Difference difference(
            String name,
            Coefficient first,
            Coefficient second,
            Optional<Coefficient> chow,
            Optional<Coefficient> stacked,
            double[] draws) {
        double difference = first.estimate() - second.estimate();
        double least = Math.abs(difference) * (1 - TIE);
        int estimated = 0;
        int extreme = 0;
        int farther = 0;
        for (double draw : draws) {
            estimated += Double.isNaN(draw) ? 0 : 1;
            extreme += Math.abs(draw) >= least ? 1 : 0;
            farther += Math.signum(difference) * draw >= least ? 1 : 0;
        }
        return new Difference(
                name,
                first,
                second,
                difference,
                chow,
                stacked,
                Arrays.stream(draws).boxed().toList(),
                extreme,
                (extreme + 1.0) / (estimated + 1.0),
                farther / (double) estimated);
    }
}
