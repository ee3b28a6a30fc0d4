package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.canbao.result.ByEventTime;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.WithCutoff;
import org.canbao.spec.Text;

/**
 * A column of a regression table and the fit that fills it.
 *
 * @param number its number, from 1
 * @param header what stands above it
 * @param fit what fills it
 * @param further controls that are no terms of what fills it
 * @param note what its estimates are, if they are no coefficients
 */
record FitColumn(int number, Text header, Fit fit, List<String> further, Optional<Text> note) {
    /** How estimators name the constant. */
    static final String INTERCEPT = "intercept";

    FitColumn {
        further = List.copyOf(further);
    }

    /** One that shows the coefficients of a fit. */
    FitColumn(int number, Text header, Fit fit) {
        this(number, header, fit, List.of(), Optional.empty());
    }

    /** The fit with what its kind says beyond all others. */
    FitPrinters.Printed<?> printed() {
        return FitPrinters.of(fit);
    }

    /** Its rows by event time, if it has them. */
    Optional<ByEventTime> eventStudy() {
        return fit instanceof ByEventTime study && !study.by().isEmpty() ? Optional.of(study) : Optional.empty();
    }

    /** Its cutoff, if it estimates a jump. */
    Optional<WithCutoff> discontinuity() {
        return fit instanceof WithCutoff discontinuity ? Optional.of(discontinuity) : Optional.empty();
    }

    /** Its terms in order, those left out at the end; event times and what its kind does not list are none of them. */
    List<String> terms() {
        List<String> terms = new ArrayList<>();
        fit.coefficients().stream().map(Coefficient::name).forEach(terms::add);
        fit.dropped().stream().map(Fit.Dropped::name).forEach(terms::add);
        terms.removeIf(this::isEventTime);
        terms.removeAll(unlisted(printed()));
        return terms;
    }

    /** Its controls that have no coefficients here. */
    List<String> covariates() {
        List<String> covariates = new ArrayList<>(covariates(printed()));
        covariates.addAll(further);
        return covariates;
    }

    private static <F extends Fit> List<String> covariates(FitPrinters.Printed<F> printed) {
        return printed.printer().covariates(printed.fit());
    }

    /** The average effect that some estimators by event time have beside these. */
    List<String> effects() {
        return terms().stream().filter(AttLabels::isEffect).toList();
    }

    private static <F extends Fit> List<String> unlisted(FitPrinters.Printed<F> printed) {
        return printed.printer().unlisted(printed.fit());
    }

    /** Whether a term is in it, estimated or left out. */
    boolean has(String term) {
        return fit.coefficient(term).isPresent()
                || fit.dropped().stream().anyMatch(d -> d.name().equals(term));
    }

    /** What it says of a term. */
    Cell cell(String term, int digits) {
        Optional<Cell> own = own(printed(), term, digits);
        if (own.isPresent()) {
            return own.get();
        }
        Optional<Coefficient> found = fit.coefficient(term);
        if (found.isPresent()) {
            Coefficient c = found.get();
            return new Cell.Estimate(c.estimate(), c.stdError(), c.pValue(), digits);
        }
        return has(term) ? new Cell.Omitted() : Cell.BLANK;
    }

    private static <F extends Fit> Optional<Cell> own(FitPrinters.Printed<F> printed, String term, int digits) {
        return printed.printer().cell(printed.fit(), term, digits);
    }

    /** Its event times, ascending; none if it is no event study. */
    TreeMap<EventTime, Cell> eventTimes(int digits) {
        TreeMap<EventTime, Cell> cells = new TreeMap<>();
        eventStudy().ifPresent(study -> {
            for (Fit.AtTime t : study.by()) {
                cells.put(
                        EventTime.of(study, t.at()), new Cell.Estimate(t.estimate(), t.stdError(), t.pValue(), digits));
            }
            for (Fit.Dropped dropped : fit.dropped()) {
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
