package org.canbao.yaml;

import java.util.ArrayList;
import java.util.List;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;

/**
 * Cuts a formula into tokens. Names are letters of any script, digits, underscores and dots, beginning with a letter, an
 * underscore or a dot; any other name is written in backquotes.
 */
final class FormulaLexer {
    private static final String SYMBOLS = "~|+-*/^:()[],=";

    private final FormulaText source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private FormulaLexer(FormulaText source) {
        this.source = source;
        this.text = source.text();
    }

    /** All tokens, the last one being {@link Token.Kind#END}. */
    static List<Token> tokens(FormulaText source) {
        return new FormulaLexer(source).all();
    }

    private List<Token> all() {
        while (position < text.length()) {
            int point = text.codePointAt(position);
            if (Character.isWhitespace(point) || point == 0x3000) {
                position += Character.charCount(point);
            } else {
                token(point);
            }
        }
        tokens.add(new Token(Token.Kind.END, "", text.length(), text.length()));
        return List.copyOf(tokens);
    }

    private void token(int point) {
        if (isDigit(point) || (point == '.' && isDigit(pointAt(position + 1)))) {
            take(Token.Kind.NUMBER, numberEnd());
        } else if (isNameStart(point)) {
            take(Token.Kind.NAME, nameEnd(position));
        } else if (point == '@') {
            list();
        } else if (point == '`') {
            quoted(Token.Kind.QUOTED_NAME, '`');
        } else if (point == '\'' || point == '"') {
            quoted(Token.Kind.TEXT, (char) point);
        } else if (SYMBOLS.indexOf(point) >= 0) {
            take(Token.Kind.SYMBOL, position + 1);
        } else {
            throw unexpected(point);
        }
    }

    private void take(Token.Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(position, end), position, end));
        position = end;
    }

    private void list() {
        int end = nameEnd(position + 1);
        if (end == position + 1) {
            throw source.finding(position, end, "expected the name of a list after `@`")
                    .toException();
        }
        tokens.add(new Token(Token.Kind.LIST, text.substring(position + 1, end), position, end));
        position = end;
    }

    private void quoted(Token.Kind kind, char quote) {
        int close = text.indexOf(quote, position + 1);
        if (close < 0) {
            throw source.finding(position, position + 1, "the quote " + quote + " is not closed")
                    .toException();
        }
        if (close == position + 1) {
            throw source.finding(position, close + 1, "nothing between the quotes")
                    .toException();
        }
        tokens.add(new Token(kind, text.substring(position + 1, close), position, close + 1));
        position = close + 1;
    }

    private int numberEnd() {
        int end = digitsEnd(position);
        if (pointAt(end) == '.') {
            end = digitsEnd(end + 1);
        }
        if (pointAt(end) == 'e' || pointAt(end) == 'E') {
            int sign = pointAt(end + 1) == '-' || pointAt(end + 1) == '+' ? 1 : 0;
            end = isDigit(pointAt(end + 1 + sign)) ? digitsEnd(end + 1 + sign) : end;
        }
        if (isNamePart(pointAt(end))) {
            int nameEnd = nameEnd(end);
            throw source.finding(
                            position,
                            nameEnd,
                            "`" + text.substring(position, nameEnd) + "` is neither a number nor a name")
                    .hint("put a name that begins with a digit into backquotes")
                    .toException();
        }
        return end;
    }

    private int digitsEnd(int from) {
        int end = from;
        while (isDigit(pointAt(end))) {
            end++;
        }
        return end;
    }

    private int nameEnd(int from) {
        int end = from;
        while (isNamePart(pointAt(end))) {
            end += Character.charCount(pointAt(end));
        }
        return end;
    }

    /** The code point there; 0 after the end. */
    private int pointAt(int index) {
        return index < text.length() ? text.codePointAt(index) : 0;
    }

    private static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }

    private static boolean isNameStart(int point) {
        return Character.isLetter(point) || point == '_' || point == '.';
    }

    private static boolean isNamePart(int point) {
        return Character.isLetterOrDigit(point) || point == '_' || point == '.';
    }

    private CanbaoException unexpected(int point) {
        String written = Character.toString(point);
        Diagnostic finding = source.finding(
                position, position + written.length(), "unexpected character `" + written + "` in a formula");
        if (point >= 0xFF01 && point <= 0xFF5E) {
            String narrow = Character.toString(point - 0xFEE0);
            finding = finding.hint("it is a full-width character; did you mean `" + narrow + "`?");
        }
        return finding.toException();
    }
}
