package org.canbao.audit.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.canbao.published.Interval;
import org.canbao.published.Printed;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;

/** An expression over printed numbers at one label: its value, what rounding allows, and how it reads with numbers. */
final class Evaluator {
    private final Map<String, Expr> let;
    private final Cells cells;
    private final String label;

    Evaluator(Map<String, Expr> let, Cells cells, String label) {
        this.let = let;
        this.cells = cells;
        this.label = label;
    }

    /**
     * What the expression may be.
     *
     * @throws ArithmeticException where it has no value
     */
    Interval range(Expr expr) {
        return evaluate(expr, false);
    }

    /**
     * What it is at the printed numbers.
     *
     * @throws ArithmeticException where it has no value
     */
    BigDecimal printed(Expr expr) {
        return evaluate(expr, true).low();
    }

    /** The expression with printed numbers for names. */
    String text(Expr expr) {
        if (expr instanceof Expr.Column column) {
            Expr inner = let.get(column.ref().name());
            return inner == null ? number(column).text() : Digits.of(printed(inner));
        } else if (expr instanceof Expr.Binary binary) {
            boolean tight = binary.operator() == Expr.Operator.POWER;
            String sign = tight ? "^" : " " + binary.operator().symbol() + " ";
            return operand(binary.left(), binary.operator(), false)
                    + sign
                    + operand(binary.right(), binary.operator(), true);
        } else if (expr instanceof Expr.Negate negate) {
            return "-" + operand(negate.operand(), Expr.Operator.POWER, true);
        } else if (expr instanceof Expr.Call call) {
            return call.function().name().toLowerCase(java.util.Locale.ROOT) + "(" + text(call.argument()) + ")";
        }
        return expr.text();
    }

    private String operand(Expr operand, Expr.Operator within, boolean right) {
        String text = text(operand);
        boolean negative = operand instanceof Expr.Column && text.startsWith("-") && right;
        return negative || needsParentheses(operand, within, right) ? "(" + text + ")" : text;
    }

    private static boolean needsParentheses(Expr operand, Expr.Operator within, boolean right) {
        if (operand instanceof Expr.Negate) {
            return right;
        }
        if (!(operand instanceof Expr.Binary binary)) {
            return false;
        }
        int inner = rank(binary.operator());
        boolean undone = within == Expr.Operator.MINUS || within == Expr.Operator.DIVIDE;
        return inner < rank(within) || (inner == rank(within) && right && undone);
    }

    private static int rank(Expr.Operator operator) {
        return switch (operator) {
            case PLUS, MINUS -> 0;
            case TIMES, DIVIDE -> 1;
            case POWER -> 2;
        };
    }

    private Interval evaluate(Expr expr, boolean asPrinted) {
        if (expr instanceof Expr.Constant constant) {
            return Interval.of(new BigDecimal(constant.text()));
        } else if (expr instanceof Expr.Column column) {
            return value(column, asPrinted);
        } else if (expr instanceof Expr.Negate negate) {
            return evaluate(negate.operand(), asPrinted).negated();
        } else if (expr instanceof Expr.Call call) {
            return call(call.function(), evaluate(call.argument(), asPrinted));
        }
        Expr.Binary binary = (Expr.Binary) expr;
        return combined(binary.operator(), evaluate(binary.left(), asPrinted), evaluate(binary.right(), asPrinted));
    }

    private Interval value(Expr.Column column, boolean asPrinted) {
        Expr inner = let.get(column.ref().name());
        if (inner != null) {
            return evaluate(inner, asPrinted);
        }
        Printed number = number(column);
        return asPrinted ? Interval.of(number.value()) : number.interval();
    }

    private Printed number(Expr.Column column) {
        return cells.of(column.ref()).at(label).orElseThrow();
    }

    private static Interval combined(Expr.Operator operator, Interval left, Interval right) {
        return switch (operator) {
            case PLUS -> left.plus(right);
            case MINUS -> left.minus(right);
            case TIMES -> left.times(right);
            case DIVIDE -> left.over(right);
            case POWER -> left.power(right);
        };
    }

    private static Interval call(Expr.Function function, Interval argument) {
        return switch (function) {
            case SQRT -> argument.root();
            case ABS -> argument.absolute();
            case LOG -> argument.rising(StrictMath::log);
            case EXP -> argument.rising(StrictMath::exp);
        };
    }

    /** Every name that the expressions use, those behind intermediate results included. */
    static List<ColumnRef> names(List<Expr> exprs, Map<String, Expr> let) {
        return exprs.stream()
                .flatMap(e -> Expr.columnsOf(e).stream())
                .flatMap(ref -> let.containsKey(ref.name())
                        ? names(List.of(let.get(ref.name())), let).stream()
                        : Stream.of(ref))
                .toList();
    }
}
