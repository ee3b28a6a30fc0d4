package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.spec.Text;

/**
 * A column of a regression table and the fit that fills it.
 *
 * @param number its number, from 1
 * @param header what stands above it
 * @param fit what fills it
 */
record FitColumn(int number, Text header, Fit fit) {
    /** How estimators name the constant. */
    static final String INTERCEPT = "intercept";

    /** The regression in the fit. */
    Fit.Regression regression() {
        if (fit instanceof Fit.EventStudy study) {
            return study.regression();
        } else if (fit instanceof Fit.RdPolynomial discontinuity) {
            return discontinuity.regression();
        } else if (fit instanceof Fit.Placebo placebo) {
            return placebo.regression();
        }
        return (Fit.Regression) fit;
    }

    /** Whether its rows are event times. */
    Optional<Fit.EventStudy> eventStudy() {
        return fit instanceof Fit.EventStudy study ? Optional.of(study) : Optional.empty();
    }

    /** Whether it estimates a jump. */
    Optional<Fit.RdPolynomial> discontinuity() {
        return fit instanceof Fit.RdPolynomial discontinuity ? Optional.of(discontinuity) : Optional.empty();
    }

    /** Whether it has placebo draws. */
    Optional<Fit.Placebo> placebo() {
        return fit instanceof Fit.Placebo placebo ? Optional.of(placebo) : Optional.empty();
    }

    /** Its terms in order, those left out at the end; event times and the terms of a polynomial are none of them. */
    List<String> terms() {
        List<String> terms = new ArrayList<>();
        regression().coefficients().stream().map(Coefficient::name).forEach(terms::add);
        regression().dropped().stream().map(Fit.Dropped::name).forEach(terms::add);
        terms.removeIf(this::isEventTime);
        discontinuity().ifPresent(found -> terms.removeAll(found.polynomial()));
        return terms;
    }

    /** Whether a term is in it, estimated or left out. */
    boolean has(String term) {
        return regression().coefficient(term).isPresent()
                || regression().dropped().stream().anyMatch(d -> d.name().equals(term));
    }

    /** What it says of a term. */
    Cell cell(String term, int digits) {
        Optional<Coefficient> found = regression().coefficient(term);
        if (found.isPresent()) {
            Coefficient c = found.get();
            return new Cell.Estimate(c.estimate(), c.stdError(), c.pValue(), digits);
        }
        return has(term) ? new Cell.Omitted() : Cell.BLANK;
    }

    /** Its event times, ascending; none if it is no event study. */
    TreeMap<EventTime, Cell> eventTimes(int digits) {
        TreeMap<EventTime, Cell> cells = new TreeMap<>();
        eventStudy().ifPresent(study -> {
            for (Fit.AtTime t : study.by()) {
                cells.put(
                        EventTime.of(study, t.at()), new Cell.Estimate(t.estimate(), t.stdError(), t.pValue(), digits));
            }
            for (Fit.Dropped dropped : study.regression().dropped()) {
                EventTime.named(dropped.name())
                        .ifPresent(time -> cells.put(EventTime.of(study, time.at()), new Cell.Omitted()));
            }
            study.reference().forEach(at -> cells.put(EventTime.of(study, at), new Cell.Reference()));
        });
        return cells;
    }

    /** Whether a term is one of the event times of an event study. */
    boolean isEventTime(String term) {
        return eventStudy().isPresent() && EventTime.named(term).isPresent();
    }
}
