package org.canbao.estimate.margins;

import java.util.Set;
import java.util.function.IntFunction;
import org.canbao.result.MarginalEffects;

/**
 * A way in which a column of the sample moves, and with it columns of the model. Its effect on a response P of the linear
 * predictor eta is, in each row, the derivative P'(eta) s, where s sums the coefficients times the derivatives of the
 * model's columns; or the change P(eta + h) - P(eta + l), where h and l sum the coefficients times how far the columns move
 * from where they are. How columns move is computed when it is asked for, into a new array: models have many columns.
 */
public sealed interface Movement {
    /** What its effect is called. */
    String name();

    /** Whether its effect is a derivative or a change. */
    MarginalEffects.Kind kind();

    /** Where a change begins; empty for a derivative. */
    String from();

    /** The columns of the model that it moves, ascending. */
    Set<Integer> columns();

    /** The effect on a response in each row. */
    double[] effect(Response response, double[] eta);

    /** The derivative of the effect in each row by the coefficient of a column that it moves, eta being held. */
    double[] byCoefficient(int column, Response response, double[] eta);

    /** How far a column moves from the beginning of a change to its end, or its derivative. */
    double[] of(int column);

    /**
     * A derivative.
     *
     * @param slopes the derivative of each column that moves
     * @param sum the coefficients times these
     */
    record Derivative(String name, Set<Integer> columns, IntFunction<double[]> slopes, double[] sum)
            implements Movement {
        /** With the coefficients of the model's columns. */
        static Derivative of(String name, Set<Integer> columns, IntFunction<double[]> slopes, double[] coefficients) {
            return new Derivative(name, columns, slopes, weighted(columns, slopes, coefficients));
        }

        @Override
        public MarginalEffects.Kind kind() {
            return MarginalEffects.Kind.DERIVATIVE;
        }

        @Override
        public String from() {
            return "";
        }

        @Override
        public double[] effect(Response response, double[] eta) {
            double[] effect = new double[eta.length];
            for (int i = 0; i < eta.length; i++) {
                effect[i] = response.slope(eta[i]) * sum[i];
            }
            return effect;
        }

        @Override
        public double[] byCoefficient(int column, Response response, double[] eta) {
            double[] slope = slopes.apply(column);
            double[] by = new double[eta.length];
            for (int i = 0; i < eta.length; i++) {
                by[i] = response.slope(eta[i]) * slope[i];
            }
            return by;
        }

        @Override
        public double[] of(int column) {
            return slopes.apply(column);
        }
    }

    /**
     * A change.
     *
     * @param low how far each column that moves is from where it is at the beginning
     * @param high and at the end
     * @param toLow the coefficients times {@code low}
     * @param toHigh the coefficients times {@code high}
     */
    record Change(
            String name,
            String from,
            Set<Integer> columns,
            IntFunction<double[]> low,
            IntFunction<double[]> high,
            double[] toLow,
            double[] toHigh)
            implements Movement {
        /** With the coefficients of the model's columns. */
        static Change of(
                String name,
                String from,
                Set<Integer> columns,
                IntFunction<double[]> low,
                IntFunction<double[]> high,
                double[] coefficients) {
            return new Change(
                    name,
                    from,
                    columns,
                    low,
                    high,
                    weighted(columns, low, coefficients),
                    weighted(columns, high, coefficients));
        }

        @Override
        public MarginalEffects.Kind kind() {
            return MarginalEffects.Kind.CHANGE;
        }

        @Override
        public double[] effect(Response response, double[] eta) {
            double[] effect = new double[eta.length];
            for (int i = 0; i < eta.length; i++) {
                effect[i] = response.at(eta[i] + toHigh[i]) - response.at(eta[i] + toLow[i]);
            }
            return effect;
        }

        @Override
        public double[] byCoefficient(int column, Response response, double[] eta) {
            double[] down = low.apply(column);
            double[] up = high.apply(column);
            double[] by = new double[eta.length];
            for (int i = 0; i < eta.length; i++) {
                by[i] = response.slope(eta[i] + toHigh[i]) * up[i] - response.slope(eta[i] + toLow[i]) * down[i];
            }
            return by;
        }

        @Override
        public double[] of(int column) {
            double[] down = low.apply(column);
            double[] moved = high.apply(column);
            for (int i = 0; i < moved.length; i++) {
                moved[i] -= down[i];
            }
            return moved;
        }
    }

    private static double[] weighted(Set<Integer> columns, IntFunction<double[]> moves, double[] coefficients) {
        double[] sum = new double[0];
        for (int column : columns) {
            double[] move = moves.apply(column);
            sum = sum.length == 0 ? new double[move.length] : sum;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += coefficients[column] * move[i];
            }
        }
        return sum;
    }
}
