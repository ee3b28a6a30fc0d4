package org.canbao.report.figure;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.canbao.report.Numbers;
import org.canbao.result.Coefficient;
import org.canbao.result.SpecificationCurve;
import org.canbao.result.SpecificationCurve.Point;
import org.canbao.result.SpecificationCurve.Specification;

/**
 * A specification curve as CSV in UTF-8, one row per specification: its place in the figure, the option of each point, the
 * estimate with all digits that a double holds, and, where there is none, why.
 */
public final class CurveCsv {
    private CurveCsv() {}

    /** The file: estimates in ascending order, then what could not be estimated. */
    public static byte[] of(SpecificationCurve curve) {
        List<String> header = new ArrayList<>(List.of("rank"));
        curve.points().stream().map(Point::id).forEach(header::add);
        header.addAll(List.of("estimate", "std_error", "p_value", "conf_low", "conf_high", "n", "problem"));
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator("\n")
                .setHeader(header.toArray(String[]::new))
                .get();
        StringWriter out = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(out, format)) {
            int rank = 1;
            for (Specification specification : curve.sorted()) {
                csv.printRecord(record(specification, String.valueOf(rank++)));
            }
            for (Specification specification : curve.failed()) {
                csv.printRecord(record(specification, String.valueOf(rank++)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> record(Specification specification, String rank) {
        List<String> cells = new ArrayList<>(List.of(rank));
        cells.addAll(specification.options());
        if (specification.estimate().isPresent()) {
            Coefficient e = specification.estimate().get();
            for (double value : new double[] {e.estimate(), e.stdError(), e.pValue(), e.confLow(), e.confHigh()}) {
                cells.add(Numbers.exact(value));
            }
            cells.add(String.valueOf(specification.n()));
        } else {
            cells.addAll(List.of("", "", "", "", "", ""));
        }
        cells.add(specification.problem());
        return cells;
    }
}
