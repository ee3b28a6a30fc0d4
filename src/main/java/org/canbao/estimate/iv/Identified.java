package org.canbao.estimate.iv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.Estimate;
import org.canbao.estimate.EstimateCode;
import org.canbao.estimate.JointSandwich;
import org.canbao.estimate.LeastSquares;
import org.canbao.estimate.Partialled;
import org.canbao.estimate.Solved;
import org.canbao.estimate.Student;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.IvFit;
import org.canbao.spec.Iv;
import org.canbao.spec.VcovSpec;

/** Stages that identify the coefficients, and the tests of their instruments. */
final class Identified {
    /** Share of an endogenous column's squares below which what instruments leave of it is rounding. */
    private static final double EXACT = 1e-13;

    private final Iv spec;
    private final Partialled data;
    private final Stages stages;
    private final Estimate second;
    private final LeastSquares leastSquares;
    private final int[] at;
    private final int endogenous;

    Identified(Iv spec, Partialled data, Stages stages, Estimate second, LeastSquares leastSquares) {
        this.spec = spec;
        this.data = data;
        this.stages = stages;
        this.second = second;
        this.leastSquares = leastSquares;
        this.at = stages.instruments();
        this.endogenous = stages.first().size();
    }

    /**
     * The second stage, if it has an estimate for every endogenous column.
     *
     * @throws org.canbao.diag.CanbaoException if there are fewer instruments, or they do not tell the columns apart
     */
    static Solved require(Iv spec, Partialled data, Stages stages) {
        int needed = stages.first().size();
        if (stages.instruments().length < needed) {
            Diagnostic error = notIdentified(
                    spec, needed + " endogenous columns and " + stages.instruments().length + " instruments of use");
            for (Fit.Dropped dropped : stages.reduced().dropped()) {
                error = error.hint("`" + dropped.name() + "` "
                        + (dropped.reason() == Fit.Dropped.Reason.ABSORBED
                                ? "does not vary within the effects"
                                : "is given by " + String.join(", ", dropped.with())));
            }
            throw error.toException();
        }
        for (Solved first : stages.first()) {
            requireResidual(spec, first);
        }
        Solved second = stages.second();
        int shift = data.design().intercept() ? 1 : 0;
        for (int e = 0; e < needed; e++) {
            if (second.fit().indexOf(shift + e) < 0) {
                throw notIdentified(
                                spec,
                                "the instruments do not move `" + second.data().name(shift + e)
                                        + "` apart from the other regressors")
                        .toException();
            }
        }
        if (second.fit().size() < second.data().size()) {
            throw notIdentified(spec, "the instruments move the endogenous columns only as exogenous ones do")
                    .toException();
        }
        return second;
    }

    private static void requireResidual(Iv spec, Solved first) {
        int x = first.data().size();
        if (first.rss() <= EXACT * first.data().gram(x, x)) {
            throw Diagnostic.error(
                            EstimateCode.NOT_ENDOGENOUS,
                            "the instruments of spec `" + spec.common().id() + "` give `"
                                    + first.data().name(x) + "` exactly")
                    .at(spec.formula().place())
                    .hint("what instruments give exactly is not endogenous: least squares (`model: ols`) is the same")
                    .toException();
        }
    }

    private static Diagnostic notIdentified(Iv spec, String why) {
        return Diagnostic.error(
                        EstimateCode.NOT_IDENTIFIED, "spec `" + spec.common().id() + "` is not identified: " + why)
                .at(spec.formula().place());
    }

    /** Why moments do not carry enough digits; empty if they do. */
    String distrust() {
        List<Solved> all = new ArrayList<>(stages.first());
        all.add(second.solved());
        return all.stream()
                .map(Solved::distrust)
                .filter(d -> !d.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The result. */
    IvFit fit() {
        List<IvFit.FirstStage> firsts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Roles roles = Roles.of(spec, data.design());
        for (int e = 0; e < endogenous; e++) {
            String name = data.name(roles.endogenous().get(e));
            names.add(name);
            Estimate first = leastSquares.estimate(stages.first().get(e), second.sandwich());
            firsts.add(FirstStages.of(
                    name, first, stages.onExogenous(roles.endogenous().get(e)), at));
        }
        try {
            return new IvFit(names, firsts, tests(), regression());
        } catch (SingularMatrixException e) {
            throw notIdentified(
                            spec,
                            "the covariance of its first stages is singular, so that instruments cannot be tested")
                    .hint("there must be more clusters than instruments")
                    .toException();
        }
    }

    /** The second stage with what either stage left out. */
    private Fit.Regression regression() {
        Fit.Regression regression = second.regression("iv");
        List<Fit.Dropped> dropped = new ArrayList<>(stages.exogenous().dropped());
        for (Fit.Dropped d : stages.reduced().dropped()) {
            if (dropped.stream().noneMatch(other -> other.name().equals(d.name()))) {
                dropped.add(d);
            }
        }
        return regression.leavingOut(dropped);
    }

    private IvFit.Tests tests() {
        JointSandwich joint = new JointSandwich(
                second.sandwich(),
                leastSquares.estimate(stages.reduced(), second.sandwich()).small(),
                equations(),
                at);
        double[][] products = stages.residualProducts();
        RealMatrix covariance = new Array2DRowRealMatrix(joint.covariance(products));
        RealMatrix ofFirst = covariance.getSubMatrix(at.length, size() - 1, at.length, size() - 1);
        List<RealVector> firsts =
                stages.first().stream().map(this::coefficients).toList();
        RealMatrix residuals = new Array2DRowRealMatrix(products).getSubMatrix(1, endogenous, 1, endogenous);
        return new IvFit.Tests(
                RankTest.test(matrix(firsts), inverseOfInstruments(), residuals, ofFirst),
                endogenous == 1
                        ? Optional.of(EffectiveF.of(firsts.get(0), inverseOfInstruments(), ofFirst))
                        : Optional.empty(),
                exogeneity(),
                overidentification(),
                hansen(),
                AndersonRubin.of(
                        coefficients(stages.reduced()),
                        firsts,
                        covariance,
                        second.small().df(),
                        firstEstimate()));
    }

    /** Durbin, Wu and Hausman: the residuals of the first stages add nothing to ordinary least squares. */
    private Fit.WaldTest exogeneity() {
        Solved with = stages.ordinary(true);
        double df2 = second.small().n() - second.small().parameters().all() - (double) endogenous;
        double rss = with.rss();
        double f = (stages.ordinary(false).rss() - rss) / endogenous / (rss / df2);
        return new Fit.WaldTest(f, Student.fTail(f, endogenous, df2), endogenous, df2);
    }

    /** Sargan (1958): n R² of the residuals on instruments and exogenous columns. */
    private Optional<IvFit.ChiSquared> overidentification() {
        int df = at.length - endogenous;
        if (df == 0) {
            return Optional.empty();
        }
        Solved residual = stages.onInstruments(stages.residual(second.solved()));
        double statistic =
                second.small().n() * (1 - residual.rss() / second.solved().rss());
        double p = ChiSquaredDistribution.of(df).survivalProbability(statistic);
        return Optional.of(new IvFit.ChiSquared(statistic, p, df));
    }

    private Optional<IvFit.ChiSquared> hansen() {
        return at.length == endogenous || second.sandwich().vcov() instanceof VcovSpec.Iid
                ? Optional.empty()
                : HansenTest.of(stages.moments(second.solved()), at.length, second.sandwich());
    }

    private List<Solved> equations() {
        List<Solved> equations = new ArrayList<>();
        equations.add(stages.reduced());
        equations.addAll(stages.first());
        return equations;
    }

    private int size() {
        return at.length * (endogenous + 1);
    }

    private RealVector coefficients(Solved solved) {
        RealVector coefficients = new ArrayRealVector(at.length);
        for (int i = 0; i < at.length; i++) {
            coefficients.setEntry(i, solved.fit().coefficient(at[i]));
        }
        return coefficients;
    }

    private RealMatrix matrix(List<RealVector> columns) {
        RealMatrix matrix = new Array2DRowRealMatrix(at.length, columns.size());
        for (int c = 0; c < columns.size(); c++) {
            matrix.setColumnVector(c, columns.get(c));
        }
        return matrix;
    }

    private RealMatrix inverseOfInstruments() {
        RealMatrix inverse = new Array2DRowRealMatrix(at.length, at.length);
        for (int i = 0; i < at.length; i++) {
            for (int j = 0; j < at.length; j++) {
                inverse.setEntry(i, j, stages.reduced().fit().inverse(at[i], at[j]));
            }
        }
        return inverse;
    }

    /** The first endogenous coefficient and its standard error. */
    private double[] firstEstimate() {
        Coefficient c = second.coefficients().get(data.design().intercept() ? 1 : 0);
        return new double[] {c.estimate(), c.stdError()};
    }
}
