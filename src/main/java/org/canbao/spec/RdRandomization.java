package org.canbao.spec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Randomization inference in a window about a cutoff, within which treatment counts as drawn by lot.
 *
 * @param outcome the outcome
 * @param running the column of the running variable
 * @param cutoff on its scale; rows at the cutoff are right of it
 * @param window the values that are used; empty if {@code select} finds them
 * @param select how a window is found by the balance of covariates, if it is not given
 * @param statistics what is compared, one at least
 * @param order the degree of the polynomial on each side that the outcome is adjusted by; 0 for none
 * @param lottery how treatment is drawn again
 * @param effect the effect under the null hypothesis, the same for all
 * @param level of the confidence interval, in percent
 * @param grid the effects that are tried for the interval of a statistic other than the difference of means
 */
public record RdRandomization(
        Common common,
        Expr outcome,
        ColumnRef running,
        double cutoff,
        Optional<Window> window,
        Optional<Select> select,
        List<Statistic> statistics,
        int order,
        Lottery lottery,
        double effect,
        double level,
        Optional<Grid> grid)
        implements ModelSpec {
    public RdRandomization {
        statistics = List.copyOf(statistics);
    }

    @Override
    public String model() {
        return "rd-randomization";
    }

    @Override
    public UsedColumns columns() {
        UsedColumns used = UsedColumns.none().expr(outcome).cells(running);
        for (Expr covariate : select.map(Select::covariates).orElse(List.of())) {
            used = used.expr(covariate);
        }
        return used.rows(lottery.unit().stream().toList())
                .rows(lottery.within().stream().toList());
    }

    @Override
    public OptionalLong randomSeed() {
        return OptionalLong.of(lottery.seed());
    }

    /** What is compared between the sides. */
    public enum Statistic {
        /** The difference of means, right less left. */
        DIFFMEANS,
        /** The largest difference of the distribution functions (Kolmogorov and Smirnov). */
        KS,
        /** The standardised rank sum of the left side (Wilcoxon, Mann and Whitney). */
        RANKSUM
    }

    /**
     * How treatment is drawn again.
     *
     * @param bernoulli whether each unit is drawn on its own; otherwise as many are treated as in truth
     * @param probability of treatment in Bernoulli draws; the share treated if empty
     * @param unit a column whose levels are treated as one, for example the running variable; rows if empty
     * @param within a column within whose levels alone units are drawn, if given
     * @param draws how many; all assignments are tried where there are no more of them
     * @param seed of the counter-based generator
     */
    public record Lottery(
            boolean bernoulli,
            OptionalDouble probability,
            Optional<ColumnRef> unit,
            Optional<ColumnRef> within,
            int draws,
            long seed) {}

    /**
     * The largest window in which, and in all smaller ones, covariates are balanced.
     *
     * @param covariates the covariates
     * @param level the least p-value that counts as balance
     * @param windows how many windows are tried
     * @param grow how windows grow
     */
    public record Select(List<Expr> covariates, double level, int windows, Growth grow) {
        public Select {
            covariates = List.copyOf(covariates);
        }
    }

    /** How windows grow. */
    public sealed interface Growth {
        /**
         * By values of the running variable on each side.
         *
         * @param first in the first window
         */
        record Values(int first) implements Growth {}

        /**
         * By rows on each side, as far to the left as to the right.
         *
         * @param first in the first window at least
         * @param step more in each further one at least
         */
        record Rows(int first, int step) implements Growth {}

        /**
         * By their half-width.
         *
         * @param first of the first window
         * @param step how much wider each further one is
         */
        record Width(double first, double step) implements Growth {}
    }

    /** Effects at equal steps. */
    public record Grid(double from, double to, int points) {}
}
