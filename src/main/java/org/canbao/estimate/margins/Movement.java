package org.canbao.estimate.margins;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.canbao.result.MarginalEffects;

/**
 * A way in which a column of the sample moves, and with it columns of the model. Its effect on a response P of the linear
 * predictor eta is, in each row, the derivative P'(eta) s, where s sums the coefficients times the derivatives of the
 * model's columns; or the change P(eta + h) - P(eta + l), where h and l sum the coefficients times how far the columns move
 * from where they are.
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
     * @param slopes the derivative of each column
     * @param sum the coefficients times these
     */
    record Derivative(String name, Map<Integer, double[]> slopes, double[] sum) implements Movement {
        /** With the coefficients of the model's columns. */
        static Derivative of(String name, Map<Integer, double[]> slopes, double[] coefficients) {
            return new Derivative(name, new TreeMap<>(slopes), weighted(slopes, coefficients));
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
        public Set<Integer> columns() {
            return slopes.keySet();
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
            double[] slope = of(column);
            double[] by = new double[eta.length];
            for (int i = 0; i < eta.length; i++) {
                by[i] = response.slope(eta[i]) * slope[i];
            }
            return by;
        }

        @Override
        public double[] of(int column) {
            return column(slopes, column);
        }
    }

    /**
     * A change.
     *
     * @param low how far each column moves from where it is to the beginning
     * @param high and to the end
     * @param toLow the coefficients times {@code low}
     * @param toHigh the coefficients times {@code high}
     */
    record Change(
            String name,
            String from,
            Map<Integer, double[]> low,
            Map<Integer, double[]> high,
            double[] toLow,
            double[] toHigh)
            implements Movement {
        /** With the coefficients of the model's columns. */
        static Change of(
                String name,
                String from,
                Map<Integer, double[]> low,
                Map<Integer, double[]> high,
                double[] coefficients) {
            return new Change(
                    name,
                    from,
                    new TreeMap<>(low),
                    new TreeMap<>(high),
                    weighted(low, coefficients),
                    weighted(high, coefficients));
        }

        @Override
        public MarginalEffects.Kind kind() {
            return MarginalEffects.Kind.CHANGE;
        }

        @Override
        public Set<Integer> columns() {
            return high.keySet();
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
            double[] down = column(low, column);
            double[] up = column(high, column);
            double[] by = new double[eta.length];
            for (int i = 0; i < eta.length; i++) {
                by[i] = response.slope(eta[i] + toHigh[i]) * up[i] - response.slope(eta[i] + toLow[i]) * down[i];
            }
            return by;
        }

        @Override
        public double[] of(int column) {
            double[] down = column(low, column);
            double[] moved = column(high, column).clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] -= down[i];
            }
            return moved;
        }
    }

    private static double[] column(Map<Integer, double[]> columns, int column) {
        double[] values = columns.get(column);
        if (values == null) {
            throw new IllegalArgumentException("column " + column + " does not move");
        }
        return values;
    }

    private static double[] weighted(Map<Integer, double[]> columns, double[] coefficients) {
        int rows = columns.values().iterator().next().length;
        double[] sum = new double[rows];
        new TreeMap<>(columns).forEach((column, values) -> {
            for (int i = 0; i < rows; i++) {
                sum[i] += coefficients[column] * values[i];
            }
        });
        return sum;
    }
}
