package org.canbao.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.spec.Expr;

/**
 * Arithmetic: {@code + - * / ^}, signs, parentheses, numbers, columns and the functions of {@link Expr.Function}, with
 * R's precedence ({@code -x^2} is {@code -(x^2)}, {@code ^} groups to the right).
 */
final class ExprParser {
    private static final int MAX_DEPTH = 100;
    private static final List<String> FUNCTIONS = Arrays.stream(Expr.Function.values())
            .map(f -> f.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Tokens tokens;
    private int depth;

    ExprParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A sum. */
    Expr sum() {
        Expr left = product();
        while (tokens.peek().is("+") || tokens.peek().is("-")) {
            Expr.Operator operator = tokens.take().is("+") ? Expr.Operator.PLUS : Expr.Operator.MINUS;
            left = new Expr.Binary(operator, left, product());
        }
        return left;
    }

    private Expr product() {
        Expr left = signed();
        while (tokens.peek().is("*") || tokens.peek().is("/")) {
            Expr.Operator operator = tokens.take().is("*") ? Expr.Operator.TIMES : Expr.Operator.DIVIDE;
            left = new Expr.Binary(operator, left, signed());
        }
        return left;
    }

    private Expr signed() {
        if (++depth > MAX_DEPTH) {
            throw tokens.wrong(tokens.peek(), "the expression is nested deeper than " + MAX_DEPTH + " levels");
        }
        try {
            if (tokens.takeIf("-")) {
                return new Expr.Negate(signed());
            }
            return tokens.takeIf("+") ? signed() : power();
        } finally {
            depth--;
        }
    }

    /** An operand with its exponent, if it has one. */
    Expr power() {
        Expr base = operand();
        return tokens.takeIf("^") ? new Expr.Binary(Expr.Operator.POWER, base, signed()) : base;
    }

    private Expr operand() {
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.NUMBER) {
            tokens.take();
            return new Expr.Constant(Double.parseDouble(token.text()), token.text());
        }
        if (tokens.takeIf("(")) {
            return closed(sum());
        }
        if (token.kind() == Token.Kind.NAME && tokens.peekSecond().is("(")) {
            return call(tokens.take());
        }
        return new Expr.Column(tokens.column("a column, a number or a function"));
    }

    private Expr call(Token name) {
        tokens.take();
        if (name.text().equals("I")) {
            return closed(sum());
        }
        int index = FUNCTIONS.indexOf(name.text());
        if (index < 0) {
            throw unknownFunction(name);
        }
        Expr argument = sum();
        if (tokens.peek().is(",")) {
            throw tokens.expected("`)`, as `" + name.text() + "` takes one argument");
        }
        return closed(new Expr.Call(Expr.Function.values()[index], argument));
    }

    private RuntimeException unknownFunction(Token name) {
        Diagnostic finding = tokens.wrong(name, "unknown function `" + name.text() + "` in a formula")
                .diagnostics()
                .get(0);
        finding = switch (name.text()) {
            case "factor", "as.factor", "C" -> finding.hint("for one indicator per level write i(column)");
            case "ln" -> finding.hint("the natural logarithm is written log(x), as in R");
            case "i" -> finding.hint("i(…) is a term of its own and cannot stand inside arithmetic");
            default -> finding.nearest(Nearest.to(name.text(), FUNCTIONS));
        };
        return finding.hint("functions of a formula: i, I, " + String.join(", ", FUNCTIONS)
                        + "; anything else can be a derived column of the sample")
                .toException();
    }

    private Expr closed(Expr inner) {
        tokens.expect(")", "to close the parenthesis");
        return inner;
    }
}
