package org.canbao.estimate.rd;

import java.math.BigDecimal;
import java.math.MathContext;

/** Words of messages. */
final class Text {
    private Text() {}

    /** A number as a person writes it, with six digits that count. */
    static String of(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString()
                : String.valueOf(value);
    }

    /** {@code left of} or {@code right of}. */
    static String side(boolean right) {
        return right ? "right of" : "left of";
    }
}
