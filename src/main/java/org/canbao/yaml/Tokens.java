package org.canbao.yaml;

import java.util.List;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Place;
import org.canbao.spec.ColumnRef;

/** The tokens of a formula while they are read. */
final class Tokens {
    private final FormulaText source;
    private final List<Token> tokens;
    private int next;

    Tokens(FormulaText source) {
        this.source = source;
        this.tokens = FormulaLexer.tokens(source);
    }

    /** The next token, which stays. */
    Token peek() {
        return tokens.get(next);
    }

    /** The token after the next, which stays. */
    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    /** Takes the next token. */
    Token take() {
        Token taken = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return taken;
    }

    /** Takes the next token if it is this symbol. */
    boolean takeIf(String symbol) {
        boolean is = peek().is(symbol);
        if (is) {
            take();
        }
        return is;
    }

    /** Whether this symbol comes before the next {@code |}. */
    boolean partHas(String symbol) {
        for (Token token : tokens.subList(next, tokens.size())) {
            if (token.is("|") || token.is(symbol)) {
                return token.is(symbol);
            }
        }
        return false;
    }

    /** Takes this symbol, or throws. */
    void expect(String symbol, String where) {
        if (!takeIf(symbol)) {
            throw expected("`" + symbol + "` " + where);
        }
    }

    /** Takes the name of a column, or throws. */
    ColumnRef column(String expected) {
        Token token = peek();
        if (token.kind() != Token.Kind.NAME && token.kind() != Token.Kind.QUOTED_NAME) {
            throw expected(expected);
        }
        take();
        return new ColumnRef(token.text(), place(token));
    }

    /** Throws if anything is left. */
    void end(String expected) {
        if (peek().kind() != Token.Kind.END) {
            throw expected(expected);
        }
    }

    /** Where a token stands. */
    Place place(Token token) {
        return source.place(token.begin(), token.end());
    }

    /** Where the stretch from a token up to the last taken one stands. */
    Place placeFrom(Token first) {
        int end = next == 0 ? first.end() : tokens.get(next - 1).end();
        return source.place(first.begin(), Math.max(first.end(), end));
    }

    /** The finding that something else was expected here. */
    CanbaoException expected(String what) {
        return wrong(peek(), "expected " + what + ", found " + peek().described());
    }

    /** A finding about a token. */
    CanbaoException wrong(Token token, String message, String... hints) {
        var finding = source.finding(token.begin(), token.end(), message);
        for (String hint : hints) {
            finding = finding.hint(hint);
        }
        return finding.toException();
    }
}
