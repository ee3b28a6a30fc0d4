package org.canbao.audit.rule;

import java.util.OptionalLong;
import org.canbao.published.PublishedRow;
import org.canbao.spec.audit.RuleSpec;

/** A text that calls coefficients significant at a level, against their t. */
final class SignificanceRule implements Rule<RuleSpec.Significance> {
    @Override
    public Outcome check(RuleSpec.Significance spec, Cells cells) {
        return Outcome.of(cells.of(spec.of()).rows().stream()
                .map(row -> item(row, spec.level()))
                .toList());
    }

    private static Item item(PublishedRow row, double level) {
        TRange t = TRange.of(
                row.number("value").orElseThrow(), row.number("std_error").orElseThrow(), OptionalLong.empty());
        double critical = t.critical(level, false);
        Verdict verdict =
                t.low() > critical ? Verdict.AGREES : t.high() > critical ? Verdict.CANNOT_TELL : Verdict.DISAGREES;
        Wording words = switch (verdict) {
            case AGREES -> Wording.SIGNIFICANT;
            case DISAGREES -> Wording.NOT_SIGNIFICANT;
            case CANNOT_TELL -> Wording.PERHAPS_SIGNIFICANT;
        };
        return new Item(
                row.where(),
                verdict,
                Wording.TESTED.text(
                        row.field("value"),
                        row.field("stars"),
                        row.field("std_error"),
                        Digits.bound(t.printed(), 3),
                        Digits.bound(t.p(), 4),
                        words.text(Digits.of(100 * level))));
    }
}
