package org.canbao.audit.rule;

import java.util.ArrayList;
import java.util.List;
import org.canbao.published.Interval;
import org.canbao.published.Printed;
import org.canbao.spec.audit.RuleSpec;

/**
 * An overall rate against the shares and rates of its parts, in percent. The sum of share times rate is what the parts
 * contribute. The base of the shares may be everybody or only the covered, and members of several parts are counted
 * once overall: so the overall rate is at most the larger of (a) the sum divided by the covered share, and (b) the sum plus
 * everybody outside the parts; and at least the largest contribution of one part.
 */
final class WeightedShareRule implements Rule<RuleSpec.WeightedShare> {
    private static final Interval HUNDRED = Interval.of(100);

    @Override
    public Outcome check(RuleSpec.WeightedShare spec, Cells cells) {
        List<Series> shares = cells.of(spec.shares());
        List<Series> rates = cells.of(spec.rates());
        Series covered = cells.of(spec.covered());
        Series overall = cells.of(spec.overall());
        List<Series> all = new ArrayList<>(shares);
        all.addAll(rates);
        all.add(covered);
        all.add(overall);
        return Outcome.of(cells.common(all).stream()
                .map(label -> item(
                        label,
                        shares.stream().map(s -> s.intervalAt(label)).toList(),
                        rates.stream().map(r -> r.intervalAt(label)).toList(),
                        covered.intervalAt(label),
                        overall.at(label).orElseThrow()))
                .toList());
    }

    private static Item item(
            String label, List<Interval> shares, List<Interval> rates, Interval covered, Printed overall) {
        Interval sum = Interval.of(0);
        Interval members = Interval.of(0);
        Interval largest = Interval.of(0);
        for (int i = 0; i < shares.size(); i++) {
            Interval contribution = shares.get(i).times(rates.get(i)).over(HUNDRED);
            sum = sum.plus(contribution);
            members = members.plus(shares.get(i));
            largest = larger(largest, contribution);
        }
        Interval outside = larger(Interval.of(0), HUNDRED.minus(members));
        Interval most = larger(sum.times(HUNDRED).over(covered), sum.plus(outside));
        Interval printed = overall.interval();
        boolean possible = !most.isBelow(printed) && !printed.isBelow(largest);
        return new Item(
                label,
                possible ? Verdict.AGREES : Verdict.DISAGREES,
                Wording.CONTRIBUTIONS.text(
                        middle(sum),
                        middle(sum.times(HUNDRED).over(members)),
                        middle(largest),
                        middle(most),
                        overall.text()));
    }

    private static Interval larger(Interval a, Interval b) {
        return new Interval(a.low().max(b.low()), a.high().max(b.high()));
    }

    private static String middle(Interval interval) {
        return Digits.fixed((interval.low().doubleValue() + interval.high().doubleValue()) / 2, 2);
    }
}
