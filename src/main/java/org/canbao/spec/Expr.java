package org.canbao.spec;

import java.util.List;
import java.util.stream.Stream;

/** An arithmetic expression over columns, inside a formula. */
public sealed interface Expr {
    /** The canonical text, which also names the coefficient: {@code age^2}, {@code log(income)}. */
    String text();

    /** A column. */
    record Column(ColumnRef ref) implements Expr {
        @Override
        public String text() {
            return ref.name();
        }
    }

    /** A number; {@code text} as written. */
    record Constant(double value, String text) implements Expr {}

    /** A function of one argument. */
    record Call(Function function, Expr argument) implements Expr {
        @Override
        public String text() {
            return function.name().toLowerCase(java.util.Locale.ROOT) + "(" + argument.text() + ")";
        }
    }

    /** Two operands. */
    record Binary(Operator operator, Expr left, Expr right) implements Expr {
        @Override
        public String text() {
            return operator == Operator.POWER
                    ? wrap(left) + "^" + wrap(right)
                    : wrap(left) + " " + operator.symbol() + " " + wrap(right);
        }

        private static String wrap(Expr operand) {
            return operand instanceof Binary || operand instanceof Negate ? "(" + operand.text() + ")" : operand.text();
        }
    }

    /** Minus. */
    record Negate(Expr operand) implements Expr {
        @Override
        public String text() {
            return operand instanceof Binary || operand instanceof Negate
                    ? "-(" + operand.text() + ")"
                    : "-" + operand.text();
        }
    }

    /** The functions of the formula language. */
    enum Function {
        /** Natural logarithm. */
        LOG,
        /** Exponential. */
        EXP,
        /** Square root. */
        SQRT,
        /** Absolute value. */
        ABS;

        /** Its value, by {@link StrictMath}: the same bits on every machine. */
        public double at(double x) {
            return switch (this) {
                case LOG -> StrictMath.log(x);
                case EXP -> StrictMath.exp(x);
                case SQRT -> Math.sqrt(x);
                case ABS -> Math.abs(x);
            };
        }
    }

    /** The operators of the formula language. */
    enum Operator {
        /** Sum. */
        PLUS("+"),
        /** Difference. */
        MINUS("-"),
        /** Product. */
        TIMES("*"),
        /** Quotient. */
        DIVIDE("/"),
        /** Power. */
        POWER("^");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** Its value; a square is a product, other powers are {@link StrictMath#pow}. */
        public double of(double a, double b) {
            return switch (this) {
                case PLUS -> a + b;
                case MINUS -> a - b;
                case TIMES -> a * b;
                case DIVIDE -> a / b;
                case POWER -> b == 2 ? a * a : StrictMath.pow(a, b);
            };
        }

        /** As written. */
        public String symbol() {
            return symbol;
        }
    }

    /** Every column the expression reads, in order of first appearance, with repetitions. */
    static List<ColumnRef> columnsOf(Expr expr) {
        if (expr instanceof Column column) {
            return List.of(column.ref());
        } else if (expr instanceof Call call) {
            return columnsOf(call.argument());
        } else if (expr instanceof Negate negate) {
            return columnsOf(negate.operand());
        } else if (expr instanceof Binary binary) {
            return Stream.concat(columnsOf(binary.left()).stream(), columnsOf(binary.right()).stream())
                    .toList();
        }
        return List.of();
    }
}
