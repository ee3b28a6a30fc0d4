package org.canbao.audit.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.canbao.published.Interval;
import org.canbao.published.Printed;
import org.canbao.published.PublishedRow;
import org.canbao.spec.Text;
import org.canbao.spec.audit.RuleSpec;

/**
 * A standard deviation against its bound: with mean m between minimum a and maximum b, the variance of n numbers is at most
 * (b - m)(m - a) n/(n - 1) (Bhatia and Davis, 2000). Needs {@code mean}, {@code sd}, {@code min} and {@code max} of a
 * variable.
 */
final class SpreadRule implements Rule<RuleSpec.Spread> {
    @Override
    public Outcome check(RuleSpec.Spread spec, Cells cells) {
        Map<String, Map<String, PublishedRow>> variables = new LinkedHashMap<>();
        cells.of(spec.of()).stream()
                .flatMap(s -> s.rows().stream())
                .forEach(row -> variables
                        .computeIfAbsent(key(row), key -> new LinkedHashMap<>())
                        .put(row.statistic(), row));
        List<Item> items = new ArrayList<>();
        variables.values().stream()
                .filter(v -> v.keySet().containsAll(List.of("mean", "sd", "min", "max")))
                .forEach(v -> items.add(item(v)));
        long over = items.stream().filter(i -> i.verdict() == Verdict.DISAGREES).count();
        Text counted = Wording.SPREADS.text(items.size(), over);
        List<Text> notable = items.stream()
                .filter(i -> i.verdict() != Verdict.AGREES)
                .map(Item::text)
                .toList();
        return Outcome.of(notable.isEmpty() ? counted : Wording.LISTED.text(counted, Wording.list(notable)), items);
    }

    private static String key(PublishedRow row) {
        return row.table() + "|" + row.field("panel") + "|" + row.field("row");
    }

    private static Item item(Map<String, PublishedRow> variable) {
        PublishedRow row = row(variable, "sd");
        Printed sd = number(variable, "sd");
        Interval mean = number(variable, "mean").interval();
        Interval low = number(variable, "min").asExact().interval();
        Interval high = number(variable, "max").asExact().interval();
        String where = row.field("row").isEmpty() ? row.where() : row.field("row");
        if (mean.isBelow(low) || high.isBelow(mean)) {
            return new Item(
                    where,
                    Verdict.DISAGREES,
                    Wording.MEAN_OUTSIDE.text(
                            number(variable, "mean").text(),
                            number(variable, "min").text(),
                            number(variable, "max").text()));
        }
        double n = row.number("n").map(p -> p.value().doubleValue()).orElse(Double.POSITIVE_INFINITY);
        double correction = Double.isInfinite(n) || n < 2 ? 1 : n / (n - 1);
        Interval bound = high.minus(mean)
                .times(mean.minus(low))
                .times(Interval.of(correction))
                .root();
        boolean over = bound.isBelow(sd.interval());
        return new Item(
                where,
                over ? Verdict.DISAGREES : Verdict.AGREES,
                (over ? Wording.SD_ABOVE : Wording.SD_WITHIN).text(sd.text(), Digits.of(bound.high())));
    }

    private static Printed number(Map<String, PublishedRow> variable, String statistic) {
        return row(variable, statistic).number("value").orElseThrow();
    }

    private static PublishedRow row(Map<String, PublishedRow> variable, String statistic) {
        return Objects.requireNonNull(variable.get(statistic), statistic);
    }
}
