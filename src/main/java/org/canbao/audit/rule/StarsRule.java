package org.canbao.audit.rule;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.canbao.published.Printed;
import org.canbao.published.PublishedRow;
import org.canbao.spec.Text;
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

    private record Judged(PublishedRow row, Kind kind, Text arithmetic) {}

    @Override
    public Outcome check(RuleSpec.Stars spec, Cells cells) {
        List<Judged> judged = cells.of(spec.of()).stream()
                .flatMap(series -> series.rows().stream())
                .filter(PublishedRow::isCoefficient)
                .map(row -> judge(row, cells.stars()))
                .toList();
        return Outcome.of(summary(judged), judged.stream().map(StarsRule::item).toList());
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
        Text right =
                possible.stream().map(StarsRule::shown).reduce(Wording.OR::text).orElseThrow();
        Text text = Wording.STARS.text(coefficient.text(), printed, error.text(), t.text(), right);
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

    private static Text summary(List<Judged> all) {
        Text said = (all.size() == 1 ? Wording.COEFFICIENT : Wording.COEFFICIENTS)
                .text(all.size(), count(all, Kind.CONTRADICTED));
        said = with(said, Wording.ONLY_STARS, count(all, Kind.DETERMINED));
        said = with(said, Wording.PRINTED_STARS, count(all, Kind.AS_PRINTED));
        said = with(said, Wording.INSIDE_STARS, count(all, Kind.INSIDE_ROUNDING));
        List<Text> details = all.stream()
                .filter(j -> j.kind == Kind.INSIDE_ROUNDING || j.kind == Kind.CONTRADICTED)
                .map(j -> Wording.NAMED.text(j.row.table() + " " + j.row.where(), j.arithmetic))
                .toList();
        return details.isEmpty() ? said : Wording.LISTED.text(said, Wording.list(details));
    }

    private static Text with(Text said, Wording words, long count) {
        return count > 0 ? words.text(said, count) : said;
    }

    private static long count(List<Judged> all, Kind kind) {
        return all.stream().filter(j -> j.kind == kind).count();
    }

    private static Text shown(String stars) {
        return stars.isEmpty() ? Wording.NONE.text() : Text.of(stars);
    }
}
