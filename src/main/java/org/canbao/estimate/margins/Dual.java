package org.canbao.estimate.margins;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;

/**
 * An expression in each row, and its derivative by one column: forward differentiation. What does not move has a derivative
 * of zero, whatever the function around it is; where a function that moves has none, it is NaN or infinite.
 *
 * @param value one per row
 * @param slope one per row
 */
record Dual(double[] value, double[] slope) {
    /**
     * Evaluates an expression.
     *
     * @param columns the values of a column
     * @param by the column by which the derivative is taken
     */
    static Dual of(Expr expr, Function<ColumnRef, double[]> columns, String by, int rows) {
        if (expr instanceof Expr.Column column) {
            return filled(columns.apply(column.ref()), column.ref().name().equals(by) ? 1 : 0);
        } else if (expr instanceof Expr.Constant constant) {
            return constant(constant.value(), rows);
        } else if (expr instanceof Expr.Call call) {
            return of(call.argument(), columns, by, rows).through(call.function());
        } else if (expr instanceof Expr.Negate negate) {
            return constant(0, rows).with(of(negate.operand(), columns, by, rows), Expr.Operator.MINUS);
        } else if (expr instanceof Expr.Binary binary) {
            return of(binary.left(), columns, by, rows).with(of(binary.right(), columns, by, rows), binary.operator());
        }
        throw new IllegalArgumentException("unknown expression " + expr);
    }

    /** The same number in every row. */
    static Dual constant(double value, int rows) {
        double[] values = new double[rows];
        Arrays.fill(values, value);
        return filled(values, 0);
    }

    private static Dual filled(double[] value, double slope) {
        double[] slopes = new double[value.length];
        Arrays.fill(slopes, slope);
        return new Dual(value, slopes);
    }

    /** The product. */
    Dual times(Dual other) {
        return with(other, Expr.Operator.TIMES);
    }

    /** Makes rows of other levels zero; they stay so wherever a column moves. */
    void clearBeyond(int[] codes, int level) {
        for (int i = 0; i < value.length; i++) {
            if (codes[i] != level) {
                value[i] = 0;
                slope[i] = 0;
            }
        }
    }

    private Dual through(Expr.Function function) {
        double[] values = new double[value.length];
        double[] slopes = new double[value.length];
        for (int i = 0; i < values.length; i++) {
            double x = value[i];
            values[i] = function.at(x);
            slopes[i] = moved(
                    slope[i],
                    switch (function) {
                        case LOG -> 1 / x;
                        case EXP -> values[i];
                        case SQRT -> 0.5 / values[i];
                        case ABS -> x == 0 ? Double.NaN : Math.signum(x);
                    });
        }
        return new Dual(values, slopes);
    }

    private Dual with(Dual other, Expr.Operator operator) {
        return switch (operator) {
            case PLUS -> combined(other, operator, (x, y) -> 1, (x, y) -> 1);
            case MINUS -> combined(other, operator, (x, y) -> 1, (x, y) -> -1);
            case TIMES -> combined(other, operator, (x, y) -> y, (x, y) -> x);
            case DIVIDE -> combined(other, operator, (x, y) -> 1 / y, (x, y) -> -x / (y * y));
            case POWER ->
                combined(
                        other,
                        operator,
                        (x, y) -> y == 2 ? 2 * x : y * StrictMath.pow(x, y - 1),
                        (x, y) -> StrictMath.pow(x, y) * StrictMath.log(x));
        };
    }

    private Dual combined(
            Dual other, Expr.Operator operator, DoubleBinaryOperator byFirst, DoubleBinaryOperator bySecond) {
        double[] values = new double[value.length];
        double[] slopes = new double[value.length];
        for (int i = 0; i < values.length; i++) {
            double x = value[i];
            double y = other.value[i];
            values[i] = operator.of(x, y);
            slopes[i] =
                    moved(slope[i], byFirst.applyAsDouble(x, y)) + moved(other.slope[i], bySecond.applyAsDouble(x, y));
        }
        return new Dual(values, slopes);
    }

    private static double moved(double slope, double factor) {
        return slope == 0 ? 0 : slope * factor;
    }
}
