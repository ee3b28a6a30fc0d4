package org.canbao.audit.rule;

import java.util.List;
import org.canbao.published.Interval;
import org.canbao.spec.audit.RuleSpec;

/** The standard deviation of a 0/1 variable with mean m is sqrt(m(1 - m)), in a large sample. */
final class BinarySpreadRule implements Rule<RuleSpec.BinarySpread> {
    private static final Interval ONE = Interval.of(1);

    @Override
    public Outcome check(RuleSpec.BinarySpread spec, Cells cells) {
        Series means = cells.of(spec.mean());
        Series spreads = cells.of(spec.sd());
        return Outcome.of(cells.common(List.of(means, spreads)).stream()
                .map(label -> item(label, means, spreads))
                .toList());
    }

    private static Item item(String label, Series means, Series spreads) {
        Interval mean = means.intervalAt(label);
        Interval low = variance(Interval.of(mean.low()));
        Interval high = variance(Interval.of(mean.high()));
        Interval sd = new Interval(low.low().min(high.low()), low.high().max(high.high())).root();
        Verdict verdict = sd.meets(spreads.intervalAt(label)) ? Verdict.AGREES : Verdict.DISAGREES;
        return new Item(
                label,
                verdict,
                Wording.BINARY.text(
                        means.at(label).orElseThrow().text(),
                        Digits.of(sd.low()),
                        Digits.of(sd.high()),
                        spreads.at(label).orElseThrow().text()));
    }

    private static Interval variance(Interval mean) {
        return mean.times(ONE.minus(mean));
    }
}
