package org.canbao.audit.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.canbao.published.Interval;
import org.canbao.published.Printed;
import org.canbao.spec.audit.RuleSpec;
import org.canbao.spec.audit.Statement.Relation;

/** Parts that must sum to their whole; all numbers of a series that stands alone are parts. */
final class PartitionRule implements Rule<RuleSpec.Partition> {
    @Override
    public Outcome check(RuleSpec.Partition spec, Cells cells) {
        Series whole = cells.of(spec.whole());
        List<Series> parts = cells.of(spec.parts());
        if (parts.size() == 1) {
            return Outcome.of(
                    List.of(item("", List.copyOf(parts.get(0).numbers().values()), cells.single(spec.whole()), "")));
        }
        List<Series> all = new ArrayList<>(parts);
        all.add(whole);
        return Outcome.of(cells.common(all).stream()
                .map(label -> item(
                        label,
                        parts.stream().map(p -> p.at(label).orElseThrow()).toList(),
                        whole,
                        label))
                .toList());
    }

    private static Item item(String where, List<Printed> parts, Series whole, String label) {
        Interval sum = parts.stream().map(Printed::interval).reduce(Interval.of(0), Interval::plus);
        Verdict verdict = Verdict.of(sum, Relation.EQUAL, whole.intervalAt(label));
        String terms = parts.stream().map(Printed::text).collect(Collectors.joining(" + "));
        String printedSum = Digits.of(parts.stream().map(Printed::value).reduce(BigDecimal.ZERO, BigDecimal::add));
        return new Item(
                where,
                verdict,
                Wording.PRINTED.text(
                        terms + " = " + printedSum,
                        Digits.allowed(sum),
                        whole.at(label).orElseThrow().text()));
    }
}
