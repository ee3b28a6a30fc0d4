package org.canbao.estimate;

import java.math.BigDecimal;
import java.util.Locale;
import org.canbao.data.Variable;
import org.canbao.design.Valueless;
import org.canbao.diag.Diagnostic;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;

/**
 * A cutoff of a running variable, and what both must be.
 *
 * @param spec the id of the spec, for messages
 * @param running the running variable
 * @param at the cutoff
 */
record Cutoff(String spec, ColumnRef running, double at) {
    /** Requires numbers; a column that is not in the sample is left to the design, which names them all. */
    void requireNumeric(Sample sample) {
        sample.variable(running.name())
                .filter(variable -> !variable.type().isNumeric())
                .ifPresent(variable -> {
                    throw Valueless.find(running, sample)
                            .orElseGet(() -> notNumeric(variable))
                            .toException();
                });
    }

    private Diagnostic notNumeric(Variable variable) {
        return Diagnostic.error(
                        EstimateCode.BAD_RUNNING,
                        "running variable `" + running + "` is not numeric ("
                                + variable.type().name().toLowerCase(Locale.ROOT) + ")")
                .at(running.place())
                .hint("derive a number, for example days since the cutoff");
    }

    /** Requires finite distances. */
    void requireFinite(double[] distances) {
        for (double distance : distances) {
            if (!(Math.abs(distance) <= Double.MAX_VALUE)) {
                throw Diagnostic.error(
                                EstimateCode.BAD_RUNNING,
                                "running variable `" + running + "` has values that are not finite")
                        .at(running.place())
                        .hint("leave their rows out with `where`")
                        .toException();
            }
        }
    }

    /** Requires rows on both sides, given the least and the greatest distance. */
    void requireBothSides(double least, double greatest) {
        if (least < 0 && greatest >= 0) {
            return;
        }
        throw Diagnostic.error(
                        EstimateCode.ONE_SIDE,
                        "no row of spec `" + spec + "` is " + (least < 0 ? "at or right of" : "left of")
                                + " the cutoff " + text(at))
                .at(running.place())
                .hint("`" + running + "` goes from " + text(least + at) + " to " + text(greatest + at)
                        + " in the rows used")
                .toException();
    }

    /** A number as a person writes it. */
    static String text(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
