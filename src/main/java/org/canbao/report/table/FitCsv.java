package org.canbao.report.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;
import org.canbao.result.ByEventTime;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.spec.Text;

/**
 * One fit for machines, one record per estimate, numbers in full precision, names as in the formula.
 *
 * <p>{@code part} is {@code coefficient}; {@code omitted} for regressors left out ({@code note} says why);
 * {@code event_time} ({@code name} is the event time, {@code note} {@code reference} or whether it is binned);
 * {@code at_cutoff} ({@code name} is {@code untreated} or {@code treated}, {@code estimate} the outcome of that side at
 * the cutoff, {@code rows} its rows); {@code post_average} (the average of the event times from 0 on); {@code pretrend_test} ({@code statistic} is F, {@code note} its degrees of freedom); {@code placebo} (the actual
 * estimate, {@code p_value} the exact one); {@code bacon_type} and {@code bacon_comparison}, {@code twfe_weight} ({@code note}
 * has the weight); {@code smoothness}, {@code magnitudes} and their {@code _identified} and {@code _breakdown} ({@code name} is
 * the bound); {@code placebo_draw} ({@code name} is its number from 1); {@code att_gt}
 * ({@code name} is cohort and period, {@code rows} the treated and controls of the period, {@code note} the base period, or
 * why there is no estimate); {@code att_dynamic}, {@code att_group}, {@code att_calendar} ({@code name} is the event time,
 * cohort or period, {@code rows} the treated, {@code note} the critical value of the interval); {@code cohort} ({@code
 * estimate} is the rows or units used, {@code rows} those in the sample, {@code note} its role and why). What a part does not
 * have is empty; {@code wild_bootstrap} has its statistic, p-value and interval; {@code df} is {@code Inf} for the normal
 * distribution.
 */
public final class FitCsv {
    private FitCsv() {}

    /** The fit as CSV. */
    public static String render(Fit fit) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, FitRecords.FORMAT)) {
            print(fit, FitPrinters.of(fit), new FitRecords(printer));
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder takes everything", e);
        }
        return out.toString();
    }

    private static <F extends Fit> void print(Fit fit, FitPrinters.Printed<F> printed, FitRecords out)
            throws IOException {
        FitColumn column = new FitColumn(1, Text.of(""), fit);
        if (column.eventStudy().isPresent()) {
            print(column.eventStudy().get(), fit.inference().df(), out);
        }
        List<String> hidden = printed.printer().hidden(printed.fit());
        for (Coefficient c : fit.coefficients()) {
            if (!column.isEventTime(c.name()) && !hidden.contains(c.name())) {
                out.estimate("coefficient", c, fit.inference().df(), "", "");
            }
        }
        for (Fit.Dropped dropped : fit.dropped()) {
            String reason = dropped.reason().name().toLowerCase(Locale.ROOT);
            String with = dropped.with().isEmpty() ? "" : ": " + String.join(", ", dropped.with());
            out.note("omitted", dropped.name(), reason + with);
        }
        if (fit.wildBootstrap().isPresent()) {
            out.bootstrap(fit.wildBootstrap().get());
        }
        printed.printer().records(printed.fit(), out);
    }

    private static void print(ByEventTime study, double df, FitRecords out) throws IOException {
        for (Fit.AtTime t : study.by()) {
            EventTime time = EventTime.of(study, t.at());
            Coefficient c = new Coefficient(
                    String.valueOf(t.at()),
                    t.estimate(),
                    t.stdError(),
                    t.statistic(),
                    t.pValue(),
                    t.confLow(),
                    t.confHigh());
            out.estimate("event_time", c, df, String.valueOf(t.rows()), time.open() == 0 ? "" : "binned");
        }
        for (int at : study.reference()) {
            out.reference("event_time", at);
        }
        if (study.average().isPresent()) {
            out.estimate("post_average", study.average().get(), df, "", "event times from 0 on");
        }
        if (study.pretrend().isPresent()) {
            out.wald("pretrend_test", study.pretrend().get());
        }
    }
}
