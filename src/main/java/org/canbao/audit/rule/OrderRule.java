package org.canbao.audit.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.canbao.published.Interval;
import org.canbao.published.Printed;
import org.canbao.spec.Text;
import org.canbao.spec.audit.RuleSpec;

/** Numbers that rise or fall in the order in which they are printed; equal neighbours are in order. */
final class OrderRule implements Rule<RuleSpec.Order> {
    @Override
    public Outcome check(RuleSpec.Order spec, Cells cells) {
        List<Map.Entry<String, Printed>> numbers =
                new ArrayList<>(cells.of(spec.of()).numbers().entrySet());
        List<Item> items = new ArrayList<>();
        for (int i = 1; i < numbers.size(); i++) {
            items.add(item(numbers.get(i - 1), numbers.get(i), spec.direction() == RuleSpec.Order.Direction.RISING));
        }
        String all = numbers.stream().map(e -> e.getValue().text()).collect(Collectors.joining(", "));
        List<Text> against = items.stream()
                .filter(i -> i.verdict() == Verdict.DISAGREES)
                .map(Item::arithmetic)
                .toList();
        return Outcome.of(against.isEmpty() ? Text.of(all) : Wording.LISTED.text(all, Wording.list(against)), items);
    }

    private static Item item(Map.Entry<String, Printed> before, Map.Entry<String, Printed> after, boolean rising) {
        Interval first = (rising ? before : after).getValue().interval();
        Interval second = (rising ? after : before).getValue().interval();
        boolean against = second.isBelow(first);
        String change = Digits.of(
                after.getValue().value().subtract(before.getValue().value()).abs());
        boolean up = after.getValue().value().compareTo(before.getValue().value()) > 0;
        return new Item(
                before.getKey() + " to " + after.getKey(),
                against ? Verdict.DISAGREES : Verdict.AGREES,
                (up ? Wording.RISES : Wording.FALLS_BY).text(change, before.getKey(), after.getKey()));
    }
}
