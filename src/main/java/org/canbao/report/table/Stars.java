package org.canbao.report.table;

import org.canbao.report.Vocabulary;
import org.canbao.spec.Text;

/** The stars of significance and their legend, in one place so that they cannot disagree. */
public final class Stars {
    private Stars() {}

    /** {@code ***} for p below 0.01, {@code **} below 0.05, {@code *} below 0.1, otherwise (and for NaN) nothing. */
    public static String of(double pValue) {
        return pValue < 0.01 ? "***" : pValue < 0.05 ? "**" : pValue < 0.1 ? "*" : "";
    }

    /** What the stars mean. */
    public static Text legend() {
        return Vocabulary.LEGEND.text();
    }
}
