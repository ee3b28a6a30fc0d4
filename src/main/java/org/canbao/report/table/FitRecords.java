package org.canbao.report.table;

import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.canbao.report.Numbers;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.WildBootstrap;

/** The records of one fit for machines, in full precision; what a record does not have is empty. */
final class FitRecords {
    /** Their columns. */
    static final CSVFormat FORMAT = CSVFormat.RFC4180
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
                    "df",
                    "rows",
                    "note")
            .get();

    private final CSVPrinter printer;

    FitRecords(CSVPrinter printer) {
        this.printer = printer;
    }

    /** An estimate with its interval, by degrees of freedom that are infinite for the normal distribution. */
    void estimate(String part, Coefficient c, double df, String rows, String note) throws IOException {
        printer.printRecord(
                part,
                c.name(),
                exact(c.estimate()),
                exact(c.stdError()),
                exact(c.statistic()),
                exact(c.pValue()),
                exact(c.confLow()),
                exact(c.confHigh()),
                degrees(c.df().orElse(df)),
                rows,
                note);
    }

    /** An estimate without an interval. */
    void estimate(String part, String name, double estimate, double stdError, double statistic, double pValue)
            throws IOException {
        printer.printRecord(
                part, name, exact(estimate), exact(stdError), exact(statistic), exact(pValue), "", "", "", "", "");
    }

    /** A number without inference, and the rows it stands for. */
    void value(String part, String name, double value, long rows, String note) throws IOException {
        printer.printRecord(part, name, exact(value), "", "", "", "", "", "", rows, note);
    }

    /** An estimate and its weight, which stands among the notes. */
    void weighted(String part, String name, double estimate, double weight) throws IOException {
        printer.printRecord(part, name, exact(estimate), "", "", "", "", "", "", "", "weight " + exact(weight));
    }

    /** An estimate with a p-value of its own. */
    void test(String part, String name, double estimate, double pValue, String note) throws IOException {
        printer.printRecord(part, name, exact(estimate), "", "", exact(pValue), "", "", "", "", note);
    }

    /** A joint test. */
    void wald(String part, Fit.WaldTest test) throws IOException {
        printer.printRecord(
                part,
                "",
                "",
                "",
                exact(test.statistic()),
                exact(test.pValue()),
                "",
                "",
                degrees(test.df2()),
                "",
                "F(" + test.df1() + ", " + degrees(test.df2()) + ")");
    }

    /** A reference, zero by definition. */
    void reference(String part, int at) throws IOException {
        printer.printRecord(part, at, "0", "", "", "", "", "", "", "", "reference");
    }

    /** A name with a remark. */
    void note(String part, String name, String note) throws IOException {
        printer.printRecord(part, name, "", "", "", "", "", "", "", "", note);
    }

    /** A wild cluster bootstrap test; its statistic is the distance from the null hypothesis. */
    void bootstrap(WildBootstrap test) throws IOException {
        printer.printRecord(
                "wild_bootstrap",
                test.coefficient(),
                "",
                "",
                exact(test.statistic()),
                exact(test.pValue()),
                bound(test.confLow()),
                bound(test.confHigh()),
                "",
                "",
                "null " + exact(test.hypothesis()) + ", " + test.draws() + (test.enumerated() ? " enumerated " : " ")
                        + test.weights() + " draws, " + test.type());
    }

    /** An interval that belongs to no standard error. */
    void interval(String part, String name, double low, double high) throws IOException {
        printer.printRecord(part, name, "", "", "", "", bound(low), bound(high), "", "", "");
    }

    /** A p-value alone. */
    void pValue(String part, String name, double pValue, String note) throws IOException {
        printer.printRecord(part, name, "", "", "", exact(pValue), "", "", "", "", note);
    }

    private static String degrees(double df) {
        return Double.isInfinite(df) ? "Inf" : exact(df);
    }

    private static String bound(double end) {
        return Double.isInfinite(end) ? (end < 0 ? "-Inf" : "Inf") : exact(end);
    }

    private static String exact(double value) {
        return Numbers.exact(value);
    }
}
