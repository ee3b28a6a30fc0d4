package org.canbao.yaml;

/**
 * A token of a formula.
 *
 * @param kind what it is
 * @param text a name without backquotes, a list's name without {@code @}, a text without quotes, otherwise as written
 * @param begin its first character
 * @param end after its last character
 */
record Token(Kind kind, String text, int begin, int end) {
    /** Whether it is this symbol. */
    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** For messages. */
    String described() {
        return switch (kind) {
            case END -> "the end";
            case LIST -> "`@" + text + "`";
            default -> "`" + text + "`";
        };
    }

    /** What a token is. */
    enum Kind {
        /** A column or a function. */
        NAME,
        /** A column written in backquotes. */
        QUOTED_NAME,
        /** A list. */
        LIST,
        /** A number without a sign. */
        NUMBER,
        /** A text in quotes. */
        TEXT,
        /** An operator, bracket or comma. */
        SYMBOL,
        /** After the last. */
        END
    }
}
