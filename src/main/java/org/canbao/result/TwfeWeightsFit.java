package org.canbao.result;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The weights of the two-way fixed-effects estimate.
 *
 * @param treatment the name of its coefficient
 * @param cells the treated groups and periods, by group, then by period
 * @param leastSpread the smallest standard deviation of the effects at which their average may be zero
 * @param leastOpposed the smallest at which all effects may have the sign opposite to the estimate's; empty if no weight
 *     is negative
 * @param regression the two-way regression
 */
public record TwfeWeightsFit(
        String treatment, List<Cell> cells, double leastSpread, OptionalDouble leastOpposed, Regression regression)
        implements OnRegression {
    public TwfeWeightsFit {
        cells = List.copyOf(cells);
    }

    /**
     * A treated group in a period.
     *
     * @param group its name
     * @param time the period
     * @param share of the treated rows, times their treatment
     * @param weight of its effect in the estimate; all sum to one
     */
    public record Cell(String group, double time, double share, double weight) {}

    @Override
    public String model() {
        return "twfe-weights";
    }

    /** How many weights are negative. */
    public int negative() {
        return (int) cells.stream().filter(cell -> cell.weight() < 0).count();
    }

    /** The sum of the negative weights. */
    public double negativeSum() {
        return cells.stream().mapToDouble(cell -> Math.min(0, cell.weight())).sum();
    }

    /** The two-way estimate. */
    public Coefficient twfe() {
        return regression.coefficient(treatment).orElseThrow();
    }
}
