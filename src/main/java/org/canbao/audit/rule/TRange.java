package org.canbao.audit.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.canbao.published.Interval;
import org.canbao.published.Printed;
import org.canbao.spec.Text;

/**
 * The t statistic of a printed coefficient: |b|/se at the printed numbers, and all that rounding allows. Critical values are
 * those of the normal distribution and, if the number of observations is known, of Student's with one degree of freedom
 * fewer; stars that either gives are possible.
 */
record TRange(double printed, double low, double high, OptionalLong n) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    static TRange of(Printed coefficient, Printed error, OptionalLong n) {
        Interval b = coefficient.interval().absolute();
        Interval se = error.interval();
        double value = coefficient.value().abs().doubleValue();
        double divisor = error.value().doubleValue();
        return new TRange(
                divisor == 0 ? Double.NaN : value / divisor,
                b.low().doubleValue() / se.high().doubleValue(),
                se.low().signum() <= 0
                        ? Double.POSITIVE_INFINITY
                        : b.high().doubleValue() / se.low().doubleValue(),
                n);
    }

    /** The two-sided p-value at the printed numbers, normal. */
    double p() {
        return Double.isNaN(printed) ? Double.NaN : Math.min(1, 2 * NORMAL.survivalProbability(printed));
    }

    /** The marks at the printed numbers; empty for none. */
    String starsPrinted(Map<String, Double> levels) {
        return Double.isNaN(printed) ? "undetermined" : stars(printed, levels, false);
    }

    /** All marks that rounding allows, from none to the strictest. */
    List<String> possible(Map<String, Double> levels) {
        List<String> rising = new ArrayList<>(levels.keySet());
        Collections.reverse(rising);
        rising.add(0, "");
        Set<String> found = new LinkedHashSet<>();
        for (boolean student : new boolean[] {false, true}) {
            int from = rising.indexOf(stars(low, levels, student));
            int to = rising.indexOf(stars(high, levels, student));
            found.addAll(rising.subList(from, to + 1));
        }
        return rising.stream().filter(found::contains).toList();
    }

    /** The least |t| that is significant at a level. */
    double critical(double level, boolean student) {
        return student && n.isPresent() && n.getAsLong() > 1
                ? TDistribution.of(n.getAsLong() - 1.0).inverseSurvivalProbability(level / 2)
                : NORMAL.inverseSurvivalProbability(level / 2);
    }

    private String stars(double t, Map<String, Double> levels, boolean student) {
        return levels.entrySet().stream()
                .filter(e -> t > critical(e.getValue(), student))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** {@code t = 2.500 (rounding allows 1.800 to 3.667)}. */
    Text text() {
        Text value = Double.isNaN(printed) ? Wording.UNDEFINED.text() : Digits.bound(printed, 3);
        return Wording.T.text(value, Digits.bound(low, 3), Digits.bound(high, 3));
    }
}
