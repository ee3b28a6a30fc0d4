package org.canbao.estimate.ordered;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.canbao.design.Design;
import org.canbao.estimate.Covariance;
import org.canbao.estimate.Solved;
import org.canbao.estimate.Student;
import org.canbao.estimate.margins.Identification;
import org.canbao.estimate.margins.Movement;
import org.canbao.estimate.margins.Movements;
import org.canbao.estimate.margins.Response;
import org.canbao.math.Sums;
import org.canbao.result.MarginalEffects;
import org.canbao.spec.MarginalEffectsSpec;
import org.canbao.spec.Ordered;

/**
 * Average marginal effects on the probability of each level, P_j(eta) = F(k_j - eta) - F(k_(j-1) - eta) with eta = x b, over
 * the rows used; standard errors by the delta method with the covariance of coefficients and cut points. An effect e is
 * linear in P_j, so that its derivative by a cut point is the same effect on the derivative of P_j by it, and its derivative
 * by eta the effect on P_j'.
 */
final class OrderedMargins {
    private final Solved columns;
    private final double[] levels;
    private final OrderedLikelihood likelihood;
    private final Latent latent;
    private final double[] parameters;
    private final Covariance covariance;
    private final double[] eta;
    private final double[] shares;

    /**
     * At a maximum.
     *
     * @param columns the columns, centred, after an intercept
     * @param parameters their coefficients, then the cut points for centred columns
     * @param covariance of the parameters
     */
    OrderedMargins(
            Solved columns, double[] levels, OrderedLikelihood likelihood, double[] parameters, Covariance covariance) {
        this.columns = columns;
        this.levels = levels;
        this.likelihood = likelihood;
        this.latent = likelihood.latent();
        this.parameters = parameters;
        this.covariance = covariance;
        this.shares = columns.data().design().weights().clone();
        this.eta = new double[shares.length];
        double total = Sums.sum(shares);
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= total;
            eta[i] = likelihood.predictor(parameters, i);
        }
    }

    /** F(k - eta), k being infinite beyond the ends. */
    private record Below(Latent latent, double cut) implements Response {
        @Override
        public double at(double eta) {
            return Double.isInfinite(cut) ? (cut > 0 ? 1 : 0) : latent.below(cut - eta);
        }

        @Override
        public double slope(double eta) {
            return -latent.densityAt(cut - eta);
        }
    }

    /** f(k - eta), the derivative of F(k - eta) by k. */
    private record Density(Latent latent, double cut) implements Response {
        @Override
        public double at(double eta) {
            return latent.densityAt(cut - eta);
        }

        @Override
        public double slope(double eta) {
            return -latent.slopeAt(cut - eta);
        }
    }

    /** What lies between two responses. */
    private record Between(Response high, Response low) implements Response {
        @Override
        public double at(double eta) {
            return high.at(eta) - low.at(eta);
        }

        @Override
        public double slope(double eta) {
            return high.slope(eta) - low.slope(eta);
        }
    }

    /**
     * The effects, for each column by the levels of the outcome.
     *
     * @param read the rows of the model, with what {@link Movements} reads
     */
    MarginalEffects of(MarginalEffectsSpec wanted, Ordered spec, Design read) {
        Movements movements =
                Movements.of(wanted, spec.formula().terms(), read, new Identification(columns), coefficients());
        List<MarginalEffects.Effect> effects = new ArrayList<>();
        for (Movement movement : movements.all()) {
            for (int level = 0; level < levels.length; level++) {
                Response response = new Between(below(level), below(level - 1));
                effects.add(new MarginalEffects.Effect(
                        movement.kind(),
                        movement.from(),
                        OptionalDouble.of(levels[level]),
                        movements.terms(movement),
                        Student.NORMAL.coefficient(
                                movement.name(),
                                average(movement, response),
                                Math.sqrt(variance(gradient(movement, level, response))))));
            }
        }
        return new MarginalEffects(effects, movements.leftOut());
    }

    private Below below(int level) {
        return new Below(latent, likelihood.cut(parameters, level));
    }

    private Density density(int level) {
        return new Density(latent, likelihood.cut(parameters, level));
    }

    private double average(Movement movement, Response response) {
        return Sums.dot(shares, movement.effect(response, eta));
    }

    private double[] coefficients() {
        double[] coefficients = new double[columns.data().size() - 1];
        for (int j = 1; j < columns.fit().size(); j++) {
            coefficients[columns.fit().kept(j) - 1] = parameters[j - 1];
        }
        return coefficients;
    }

    /** By the coefficients of centred columns, then by the cut points. */
    private double[] gradient(Movement movement, int level, Response response) {
        double[] gradient = new double[parameters.length];
        double[] byPredictor = movement.effect(new Between(density(level - 1), density(level)), eta);
        int k = columns.fit().size() - 1;
        for (int j = 0; j < k; j++) {
            int position = columns.fit().kept(j + 1);
            gradient[j] = Sums.dot(shares, byPredictor, columns.data().x(position));
            if (movement.columns().contains(position - 1)) {
                gradient[j] += Sums.dot(shares, movement.byCoefficient(position - 1, response, eta));
            }
        }
        if (level < levels.length - 1) {
            gradient[k + level] = average(movement, density(level));
        }
        if (level > 0) {
            gradient[k + level - 1] = -average(movement, density(level - 1));
        }
        return gradient;
    }

    private double variance(double[] gradient) {
        double variance = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                variance += gradient[i] * covariance.at(i, j) * gradient[j];
            }
        }
        return Math.max(0, variance);
    }
}
