package org.canbao.yaml;

import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;

/** The text of a formula, a list or a part of one, and where each of its characters stands. */
record FormulaText(String text, Locator locator) {
    /** Tells where a stretch of the text stands. */
    @FunctionalInterface
    interface Locator {
        /** The place of a stretch, in {@code char}s. */
        Place place(int begin, int length);
    }

    /** A scalar of a file. */
    static FormulaText of(Located.Scalar scalar) {
        return new FormulaText(scalar.value(), scalar.source()::place);
    }

    /** A text on one line that begins at a place. */
    static FormulaText of(String text, Place begin) {
        return new FormulaText(text, (offset, length) -> begin.shifted(text.codePointCount(0, offset), length));
    }

    /** The place of a stretch. */
    Place place(int begin, int end) {
        return locator.place(begin, Math.max(1, end - begin));
    }

    /** A finding about a stretch. */
    Diagnostic finding(int begin, int end, String message) {
        return Diagnostic.error(YamlCode.FORMULA, message).at(place(begin, end));
    }
}
