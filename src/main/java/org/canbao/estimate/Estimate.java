package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.canbao.design.Design;
import org.canbao.design.EstimationPath;
import org.canbao.math.Absorber;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.VcovSpec;

/** A solution with its covariance: what a {@link Fit.Regression} is made of. */
public record Estimate(Solved solved, Sandwich sandwich, Covariance covariance, SmallSample small) {
    /** Whose conventions cr0 to cr3 follow. */
    static final String CLUB_SANDWICH = "clubSandwich";

    /** The regression as a result. */
    public Fit.Regression regression(String model) {
        Design design = solved.data().design();
        Partialled data = solved.data();
        boolean effects = !design.effects().isEmpty();
        double r2 = 1 - solved.rss() / data.outcomeTotal();
        return new Fit.Regression(
                model,
                design.provenance().outcome(),
                coefficients(),
                design.rows(),
                r2,
                small.adjusted(r2, effects || design.intercept()),
                effects ? OptionalDouble.of(1 - solved.rss() / data.outcomeLeft()) : OptionalDouble.empty(),
                solved.dropped(),
                absorbed(),
                data.outcomeMean(),
                inference(small.df()));
    }

    /** The kept coefficients with their inference. */
    public List<Coefficient> coefficients() {
        return coefficients(new Student(small.df()));
    }

    /** The kept coefficients with the inference of another distribution. */
    public List<Coefficient> coefficients(Student student) {
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < solved.fit().size(); j++) {
            String name = solved.data().name(solved.fit().kept(j));
            double error = Math.sqrt(Math.max(0, covariance.at(j, j)));
            OptionalDouble own = covariance.df(j);
            coefficients.add(
                    own.isPresent()
                            ? Student.own(own.getAsDouble(), name, solved.coefficient(j), error)
                            : student.coefficient(name, solved.coefficient(j), error));
        }
        return coefficients;
    }

    /** The degrees of freedom of combinations of coefficients, given by their weights; none if all share theirs. */
    double[] df(double[][] combinations) {
        return sandwich.df(solved, combinations);
    }

    /** What was absorbed. */
    public List<Fit.Absorbed> absorbed() {
        return solved.data().design().effects().stream()
                .map(effect ->
                        new Fit.Absorbed(effect.text(), effect.effect().groups().groups()))
                .toList();
    }

    /** How the standard errors were computed, with these degrees of freedom of the coefficients' distribution. */
    public Inference inference(double df) {
        Design design = solved.data().design();
        OptionalInt exact = ParameterCount.identified(design, small.k());
        List<Inference.Loss> lost = new ArrayList<>();
        design.provenance().lost().forEach((reason, rows) -> lost.add(new Inference.Loss(reason, rows)));
        return new Inference(
                name(sandwich.vcov()),
                design.rows(),
                small.counted(),
                design.clusters().stream()
                        .map(c -> new Inference.Clusters(c.text(), c.groups().groups()))
                        .toList(),
                df,
                covariance.factor(),
                design.provenance().path() == EstimationPath.MOMENTS ? "moments" : "rows",
                design.provenance().reason(),
                design.provenance().weights().map(ColumnRef::name),
                lost,
                covariance.repaired(),
                sandwich.vcov() instanceof VcovSpec.ClusterRobust
                        ? CLUB_SANDWICH
                        : sandwich.asked().name(),
                exact,
                notes(exact),
                absorption());
    }

    private Optional<Inference.Absorption> absorption() {
        Absorber absorber = solved.data().absorber();
        return solved.data().design().effects().isEmpty()
                ? Optional.empty()
                : Optional.of(new Inference.Absorption(absorber.solver(), absorber.iterations(), absorber.achieved()));
    }

    private List<Inference.Note> notes(OptionalInt exact) {
        List<Inference.Note> notes = new ArrayList<>();
        if (solved.fitsExactly()) {
            notes.add(Inference.Note.PERFECT_FIT);
        }
        if (exact.isPresent() && exact.getAsInt() < small.parameters().all()) {
            notes.add(Inference.Note.REDUNDANT_EFFECTS);
        }
        return notes;
    }

    /** The name of a covariance in the spec language. */
    public static String name(VcovSpec vcov) {
        if (vcov instanceof VcovSpec.Hetero hetero) {
            return hetero.leverage().name().toLowerCase(Locale.ROOT);
        }
        if (vcov instanceof VcovSpec.ClusterRobust robust) {
            return robust.adjustment().id();
        }
        return vcov instanceof VcovSpec.Clustered ? "cluster" : "iid";
    }
}
