package org.canbao.design;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;

/** A numeric expression, evaluated over a block of rows. Not thread-safe: each node keeps its result array. */
interface RowProgram {
    /** The values of the first {@code rows} rows; the array belongs to the program or is one of {@code columns}. */
    double[] evaluate(double[][] columns, int rows);

    /** Compiles an expression; {@code position} tells where a column stands. */
    static RowProgram compile(Expr expr, ToIntFunction<ColumnRef> position) {
        if (expr instanceof Expr.Column column) {
            int at = position.applyAsInt(column.ref());
            return (columns, rows) -> columns[at];
        } else if (expr instanceof Expr.Constant constant) {
            return new Constant(constant.value());
        } else if (expr instanceof Expr.Call call) {
            return new Unary(call.function(), compile(call.argument(), position));
        } else if (expr instanceof Expr.Negate negate) {
            return new Binary(Expr.Operator.MINUS, new Constant(0), compile(negate.operand(), position));
        } else if (expr instanceof Expr.Binary binary) {
            return new Binary(binary.operator(), compile(binary.left(), position), compile(binary.right(), position));
        }
        throw new IllegalArgumentException("unknown expression " + expr);
    }

    /** The product of factors; one if there are none. */
    static RowProgram product(List<RowProgram> factors) {
        return factors.stream()
                .reduce((a, b) -> new Binary(Expr.Operator.TIMES, a, b))
                .orElseGet(() -> new Constant(1));
    }

    /** The same value in every row. */
    final class Constant implements RowProgram {
        private final double value;
        private double[] result = new double[0];

        Constant(double value) {
            this.value = value;
        }

        @Override
        public double[] evaluate(double[][] columns, int rows) {
            if (result.length < rows) {
                result = new double[rows];
            }
            Arrays.fill(result, 0, rows, value);
            return result;
        }
    }

    /** A function of one operand. */
    final class Unary implements RowProgram {
        private final Expr.Function function;
        private final RowProgram argument;
        private double[] result = new double[0];

        Unary(Expr.Function function, RowProgram argument) {
            this.function = function;
            this.argument = argument;
        }

        @Override
        public double[] evaluate(double[][] columns, int rows) {
            double[] x = argument.evaluate(columns, rows);
            if (result.length < rows) {
                result = new double[rows];
            }
            for (int i = 0; i < rows; i++) {
                result[i] = function.at(x[i]);
            }
            return result;
        }
    }

    /** An operation on two operands. */
    final class Binary implements RowProgram {
        private final Expr.Operator operator;
        private final RowProgram left;
        private final RowProgram right;
        private double[] result = new double[0];

        Binary(Expr.Operator operator, RowProgram left, RowProgram right) {
            this.operator = operator;
            this.left = left;
            this.right = right;
        }

        @Override
        public double[] evaluate(double[][] columns, int rows) {
            double[] a = left.evaluate(columns, rows);
            double[] b = right.evaluate(columns, rows);
            if (result.length < rows) {
                result = new double[rows];
            }
            for (int i = 0; i < rows; i++) {
                result[i] = operator.of(a[i], b[i]);
            }
            return result;
        }
    }
}
