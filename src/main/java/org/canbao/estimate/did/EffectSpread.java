package org.canbao.estimate.did;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.canbao.result.TwfeWeightsFit.Cell;

/**
 * How much effects must differ between treated groups and periods for the two-way estimate β to mislead (de Chaisemartin
 * and D'Haultfœuille 2020, corollary 1), as standard deviations over treated rows. P are the cells' shares, w their weights
 * over shares.
 */
final class EffectSpread {
    private final double[] shares;
    private final double[] ratios;

    EffectSpread(List<Cell> cells) {
        List<Cell> order = cells.stream()
                .sorted(Comparator.comparingDouble((Cell cell) -> cell.weight() / cell.share())
                        .reversed()
                        .thenComparing(Cell::group)
                        .thenComparingDouble(Cell::time))
                .toList();
        shares = order.stream().mapToDouble(Cell::share).toArray();
        ratios =
                order.stream().mapToDouble(cell -> cell.weight() / cell.share()).toArray();
    }

    /** The smallest at which the average effect may be zero: |β| / sqrt(Σ P (w - 1)²). */
    double average(double estimate) {
        double variance = 0;
        for (int i = 0; i < shares.length; i++) {
            variance += shares[i] * (ratios[i] - 1) * (ratios[i] - 1);
        }
        return Math.abs(estimate) / Math.sqrt(variance);
    }

    /**
     * The smallest at which all effects may have the opposite sign: |β| / sqrt(T_s + S_s² / (1 - P_s)). Cells stand in the
     * order of falling w; P_i, S_i and T_i are the sums of P, P w and P w² from the i-th on, and s is the first i with w_i <
     * -S_i / (1 - P_i). Empty if no weight is negative, and no effects of that sign can give β.
     */
    OptionalDouble opposite(double estimate) {
        double p = 0;
        double s = 0;
        double t = 0;
        OptionalDouble least = OptionalDouble.empty();
        for (int i = shares.length - 1; i > 0; i--) {
            p += shares[i];
            s += shares[i] * ratios[i];
            t += shares[i] * ratios[i] * ratios[i];
            if (ratios[i] < -s / (1 - p)) {
                least = OptionalDouble.of(Math.abs(estimate) / Math.sqrt(t + s * s / (1 - p)));
            }
        }
        return ratios.length > 0 && ratios[ratios.length - 1] < 0 ? least : OptionalDouble.empty();
    }
}
