package org.canbao.report.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.canbao.report.Numbers;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.spec.Text;

/**
 * One fit for machines, one record per estimate, numbers in full precision, names as in the formula.
 *
 * <p>{@code part} is {@code coefficient}; {@code omitted} for regressors left out ({@code note} says why);
 * {@code event_time} ({@code name} is the event time, {@code note} {@code reference} or whether it is binned);
 * {@code at_cutoff} ({@code name} is {@code untreated} or {@code treated}, {@code estimate} the outcome of that side at
 * the cutoff, {@code rows} its rows); {@code pretrend_test} ({@code statistic} is F, {@code note} its degrees of freedom); {@code placebo} (the actual
 * estimate, {@code p_value} the exact one); {@code placebo_draw} ({@code name} is its number from 1). What a part does
 * not have is empty.
 */
public final class FitCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setHeader(
                    "part",
                    "name",
                    "estimate",
                    "std_error",
                    "statistic",
                    "p_value",
                    "conf_low",
                    "conf_high",
                    "rows",
                    "note")
            .get();

    private final CSVPrinter printer;

    private FitCsv(CSVPrinter printer) {
        this.printer = printer;
    }

    /** The fit as CSV. */
    public static String render(Fit fit) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            new FitCsv(printer).print(new FitColumn(1, Text.of(""), fit));
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder takes everything", e);
        }
        return out.toString();
    }

    private void print(FitColumn fit) throws IOException {
        if (fit.eventStudy().isPresent()) {
            print(fit.eventStudy().get());
        }
        for (Coefficient c : fit.regression().coefficients()) {
            if (!fit.isEventTime(c.name())) {
                estimate("coefficient", c, "", "");
            }
        }
        if (fit.discontinuity().isPresent()) {
            print("untreated", fit.discontinuity().get().untreated());
            print("treated", fit.discontinuity().get().treated());
        }
        for (Fit.Dropped dropped : fit.regression().dropped()) {
            String reason = dropped.reason().name().toLowerCase(Locale.ROOT);
            String with = dropped.with().isEmpty() ? "" : ": " + String.join(", ", dropped.with());
            printer.printRecord("omitted", dropped.name(), "", "", "", "", "", "", "", reason + with);
        }
        if (fit.placebo().isPresent()) {
            print(fit.placebo().get());
        }
    }

    private void print(String side, Fit.AtCutoff at) throws IOException {
        printer.printRecord("at_cutoff", side, exact(at.mean()), "", "", "", "", "", at.rows(), "");
    }

    private void print(Fit.EventStudy study) throws IOException {
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
            estimate("event_time", c, String.valueOf(t.rows()), time.open() == 0 ? "" : "binned");
        }
        for (int at : study.reference()) {
            printer.printRecord("event_time", at, "0", "", "", "", "", "", "", "reference");
        }
        if (study.pretrend().isPresent()) {
            Fit.WaldTest test = study.pretrend().get();
            String degrees = "F(" + test.df1() + ", " + Numbers.exact(test.df2()) + ")";
            printer.printRecord(
                    "pretrend_test", "", "", "", exact(test.statistic()), exact(test.pValue()), "", "", "", degrees);
        }
    }

    private void print(Fit.Placebo placebo) throws IOException {
        int estimated = placebo.draws().size() - placebo.missing();
        printer.printRecord(
                "placebo",
                placebo.treatment(),
                exact(placebo.actual().estimate()),
                "",
                "",
                exact(placebo.pValue()),
                "",
                "",
                "",
                placebo.extreme() + " of " + estimated + " draws at least as large");
        List<Fit.Draw> draws = placebo.draws();
        for (int i = 0; i < draws.size(); i++) {
            Fit.Draw d = draws.get(i);
            printer.printRecord(
                    "placebo_draw",
                    i + 1,
                    exact(d.estimate()),
                    exact(d.stdError()),
                    exact(d.statistic()),
                    exact(d.pValue()),
                    "",
                    "",
                    "",
                    "");
        }
    }

    private void estimate(String part, Coefficient c, String rows, String note) throws IOException {
        printer.printRecord(
                part,
                c.name(),
                exact(c.estimate()),
                exact(c.stdError()),
                exact(c.statistic()),
                exact(c.pValue()),
                exact(c.confLow()),
                exact(c.confHigh()),
                rows,
                note);
    }

    private static String exact(double value) {
        return Numbers.exact(value);
    }
}
