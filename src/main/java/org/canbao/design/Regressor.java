package org.canbao.design;

/**
 * A column of the design: a base times a factor that is the same in all rows of a cell.
 *
 * @param name the coefficient's name
 * @param base the base, or {@link #NO_BASE} for one
 * @param freeBase the base without the treatment that an estimator replaces
 * @param treated whether it has that treatment
 * @param factor the factor
 */
public record Regressor(String name, int base, int freeBase, boolean treated, CellFactor factor) {
    /** The base of a column that is only its factor. */
    public static final int NO_BASE = ColumnPlan.ONE;

    /** A column that is only a factor. */
    public static Regressor ofFactor(String name, CellFactor factor) {
        return new Regressor(name, NO_BASE, NO_BASE, false, factor);
    }

    /** The column with the treatment replaced by {@code treatment}, one value per cell. */
    public Regressor replaced(double[] treatment) {
        return treated
                ? new Regressor(name, freeBase, freeBase, true, cell -> factor.at(cell) * treatment[cell])
                : this;
    }

    /** The column over some of the cells, which are numbered anew. */
    Regressor take(int[] kept) {
        return new Regressor(name, base, freeBase, treated, cell -> factor.at(kept[cell]));
    }

    /** A number per cell. */
    @FunctionalInterface
    public interface CellFactor {
        /** One everywhere. */
        CellFactor ONE = cell -> 1;

        /** The factor of a cell. */
        double at(int cell);
    }
}
