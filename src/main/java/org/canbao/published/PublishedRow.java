package org.canbao.published;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;

/**
 * One row of a table of printed numbers.
 *
 * @param table the table it belongs to
 * @param fields its cells by column, as text; empty cells are left out
 * @param place where it stands
 */
public record PublishedRow(String table, Map<String, String> fields, Place place) {
    /** Statistics that are whole numbers or facts, printed as they are and not rounded. */
    private static final Set<String> EXACT = Set.of(
            "n",
            "count",
            "code",
            "year",
            "base",
            "polynomial_order",
            "event_time",
            "threshold",
            "significance_level",
            "bound",
            "lag",
            "window",
            "range_low",
            "range_high",
            "lower_bound",
            "upper_bound",
            "lower_bound_count",
            "lower_bound_percent",
            "upper_bound_percent",
            "min",
            "max");

    public PublishedRow {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The cell of a column; empty if it has none. */
    public String field(String column) {
        return fields.getOrDefault(column, "");
    }

    /** What the number is: {@code coefficient}, {@code percent}, {@code n} …; coefficients need not say so. */
    public String statistic() {
        String said = field("statistic");
        return said.isEmpty() && fields.containsKey("std_error") ? "coefficient" : said;
    }

    /** Whether it is a coefficient with its standard error. */
    public boolean isCoefficient() {
        return statistic().equals("coefficient") && fields.containsKey("value") && fields.containsKey("std_error");
    }

    /** Where it stands in its table, in words. */
    public String where() {
        StringBuilder words = new StringBuilder();
        for (String column : new String[] {"column", "panel", "row"}) {
            if (!field(column).isEmpty()) {
                words.append(words.isEmpty() ? "" : ", ").append(field(column));
            }
        }
        return words.isEmpty() ? "line " + place.line() : words.toString();
    }

    /**
     * The number of a column as printed; empty if the cell is.
     *
     * @throws org.canbao.diag.CanbaoException if it is none
     */
    public Optional<Printed> number(String column) {
        String text = field(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(text.replace(",", ""));
            return Optional.of(isExact(column) ? Printed.exact(value, text) : Printed.rounded(value, text));
        } catch (NumberFormatException e) {
            throw Diagnostic.error(PublishedCode.NOT_A_NUMBER, "`" + text + "` in column `" + column + "` is no number")
                    .at(place)
                    .hint("expected the number as it is printed, for example `0.105` or `1,898`")
                    .toException();
        }
    }

    private boolean isExact(String column) {
        return column.equals("n") || column.equals("count") || (column.equals("value") && EXACT.contains(statistic()));
    }
}
