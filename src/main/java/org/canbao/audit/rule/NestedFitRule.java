package org.canbao.audit.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.canbao.audit.AuditCode;
import org.canbao.diag.Diagnostic;
import org.canbao.published.Interval;
import org.canbao.published.Printed;
import org.canbao.spec.Text;
import org.canbao.spec.audit.RuleSpec;

/**
 * The adjusted R² of a model that contains another, on the same rows. R² does not fall, so with p more regressors the
 * adjusted R² falls by at most (1 - R²adj) p/(n - p - 1), about.
 */
final class NestedFitRule implements Rule<RuleSpec.Nested> {
    @Override
    public Outcome check(RuleSpec.Nested spec, Cells cells) {
        Series n = cells.of(spec.n());
        List<Printed> bases = List.copyOf(cells.of(spec.base()).numbers().values());
        List<Map.Entry<String, Printed>> extended =
                List.copyOf(cells.of(spec.extended()).numbers().entrySet());
        if (bases.size() != 1 && bases.size() != extended.size()) {
            throw Diagnostic.error(
                            AuditCode.NOT_PAIRED,
                            bases.size() + " smaller models and " + extended.size() + " larger ones")
                    .at(spec.base().place())
                    .hint("one smaller model is compared with all larger ones, several are paired in order")
                    .toException();
        }
        double rows = n.numbers().values().iterator().next().value().doubleValue();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < extended.size(); i++) {
            Printed base = bases.get(bases.size() == 1 ? 0 : i);
            items.add(item(extended.get(i).getKey(), base, extended.get(i).getValue(), spec.added(), rows));
        }
        return Outcome.of(items);
    }

    private static Item item(String label, Printed base, Printed extended, int added, double n) {
        double most = (1 - base.value().doubleValue()) * added / (n - added - 1);
        Interval least = base.interval().minus(Interval.of(most));
        boolean impossible = extended.interval().isBelow(least);
        String fall = Digits.of(base.value().subtract(extended.value()));
        Text change = base.value().compareTo(extended.value()) > 0
                ? Wording.FALLS.text(fall, Digits.of(Math.round(most * 1e7) / 1e7))
                : Wording.NOTHING.text();
        return new Item(
                label,
                impossible ? Verdict.DISAGREES : Verdict.AGREES,
                (added == 1 ? Wording.ONE_MORE : Wording.MORE).text(base.text(), extended.text(), change, added));
    }
}
