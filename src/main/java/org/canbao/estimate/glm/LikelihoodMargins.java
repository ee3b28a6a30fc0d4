package org.canbao.estimate.glm;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.canbao.design.Design;
import org.canbao.estimate.Estimate;
import org.canbao.estimate.Partialled;
import org.canbao.estimate.Solved;
import org.canbao.estimate.Student;
import org.canbao.estimate.margins.Identification;
import org.canbao.estimate.margins.Movement;
import org.canbao.estimate.margins.Movements;
import org.canbao.estimate.margins.Response;
import org.canbao.math.LinearFit;
import org.canbao.math.Sums;
import org.canbao.result.MarginalEffects;
import org.canbao.spec.MarginalEffectsSpec;
import org.canbao.spec.Term;

/**
 * Average marginal effects on the mean mu(eta), eta = X b + D a + offset: sum w e(eta) / sum w over the rows used, e being the
 * derivative mu'(eta) s or the change mu(eta + h) - mu(eta + l) of {@link Movement} (Stata's {@code margins, dydx(*)};
 * Bartus 2005).
 *
 * <p>Standard errors are by the delta method over all parameters, absorbed effects included, as after estimation with
 * dummies. With columns x~ = x - D P that have the effects absorbed under the weights W V of the last step, the information
 * falls into X~'WVX~ and D'WVD, so that the influence of a row's score is
 *
 * <pre>t = x~ (X~'WVX~)^-1 g + p,   g = sum w (de/deta x~ + de/db) / sum w</pre>
 *
 * where p projects de/deta / V / sum w on the effects; {@link org.canbao.estimate.Sandwich#ofFunction} has the rest.
 */
final class LikelihoodMargins {
    private final Estimate estimate;
    private final Solved solved;
    private final double[] eta;
    private final Response mean;
    private final Response slope;

    LikelihoodMargins(Estimate estimate, Family family, Irls.Maximum maximum) {
        this.estimate = estimate;
        this.solved = maximum.solved();
        this.eta = maximum.predictor();
        this.mean = new Mean(family);
        this.slope = new Slope(family);
    }

    /** mu. */
    private record Mean(Family family) implements Response {
        @Override
        public double at(double eta) {
            return family.mean(eta);
        }

        @Override
        public double slope(double eta) {
            return family.variance(family.mean(eta));
        }
    }

    /** mu'. */
    private record Slope(Family family) implements Response {
        @Override
        public double at(double eta) {
            return family.variance(family.mean(eta));
        }

        @Override
        public double slope(double eta) {
            return family.curvature(family.mean(eta));
        }
    }

    /**
     * The effects.
     *
     * @param terms those of the model
     * @param read the rows of the model, with what {@link Movements} reads
     */
    MarginalEffects of(MarginalEffectsSpec wanted, List<Term> terms, Design read) {
        Movements movements = Movements.of(wanted, terms, read, new Identification(solved), coefficients());
        double[] shares = read.weights().clone();
        double total = Sums.sum(shares);
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= total;
        }
        List<MarginalEffects.Effect> effects = new ArrayList<>();
        for (Movement movement : movements.all()) {
            double average = Sums.dot(shares, movement.effect(mean, eta));
            double variance = estimate.sandwich().ofFunction(solved, estimate.small(), influence(movement, shares));
            effects.add(new MarginalEffects.Effect(
                    movement.kind(),
                    movement.from(),
                    OptionalDouble.empty(),
                    movements.terms(movement),
                    Student.NORMAL.coefficient(movement.name(), average, Math.sqrt(variance))));
        }
        return new MarginalEffects(effects, movements.leftOut());
    }

    /** The coefficients of the model's columns; zero for those left out. */
    private double[] coefficients() {
        Partialled data = solved.data();
        int first = data.isIntercept(0) ? 1 : 0;
        double[] coefficients = new double[data.size() - first];
        for (int j = 0; j < solved.fit().size(); j++) {
            if (!data.isIntercept(solved.fit().kept(j))) {
                coefficients[solved.fit().kept(j) - first] = solved.fit().coefficient(j);
            }
        }
        return coefficients;
    }

    private double[] influence(Movement movement, double[] shares) {
        double[] byPredictor = movement.effect(slope, eta);
        double[] weights = solved.data().design().weights();
        double[] working = new double[eta.length];
        for (int i = 0; i < eta.length; i++) {
            byPredictor[i] *= shares[i];
            working[i] = byPredictor[i] / weights[i];
        }
        double[] influence = solved.data().projected(working);
        double[] gradient = gradient(movement, byPredictor, shares);
        LinearFit fit = solved.fit();
        for (int j = 0; j < fit.size(); j++) {
            double part = 0;
            for (int l = 0; l < fit.size(); l++) {
                part += fit.inverse(j, l) * gradient[l];
            }
            double[] x = solved.data().x(fit.kept(j));
            for (int i = 0; i < influence.length; i++) {
                influence[i] += part * x[i];
            }
        }
        return influence;
    }

    /** By the kept columns with the effects absorbed; by the intercept zero, as it is among what is projected on. */
    private double[] gradient(Movement movement, double[] byPredictor, double[] shares) {
        Partialled data = solved.data();
        int first = data.isIntercept(0) ? 1 : 0;
        double[] gradient = new double[solved.fit().size()];
        for (int j = 0; j < gradient.length; j++) {
            int position = solved.fit().kept(j);
            if (data.isIntercept(position)) {
                continue;
            }
            gradient[j] = Sums.dot(byPredictor, data.x(position));
            if (movement.columns().contains(position - first)) {
                gradient[j] += Sums.dot(shares, movement.byCoefficient(position - first, mean, eta));
            }
        }
        return gradient;
    }
}
