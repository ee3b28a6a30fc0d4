package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.canbao.result.BaconFit.Comparison;
import org.canbao.result.BaconFit.Type;

/**
 * Every comparison of a cohort k, whose treatment begins, with a cohort u, whose treatment does not change meanwhile
 * (Goodman-Bacon 2021, theorem 1). With n units, and D the share of its periods in which a cohort is treated:
 *
 * <ul>
 *   <li>u never treated, all periods: weight n_k n_u D_k (1 - D_k);
 *   <li>u treated later, before that: n_k n_u (D_k - D_u)(1 - D_k);
 *   <li>u treated earlier (or always), from then on: n_k n_u D_k (D_u - D_k).
 * </ul>
 *
 * The estimate is the difference in differences of the mean outcomes; weights are divided by their sum.
 */
final class TwoByTwos {
    private final BalancedPanel panel;

    TwoByTwos(BalancedPanel panel) {
        this.panel = panel;
    }

    /** The comparisons, by the treated cohort, then by the other, never treated last. */
    List<Comparison> comparisons() {
        List<Comparison> all = new ArrayList<>();
        for (int treated = 1; treated < panel.length(); treated++) {
            for (int other = 0; other <= panel.never(); other++) {
                if (other != treated && panel.units(treated) > 0 && panel.units(other) > 0) {
                    all.add(comparison(treated, other));
                }
            }
        }
        double sum = all.stream().mapToDouble(Comparison::weight).sum();
        return all.stream()
                .map(c -> new Comparison(c.treated(), c.untreated(), c.type(), c.weight() / sum, c.estimate()))
                .toList();
    }

    private Comparison comparison(int treated, int other) {
        int from = other < treated ? other : 0;
        int to = other < treated ? panel.length() : Math.min(other, panel.length());
        double estimate = panel.mean(treated, treated, to)
                - panel.mean(treated, from, treated)
                - panel.mean(other, treated, to)
                + panel.mean(other, from, treated);
        double weight = (double) panel.units(treated) * panel.units(other) * (treated - from) * (to - treated);
        return new Comparison(
                panel.period(treated),
                other == panel.never() ? OptionalDouble.empty() : OptionalDouble.of(panel.period(other)),
                type(treated, other),
                weight,
                estimate);
    }

    private Type type(int treated, int other) {
        if (other == panel.never()) {
            return Type.TREATED_VS_UNTREATED;
        } else if (other == 0) {
            return Type.LATER_VS_ALWAYS;
        }
        return other < treated ? Type.LATER_VS_EARLIER : Type.EARLIER_VS_LATER;
    }
}
