package org.canbao.audit.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.canbao.published.Interval;
import org.canbao.spec.Text;

/** Numbers of an arithmetic as text. */
final class Digits {
    private static final int SIGNIFICANT = 6;
    private static final int TINY = 9;

    private Digits() {}

    /** Six significant digits; whole numbers have all theirs. */
    static String of(BigDecimal value) {
        BigDecimal rounded = value.round(new MathContext(SIGNIFICANT, RoundingMode.HALF_EVEN));
        if (rounded.precision() - rounded.scale() >= SIGNIFICANT) {
            rounded = value.setScale(0, RoundingMode.HALF_EVEN);
        }
        BigDecimal stripped = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        return stripped.scale() > TINY ? stripped.toString().replace("E", "e") : stripped.toPlainString();
    }

    /** The same of a double. */
    static String of(double value) {
        return Double.isInfinite(value) ? "infinity" : of(new BigDecimal(value));
    }

    /** A number with that many decimals, or that it is none. */
    static Text bound(double value, int decimals) {
        return Double.isInfinite(value) ? Wording.INFINITY.text() : Text.of(fixed(value, decimals));
    }

    /** A number with that many decimals. */
    static String fixed(double value, int decimals) {
        return Double.isInfinite(value)
                ? "infinity"
                : new BigDecimal(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    /** What rounding allows, in words; empty for an exact number. */
    static Text allowed(Interval interval) {
        return interval.isExact()
                ? Wording.NOTHING.text()
                : Wording.ALLOWED.text(of(interval.low()), of(interval.high()));
    }
}
