package org.canbao.audit.rule;

import java.util.List;
import org.canbao.published.Interval;
import org.canbao.published.Printed;
import org.canbao.spec.audit.RuleSpec;
import org.canbao.spec.audit.Statement.Relation;

/** A percentage against its counts: 100 count / total. */
final class ShareRule implements Rule<RuleSpec.Share> {
    private static final Interval HUNDRED = Interval.of(100);

    @Override
    public Outcome check(RuleSpec.Share spec, Cells cells) {
        Series counts = cells.of(spec.count());
        Series totals = cells.of(spec.total());
        Series percents = cells.of(spec.percent());
        return Outcome.of(cells.common(List.of(counts, totals, percents)).stream()
                .map(label -> item(
                        label,
                        counts.at(label).orElseThrow(),
                        totals.at(label).orElseThrow(),
                        percents.at(label).orElseThrow()))
                .toList());
    }

    private static Item item(String label, Printed count, Printed total, Printed percent) {
        String division = count.text() + "/" + total.text();
        if (total.interval().low().signum() <= 0) {
            return new Item(label, Verdict.CANNOT_TELL, Wording.MAY_BE_ZERO.text(division));
        }
        Interval share = count.interval().times(HUNDRED).over(total.interval());
        Interval shown = Interval.of(count.value()).times(HUNDRED).over(Interval.of(total.value()));
        return new Item(
                label,
                Verdict.of(share, Relation.EQUAL, percent.interval()),
                Wording.PRINTED.text(
                        division + " = " + Digits.of(shown.low()) + "%", Digits.allowed(share), percent.text()));
    }
}
