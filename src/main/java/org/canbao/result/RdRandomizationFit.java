package org.canbao.result;

import java.util.List;
import java.util.Optional;

/**
 * Randomization inference in a window about a cutoff.
 *
 * @param design what was asked for, and the window
 * @param left the rows of the window left of the cutoff
 * @param right its other rows
 * @param tests one per statistic
 * @param difference right less left: the (adjusted) difference of means, with the interval of effects not rejected, and
 *     the standard deviation of its randomization distribution as standard error; empty if no test compares means
 * @param grid the p-values of the effects tried for the intervals of the other statistics
 * @param windows the balance in each window, if the window was found by it
 * @param inference which rows were used
 */
public record RdRandomizationFit(
        Design design,
        Side left,
        Side right,
        List<Test> tests,
        Optional<Coefficient> difference,
        List<Tried> grid,
        List<Balance> windows,
        Inference inference)
        implements Fit, WithCutoff {
    public RdRandomizationFit {
        tests = List.copyOf(tests);
        grid = List.copyOf(grid);
        windows = List.copyOf(windows);
    }

    @Override
    public String model() {
        return "rd-randomization";
    }

    @Override
    public String outcome() {
        return design.outcome();
    }

    @Override
    public String running() {
        return design.running();
    }

    @Override
    public double cutoff() {
        return design.cutoff();
    }

    @Override
    public List<Coefficient> coefficients() {
        return difference.stream().toList();
    }

    /**
     * What was asked for.
     *
     * @param outcome as text
     * @param running the running variable
     * @param cutoff on its scale
     * @param low the lowest value used
     * @param high the highest value used
     * @param selected whether the window was found by balance
     * @param order of the adjustment
     * @param bernoulli whether each unit was drawn on its own
     * @param unit what is treated as one; empty for rows
     * @param within the strata; empty without
     * @param units how many units
     * @param effect under the null hypothesis
     * @param level of the intervals, in percent
     * @param draws how many assignments were tried
     * @param enumerated whether they are all there are
     */
    public record Design(
            String outcome,
            String running,
            double cutoff,
            double low,
            double high,
            boolean selected,
            int order,
            boolean bernoulli,
            Optional<String> unit,
            Optional<String> within,
            int units,
            double effect,
            double level,
            int draws,
            boolean enumerated) {}

    /** A side of the cutoff: its rows in the window, and the mean and standard deviation (n-1) of their outcome. */
    public record Side(long rows, double mean, double sd) {}

    /**
     * A test that treatment has the effect of the null hypothesis on every unit.
     *
     * @param statistic its name
     * @param value in the data, under the null hypothesis
     * @param pValue (c+1)/(n+1), c of n draws being at least as extreme; the exact share if all were tried
     * @param share c/n
     * @param extreme c
     * @param used n: draws that treat some and not all
     * @param asymptotic the p-value for large samples; NaN with an adjustment or units that are not rows
     * @param low lower end of the effects that are not rejected; NaN where not asked for
     * @param high upper end
     */
    public record Test(
            String statistic,
            double value,
            double pValue,
            double share,
            int extreme,
            int used,
            double asymptotic,
            double low,
            double high) {}

    /** The p-value of a statistic if this is the effect. */
    public record Tried(String statistic, double effect, double pValue) {}

    /**
     * The balance of a window.
     *
     * @param low its lowest value
     * @param high its highest value
     * @param left rows left of the cutoff
     * @param right other rows
     * @param binomial the p-value of an exact test that rows fall on either side alike
     * @param least the least p-value of all covariates
     * @param covariate which has it
     */
    public record Balance(
            double low, double high, long left, long right, double binomial, double least, String covariate) {}
}
