package org.canbao.diag;

import java.util.Locale;

/**
 * Findings as text for a terminal or a log:
 *
 * <pre>
 * error[CB1104]: unknown key `clsuter`
 *  --> study.yaml:9:7
 * 9 |       clsuter: county
 *   |       ^^^^^^^
 *   = did you mean `cluster`?
 * </pre>
 */
public final class DiagnosticPrinter {
    private static final String RED = "\u001b[31;1m";
    private static final String YELLOW = "\u001b[33;1m";
    private static final String CYAN = "\u001b[36;1m";
    private static final String RESET = "\u001b[0m";

    private final boolean colour;

    /** A printer; {@code colour} for terminals that want it. */
    public DiagnosticPrinter(boolean colour) {
        this.colour = colour;
    }

    /** One finding, several lines, without a line break at the end. */
    public String print(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        String head = diagnostic.severity().name().toLowerCase(Locale.ROOT) + "["
                + diagnostic.code().id() + "]";
        out.append(colour ? colourOf(diagnostic.severity()) + head + RESET : head)
                .append(": ")
                .append(Printable.of(diagnostic.message()));
        String margin = " ";
        if (diagnostic.place().isPresent()) {
            Place place = diagnostic.place().get();
            String number = String.valueOf(place.line());
            margin = place.line() == 0 ? " " : " ".repeat(number.length() + 1);
            out.append('\n').append(" --> ").append(Printable.of(place.toString()));
            String line = Printable.of(place.text());
            if (!line.isEmpty() && place.line() > 0) {
                out.append('\n').append(number).append(" | ").append(line);
                if (place.column() > 0) {
                    out.append('\n')
                            .append(margin)
                            .append("| ")
                            .append(indentLike(line, place.column() - 1))
                            .append("^".repeat(width(line, place)));
                }
            }
        }
        for (String hint : diagnostic.hints()) {
            out.append('\n').append(margin).append("= ").append(Printable.of(hint));
        }
        return out.toString();
    }

    /** How many columns of the terminal the place takes; one at least. */
    private static int width(String line, Place place) {
        int inLine = line.codePoints()
                .skip(place.column() - 1L)
                .limit(place.length())
                .map(DisplayWidth::of)
                .sum();
        return Math.max(1, inLine);
    }

    /** Blanks as wide as the first {@code characters} of the line: wide characters take two columns, tabs stay. */
    private static String indentLike(String line, int characters) {
        StringBuilder blanks = new StringBuilder();
        line.codePoints().limit(characters).forEach(c -> {
            if (c == '\t') {
                blanks.append('\t');
            } else {
                blanks.append(" ".repeat(DisplayWidth.of(c)));
            }
        });
        return blanks.toString();
    }

    private static String colourOf(Severity severity) {
        return switch (severity) {
            case ERROR -> RED;
            case WARNING -> YELLOW;
            case NOTE -> CYAN;
        };
    }
}
