package org.canbao.report.table;

import java.util.List;
import org.canbao.privacy.Protection;
import org.canbao.report.CompensatedSum;
import org.canbao.report.rows.SampleRow;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Listing.Total;

/** What the rows of a listing come to. */
final class Totals {
    private Totals() {}

    /**
     * The total of a column; blank if no row has a value, hidden if a value is.
     *
     * @param whole whether its values are counts, whose sum, least and greatest are counts too
     */
    static Cell cell(Total total, List<SampleRow> rows, ColumnRef column, boolean whole, int digits) {
        if (rows.stream().anyMatch(row -> row.sign(column).isPresent())) {
            return new Cell.Hidden(Protection.COMPLEMENT);
        }
        double[] values = rows.stream()
                .mapToDouble(row -> row.number(column))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        if (values.length == 0) {
            return Cell.BLANK;
        }
        if (total == Total.N) {
            return Cell.Count.ofOther(values.length);
        }
        double value = of(total, values);
        return whole && total != Total.MEAN
                ? Cell.Count.ofOther(Math.round(value))
                : new Cell.Number(value, digits, true);
    }

    private static double of(Total total, double[] values) {
        CompensatedSum sum = new CompensatedSum();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            sum.add(value);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return switch (total) {
            case N -> values.length;
            case SUM -> sum.value();
            case MEAN -> sum.value() / values.length;
            case MIN -> least;
            case MAX -> most;
        };
    }
}
