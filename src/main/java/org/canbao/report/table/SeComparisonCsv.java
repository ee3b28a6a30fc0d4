package org.canbao.report.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.canbao.report.Numbers;
import org.canbao.result.Coefficient;
import org.canbao.result.Inference;
import org.canbao.result.SeComparison;

/**
 * A comparison of standard errors for machines: one record per covariance, conventions and coefficient, numbers in full
 * precision. {@code df} is {@code Inf} for the normal distribution; {@code g} lists the clusters of each way;
 * {@code asked} says whether it is the spec's own; {@code note} why something is missing.
 */
public final class SeComparisonCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setHeader(
                    "vcov",
                    "conventions",
                    "asked",
                    "coefficient",
                    "estimate",
                    "std_error",
                    "statistic",
                    "p_value",
                    "conf_low",
                    "conf_high",
                    "n",
                    "k",
                    "k_exact",
                    "g",
                    "df",
                    "factor",
                    "note")
            .get();

    private SeComparisonCsv() {}

    /** The comparison as CSV. */
    public static String render(SeComparison comparison) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            for (SeComparison.Row row : comparison.rows()) {
                for (Coefficient c : row.coefficients()) {
                    print(printer, row, c);
                }
            }
            for (SeComparison.Missing none : comparison.missing()) {
                printer.printRecord(
                        none.vcov(),
                        none.conventions(),
                        false,
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        none.reason());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder takes everything", e);
        }
        return out.toString();
    }

    private static void print(CSVPrinter printer, SeComparison.Row row, Coefficient c) throws IOException {
        Inference inference = row.inference();
        double df = c.df().orElse(inference.df());
        printer.printRecord(
                inference.vcov(),
                inference.conventions(),
                row.asked(),
                c.name(),
                Numbers.exact(c.estimate()),
                Numbers.exact(c.stdError()),
                Numbers.exact(c.statistic()),
                Numbers.exact(c.pValue()),
                Numbers.exact(c.confLow()),
                Numbers.exact(c.confHigh()),
                inference.n(),
                inference.k(),
                inference.kExact().isPresent() ? inference.kExact().getAsInt() : "",
                inference.clusters().stream()
                        .map(way -> String.valueOf(way.groups()))
                        .collect(Collectors.joining(";")),
                Double.isInfinite(df) ? "Inf" : Numbers.exact(df),
                Numbers.exact(inference.factor()),
                "");
    }
}
