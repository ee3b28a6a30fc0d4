package org.canbao.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.canbao.audit.rule.Series;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.published.Interval;
import org.canbao.published.Printed;
import org.canbao.published.PublishedRow;
import org.canbao.published.PublishedStudy;
import org.canbao.spec.audit.SeriesSpec;
import org.canbao.spec.audit.SeriesSpec.Take;

/** Finds the printed numbers of a series. */
final class Selection {
    private static final List<String> TELLING = List.of("column", "panel", "row");

    private final Function<Optional<String>, PublishedStudy> studies;

    /** A selection from the own study, or from another by its name. */
    Selection(Function<Optional<String>, PublishedStudy> studies) {
        this.studies = studies;
    }

    /**
     * The series.
     *
     * @throws org.canbao.diag.CanbaoException if no row is meant, if a row has no number, or if two cannot be told apart
     */
    Series series(SeriesSpec spec) {
        List<PublishedRow> all = studies.apply(spec.study()).rows();
        List<PublishedRow> rows = all;
        for (Map.Entry<String, List<String>> condition : spec.where().entrySet()) {
            List<PublishedRow> left = rows.stream()
                    .filter(row -> condition.getValue().contains(field(row, condition.getKey())))
                    .toList();
            if (left.isEmpty()) {
                throw nothing(spec, condition, rows);
            }
            rows = left;
        }
        return new Series(spec, rows, numbers(spec, rows));
    }

    private static Map<String, Printed> numbers(SeriesSpec spec, List<PublishedRow> rows) {
        if (spec.take().equals(Optional.of(Take.COUNT))) {
            return Map.of("", count(spec, rows));
        }
        List<String> by = spec.by().isEmpty() ? differing(rows) : spec.by();
        Map<String, Printed> numbers = new LinkedHashMap<>();
        for (PublishedRow row : rows) {
            Optional<Printed> number = row.number(spec.value());
            if (number.isEmpty()) {
                continue;
            }
            String label = by.stream().map(column -> field(row, column)).collect(Collectors.joining(" "));
            if (numbers.put(label, spec.exact() ? number.get().asExact() : number.get()) != null) {
                throw same(spec, label, row);
            }
        }
        if (numbers.isEmpty()) {
            // A selection of rows that are not numbers is fine for rules that compare members.
            return numbers;
        }
        if (spec.weight().isPresent()) {
            return Map.of("", weighted(spec, rows));
        }
        return spec.take().isPresent() ? Map.of("", taken(spec.take().get(), numbers.values())) : numbers;
    }

    private static Printed count(SeriesSpec spec, List<PublishedRow> rows) {
        Set<String> distinct = new LinkedHashSet<>();
        spec.distinct().ifPresent(column -> rows.forEach(row -> distinct.add(row.field(column))));
        int count = spec.distinct().isPresent() ? distinct.size() : rows.size();
        return Printed.exact(BigDecimal.valueOf(count), String.valueOf(count));
    }

    private static Printed taken(Take take, Collection<Printed> numbers) {
        List<Printed> all = new ArrayList<>(numbers);
        Printed first = all.get(0);
        return switch (take) {
            case LEAST -> all.stream().reduce(first, (a, b) -> b.value().compareTo(a.value()) < 0 ? b : a);
            case GREATEST -> all.stream().reduce(first, (a, b) -> b.value().compareTo(a.value()) > 0 ? b : a);
            case SUM -> combined(all, BigDecimal.ONE);
            case MEAN -> combined(all, BigDecimal.valueOf(all.size()));
            case COUNT -> throw new IllegalStateException("counted above");
        };
    }

    /** A sum divided by a number, with what the rounding of all its terms allows. */
    private static Printed combined(List<Printed> all, BigDecimal divisor) {
        BigDecimal sum = all.stream().map(Printed::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        Interval range = all.stream().map(Printed::interval).reduce(Interval.of(0), Interval::plus);
        return quotient(sum, range, divisor);
    }

    private static Printed quotient(BigDecimal sum, Interval range, BigDecimal divisor) {
        BigDecimal value = sum.divide(divisor, MathContext.DECIMAL32).stripTrailingZeros();
        return new Printed(value, value.toPlainString(), range.over(Interval.of(divisor)));
    }

    /** A mean weighted by printed counts. */
    private static Printed weighted(SeriesSpec spec, List<PublishedRow> rows) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        Interval range = Interval.of(0);
        for (PublishedRow row : rows) {
            Optional<Printed> number = row.number(spec.value());
            Optional<Printed> weight = row.number(spec.weight().orElseThrow());
            if (number.isPresent() && weight.isPresent()) {
                sum = sum.add(number.get().value().multiply(weight.get().value()));
                range = range.plus(number.get().interval().times(weight.get().interval()));
                weights = weights.add(weight.get().value());
            }
        }
        if (weights.signum() == 0) {
            throw Diagnostic.error(AuditCode.NO_NUMBER, "series `" + spec.name() + "`: all weights are zero or missing")
                    .at(spec.place())
                    .toException();
        }
        return quotient(sum, range, weights);
    }

    private static String field(PublishedRow row, String column) {
        return column.equals("table") ? row.table() : row.field(column);
    }

    private static List<String> differing(List<PublishedRow> rows) {
        return TELLING.stream()
                .filter(column ->
                        rows.stream().map(r -> r.field(column)).distinct().count() > 1)
                .toList();
    }

    private static RuntimeException nothing(
            SeriesSpec spec, Map.Entry<String, List<String>> condition, List<PublishedRow> rows) {
        String column = condition.getKey();
        List<String> there = rows.stream().map(r -> field(r, column)).distinct().toList();
        String wanted = String.join("`, `", condition.getValue());
        return Diagnostic.error(
                        AuditCode.SELECTS_NOTHING,
                        "series `" + spec.name() + "`: no row has `" + wanted + "` in `" + column + "`")
                .at(spec.place())
                .nearest(Nearest.to(condition.getValue().get(0), there))
                .hint("there are: " + there.stream().limit(12).collect(Collectors.joining(", ")))
                .toException();
    }

    private static RuntimeException same(SeriesSpec spec, String label, PublishedRow row) {
        return Diagnostic.error(
                        AuditCode.SEVERAL,
                        "series `" + spec.name() + "` has two numbers" + (label.isEmpty() ? "" : " at `" + label + "`"))
                .at(spec.place())
                .hint("the second is that of " + row.place())
                .hint("select fewer rows, or say with `by` which columns tell them apart")
                .toException();
    }
}
