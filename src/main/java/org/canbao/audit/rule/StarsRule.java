package org.canbao.audit.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.canbao.published.Printed;
import org.canbao.published.PublishedRow;
import org.canbao.spec.audit.RuleSpec;

/**
 * Stars against coefficient and standard error: they disagree if no values that round to the printed ones give them.
 */
final class StarsRule implements Rule<RuleSpec.Stars> {
    private enum Kind {
        DETERMINED,
        AS_PRINTED,
        INSIDE_ROUNDING,
        CONTRADICTED
    }

    private record Judged(PublishedRow row, Kind kind, String arithmetic) {}

    @Override
    public Outcome check(RuleSpec.Stars spec, Cells cells) {
        List<Judged> judged = cells.of(spec.of()).stream()
                .flatMap(series -> series.rows().stream())
                .filter(PublishedRow::isCoefficient)
                .map(row -> judge(row, cells.stars()))
                .toList();
        return new Outcome(summary(judged), judged.stream().map(StarsRule::item).toList());
    }

    private static Item item(Judged judged) {
        Verdict verdict = judged.kind == Kind.CONTRADICTED ? Verdict.DISAGREES : Verdict.AGREES;
        return new Item(judged.row.table() + " " + judged.row.where(), verdict, judged.arithmetic);
    }

    private static Judged judge(PublishedRow row, Map<String, Double> levels) {
        Printed coefficient = row.number("value").orElseThrow();
        Printed error = row.number("std_error").orElseThrow();
        OptionalLong n =
                row.number("n").map(p -> OptionalLong.of(p.value().longValue())).orElse(OptionalLong.empty());
        TRange t = TRange.of(coefficient, error, n);
        String printed = row.field("stars");
        List<String> possible = t.possible(levels);
        String text = coefficient.text() + printed + " (" + error.text() + "): " + t.text() + ", which is "
                + possible.stream().map(StarsRule::shown).collect(Collectors.joining(" or "));
        return new Judged(row, kind(printed, possible, t.starsPrinted(levels)), text);
    }

    private static Kind kind(String printed, List<String> possible, String atPrinted) {
        if (!possible.contains(printed)) {
            return Kind.CONTRADICTED;
        }
        if (possible.size() == 1) {
            return Kind.DETERMINED;
        }
        return printed.equals(atPrinted) ? Kind.AS_PRINTED : Kind.INSIDE_ROUNDING;
    }

    private static String summary(List<Judged> all) {
        List<String> parts = new ArrayList<>();
        parts.add(all.size() + " coefficient" + (all.size() == 1 ? "" : "s"));
        parts.add(count(all, Kind.CONTRADICTED) + " contradict their stars");
        add(parts, count(all, Kind.DETERMINED), "have the only stars that rounding allows");
        add(parts, count(all, Kind.AS_PRINTED), "have those of the printed numbers, where rounding allows others");
        add(parts, count(all, Kind.INSIDE_ROUNDING), "have stars that hold only inside rounding");
        String details = all.stream()
                .filter(j -> j.kind == Kind.INSIDE_ROUNDING || j.kind == Kind.CONTRADICTED)
                .map(j -> j.row.table() + " " + j.row.where() + " " + j.arithmetic)
                .collect(Collectors.joining("; "));
        return String.join(", ", parts) + (details.isEmpty() ? "" : ": " + details);
    }

    private static void add(List<String> parts, long count, String words) {
        if (count > 0) {
            parts.add(count + " " + words);
        }
    }

    private static long count(List<Judged> all, Kind kind) {
        return all.stream().filter(j -> j.kind == kind).count();
    }

    private static String shown(String stars) {
        return stars.isEmpty() ? "none" : stars;
    }
}
