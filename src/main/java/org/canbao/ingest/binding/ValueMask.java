package org.canbao.ingest.binding;

import java.util.regex.Pattern;
import org.canbao.ingest.Rejects;

/**
 * What may be told of a value of a file about persons that does not fit its column. A shifted row has names and numbers in
 * any column; so short codes, dates and amounts are shown, and of all else the form: {@code 字字字}, {@code 99999999}.
 */
final class ValueMask {
    /** Codes, dates and amounts; telephone and document numbers are longer. */
    private static final Pattern HARMLESS = Pattern.compile("[0-9.,:/ +-]{0,10}|[A-Za-z]{1,2}");

    /** What is told of an identifier that cannot even be read. */
    static final String IDENTIFIER = "***";

    private ValueMask() {}

    /** Rejects that are told of values only what may be told. */
    static Rejects over(Rejects rejects) {
        return (at, column, value, reason) -> rejects.add(at, column, shown(value), reason);
    }

    /** The value, or its form. */
    static String shown(String value) {
        if (HARMLESS.matcher(value).matches()) {
            return value;
        }
        StringBuilder form = new StringBuilder();
        value.codePoints().forEach(c -> form.append(form(c)));
        return form.toString();
    }

    private static String form(int c) {
        if (Character.isDigit(c)) {
            return "9";
        }
        if (Character.isIdeographic(c)) {
            return "字";
        }
        return Character.isLetter(c) ? "a" : Character.toString(c);
    }
}
