package org.canbao.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.canbao.diag.Place;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.Term;

/**
 * The terms of a formula, as R reads them: {@code a:b} is the product, {@code a*b} is {@code a + b + a:b}, parentheses
 * group terms, arithmetic stands inside functions or {@code I(…)}. A term that is written twice counts once.
 */
final class TermParser {
    private static final String ARITHMETIC = "arithmetic on columns is written inside I(…), for example I(a + b)";

    private static final int MAX_TERMS = 5_000;
    private static final int MAX_DEPTH = 100;

    private final Tokens tokens;
    private final ExprParser exprs;
    private final FormulaLists lists;
    private int depth;

    TermParser(Tokens tokens, FormulaLists lists) {
        this.tokens = tokens;
        this.exprs = new ExprParser(tokens);
        this.lists = lists;
    }

    /**
     * Terms and the intercept.
     *
     * @param intercept what the user said of it: {@code 1}, {@code 0} or {@code -1}; empty if nothing
     */
    record Terms(List<Term> terms, Optional<Boolean> intercept) {}

    /** A sum of terms, up to a token that cannot belong to it. */
    Terms terms() {
        List<Term> terms = new ArrayList<>();
        Optional<Boolean> intercept = Optional.empty();
        boolean minus = sign();
        do {
            if (isIntercept()) {
                intercept = Optional.of(tokens.take().text().equals("1") != minus);
            } else if (minus) {
                throw tokens.wrong(
                        tokens.peek(),
                        "a term cannot be taken away with `-`",
                        "`-1` removes the intercept; " + ARITHMETIC);
            } else {
                terms.addAll(product());
                refuseTooMany(terms.size());
            }
            minus = tokens.peek().is("-");
        } while (tokens.takeIf("+") || tokens.takeIf("-"));
        refuseDivision();
        return new Terms(inOrder(terms), intercept);
    }

    private boolean sign() {
        boolean minus = tokens.takeIf("-");
        if (!minus) {
            tokens.takeIf("+");
        }
        return minus;
    }

    private boolean isIntercept() {
        Token token = tokens.peek();
        boolean zeroOrOne = token.kind() == Token.Kind.NUMBER
                && (token.text().equals("0") || token.text().equals("1"));
        Token second = tokens.peekSecond();
        return zeroOrOne && (second.kind() == Token.Kind.END || second.is("+") || second.is("-") || second.is("|"));
    }

    private void refuseDivision() {
        if (tokens.peek().is("/") || tokens.peek().is("^")) {
            throw tokens.wrong(tokens.peek(), "`" + tokens.peek().text() + "` cannot stand here", ARITHMETIC);
        }
    }

    /** Each term once; terms of one factor first, then of two, and so on. */
    static List<Term> inOrder(List<Term> terms) {
        Map<Set<String>, Term> distinct = new LinkedHashMap<>();
        for (Term term : terms) {
            distinct.putIfAbsent(factorsOf(term), term);
        }
        return distinct.values().stream()
                .sorted(Comparator.comparingInt(t -> t.factors().size()))
                .toList();
    }

    /** What makes a term the term it is: its factors, in any order. */
    static Set<String> factorsOf(Term term) {
        return term.factors().stream().map(Term.Factor::text).collect(Collectors.toCollection(HashSet::new));
    }

    private List<Term> product() {
        Token first = tokens.peek();
        List<Term> left = interaction();
        while (tokens.takeIf("*")) {
            List<Term> right = interaction();
            List<Term> crossed = cross(left, right, tokens.placeFrom(first));
            List<Term> all = new ArrayList<>(left);
            all.addAll(right);
            all.addAll(crossed);
            left = all;
        }
        return left;
    }

    private List<Term> interaction() {
        Token first = tokens.peek();
        List<Term> left = factor();
        while (tokens.takeIf(":")) {
            left = cross(left, factor(), tokens.placeFrom(first));
        }
        return left;
    }

    private List<Term> cross(List<Term> left, List<Term> right, Place place) {
        refuseTooMany((long) left.size() * right.size());
        List<Term> crossed = new ArrayList<>();
        for (Term a : left) {
            for (Term b : right) {
                Map<String, Term.Factor> factors = new LinkedHashMap<>();
                a.factors().forEach(f -> factors.putIfAbsent(f.text(), f));
                b.factors().forEach(f -> factors.putIfAbsent(f.text(), f));
                crossed.add(new Term(List.copyOf(factors.values()), place));
            }
        }
        return crossed;
    }

    private List<Term> factor() {
        Token first = tokens.peek();
        if (first.kind() == Token.Kind.LIST) {
            tokens.take();
            return lists.insert(first.text(), tokens.place(first));
        }
        if (first.is("(")) {
            return group();
        }
        if (first.kind() == Token.Kind.NUMBER) {
            throw tokens.wrong(first, "a number cannot be a term", ARITHMETIC);
        }
        if (first.kind() == Token.Kind.NAME
                && first.text().equals("i")
                && tokens.peekSecond().is("(")) {
            Term.Levels levels = levels();
            return List.of(new Term(List.of(levels), tokens.placeFrom(first)));
        }
        if (first.kind() == Token.Kind.END || first.kind() == Token.Kind.SYMBOL) {
            throw tokens.expected("a term");
        }
        Expr expr = exprs.power();
        return List.of(new Term(List.of(new Term.Numeric(expr)), tokens.placeFrom(first)));
    }

    private List<Term> group() {
        if (++depth > MAX_DEPTH) {
            throw tokens.wrong(tokens.peek(), "the formula is nested deeper than " + MAX_DEPTH + " levels");
        }
        tokens.take();
        List<Term> inner = terms().terms();
        tokens.expect(")", "to close the parenthesis");
        refuseDivision();
        depth--;
        return inner;
    }

    private void refuseTooMany(long terms) {
        if (terms > MAX_TERMS) {
            throw tokens.wrong(tokens.peek(), "the formula has more than " + MAX_TERMS + " terms");
        }
    }

    /** {@code i(column, by, ref = level)}. */
    private Term.Levels levels() {
        tokens.take();
        tokens.take();
        ColumnRef column = tokens.column("the column whose levels are meant");
        Optional<Expr> by = Optional.empty();
        List<String> reference = List.of();
        while (tokens.takeIf(",")) {
            if (tokens.peekSecond().is("=")) {
                reference = reference();
            } else if (by.isEmpty() && reference.isEmpty()) {
                by = Optional.of(exprs.sum());
            } else {
                throw tokens.expected("`ref = …` or `)`");
            }
        }
        tokens.expect(")", "to close i(…)");
        return new Term.Levels(column, by, reference);
    }

    private List<String> reference() {
        Token name = tokens.take();
        if (!name.text().equals("ref")) {
            throw tokens.wrong(
                    name,
                    "unknown argument `" + name.text() + "` of i(…)",
                    "arguments of i(…): a column, a second one to multiply with, ref");
        }
        tokens.take();
        if (!(tokens.peek().text().equals("c") && tokens.peekSecond().is("("))) {
            return List.of(level());
        }
        tokens.take();
        tokens.take();
        List<String> levels = new ArrayList<>();
        do {
            levels.add(level());
        } while (tokens.takeIf(","));
        tokens.expect(")", "to close c(…)");
        return levels;
    }

    private String level() {
        boolean negative = tokens.takeIf("-");
        Token token = tokens.peek();
        boolean number = token.kind() == Token.Kind.NUMBER;
        if (token.kind() == Token.Kind.END || token.kind() == Token.Kind.SYMBOL || (negative && !number)) {
            throw tokens.expected("a level: a number, a name or a text in quotes");
        }
        tokens.take();
        return number ? canonical((negative ? "-" : "") + token.text()) : token.text();
    }

    /** A number as a level is written: without a fraction of zeros, without an exponent. */
    private static String canonical(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }
}
