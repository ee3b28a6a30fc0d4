package org.canbao.compare;

import java.util.Optional;
import org.canbao.published.Interval;
import org.canbao.published.Printed;
import org.canbao.published.PublishedRow;
import org.canbao.report.table.Stars;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/**
 * A printed number beside its replication.
 *
 * @param row the printed number
 * @param replicated what stands for it
 */
public record ComparedCell(PublishedRow row, Replicated replicated) {
    private static final Text NO_NUMBER = new Text("the result is not a number", "结果不是数值");
    private static final double NEAR_ERRORS = 0.1;
    private static final double NEAR_RELATIVE = 0.01;
    private static final double ROUGH_ERRORS = 1;
    private static final double ROUGH_RELATIVE = 0.1;

    /** The printed number. */
    public Printed printed() {
        return row.number("value").orElseThrow();
    }

    /** Its standard error, if one is printed. */
    public Optional<Printed> printedError() {
        return row.isCoefficient() ? row.number("std_error") : Optional.empty();
    }

    /** The replicated number, if there is one. */
    public Optional<Replicated.Value> value() {
        return replicated instanceof Replicated.Value value && Double.isFinite(value.value())
                ? Optional.of(value)
                : Optional.empty();
    }

    /** Replicated less printed; NaN if there is nothing. */
    public double difference() {
        return value().map(v -> v.value() - printed().value().doubleValue()).orElse(Double.NaN);
    }

    /** The difference in printed standard errors; NaN if none is printed, or if it is printed as zero. */
    public double inErrors() {
        double error = printedError().map(e -> e.value().doubleValue()).orElse(0.0);
        return error > 0 ? difference() / error : Double.NaN;
    }

    /** Whether both have the same sign; a number that is printed as zero has any. */
    public boolean sameSign() {
        int sign = printed().value().signum();
        return value().map(v -> sign == 0 || sign == (int) Math.signum(v.value()))
                .orElse(false);
    }

    /** Whether both have the same stars; true where no stars are printed because there is no test. */
    public boolean sameStars() {
        return printedError().isEmpty()
                || value().map(v -> stars(v).equals(row.field("stars"))).orElse(false);
    }

    /** Whether the number rounds to what is printed. */
    public boolean insideRounding() {
        return value().map(v -> printed().interval().meets(Interval.of(v.value())))
                .orElse(false);
    }

    /** Whether the standard error rounds to what is printed; true if none is printed. */
    public boolean errorInsideRounding() {
        return printedError()
                .map(error -> value().filter(v -> Double.isFinite(v.stdError()))
                        .map(v -> error.interval().meets(Interval.of(v.stdError())))
                        .orElse(false))
                .orElse(true);
    }

    /** How the two match. */
    public Match match() {
        if (value().isEmpty()) {
            return Match.MISSING;
        }
        if (insideRounding() && errorInsideRounding() && sameStars()) {
            return Match.EXACT;
        }
        boolean inside = insideRounding();
        if (sameSign() && sameStars() && (inside || isWithin(NEAR_ERRORS, NEAR_RELATIVE))) {
            return Match.NEAR;
        }
        return sameSign() && (inside || isWithin(ROUGH_ERRORS, ROUGH_RELATIVE)) ? Match.ROUGH : Match.DIFFERENT;
    }

    /** Why there is no replication; empty if there is one. */
    public String reason(Lang lang) {
        if (replicated instanceof Replicated.Missing missing) {
            return missing.reason().in(lang);
        }
        return value().isPresent() ? "" : NO_NUMBER.in(lang);
    }

    private boolean isWithin(double errors, double relative) {
        double size = Math.abs(printed().value().doubleValue());
        boolean near = Math.abs(difference()) <= relative * size;
        return near || (!Double.isNaN(inErrors()) && Math.abs(inErrors()) <= errors);
    }

    /** The stars of a replicated number. */
    static String stars(Replicated.Value value) {
        return Double.isNaN(value.pValue()) ? "" : Stars.of(value.pValue());
    }
}
