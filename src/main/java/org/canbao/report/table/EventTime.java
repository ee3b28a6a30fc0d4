package org.canbao.report.table;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.canbao.result.ByEventTime;
import org.canbao.result.Fit;
import org.canbao.spec.Text;

/**
 * A row of an event study.
 *
 * @param at the event time
 * @param open -1 if it stands for all earlier ones too, 1 if for all later ones, otherwise 0
 */
record EventTime(int at, int open) implements Comparable<EventTime> {
    private static final String PREFIX = "event_time:";
    private static final Pattern TERM = Pattern.compile("event::(-?\\d{1,9})");

    /** The event time that a term of an event study's regression is, which estimators name {@code event::-3}. */
    static Optional<EventTime> named(String term) {
        Matcher matcher = TERM.matcher(term);
        return matcher.matches() ? Optional.of(new EventTime(Integer.parseInt(matcher.group(1)), 0)) : Optional.empty();
    }

    /** The row of an event time of a fit. */
    static EventTime of(ByEventTime fit, int at) {
        int first = at;
        int last = at;
        for (int known : fit.reference()) {
            first = Math.min(first, known);
            last = Math.max(last, known);
        }
        for (Fit.AtTime known : fit.by()) {
            first = Math.min(first, known.at());
            last = Math.max(last, known.at());
        }
        return new EventTime(
                at,
                at == first && fit.binned().first()
                        ? -1
                        : at == last && fit.binned().last() ? 1 : 0);
    }

    /** For machines: {@code event_time:-1}, {@code event_time:<=-4}. */
    String key() {
        return PREFIX + (open < 0 ? "<=" : open > 0 ? ">=" : "") + at;
    }

    /** For readers: {@code −1}, {@code ≤ −4}. */
    Text label() {
        return Text.of((open < 0 ? "≤ " : open > 0 ? "≥ " : "") + (at < 0 ? "−" + -(long) at : String.valueOf(at)));
    }

    @Override
    public int compareTo(EventTime other) {
        return Comparator.comparingInt(EventTime::at)
                .thenComparingInt(EventTime::open)
                .compare(this, other);
    }
}
