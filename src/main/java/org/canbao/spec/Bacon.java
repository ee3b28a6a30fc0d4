package org.canbao.spec;

/**
 * Decomposition of the two-way fixed-effects estimate into comparisons of two groups (Goodman-Bacon 2021).
 *
 * @param common what all models share
 * @param outcome the outcome
 * @param treatment the column with the treatment, 0 or 1, which does not end
 * @param unit the column of the units of a balanced panel
 * @param time the column with the period
 */
public record Bacon(Common common, Expr outcome, ColumnRef treatment, ColumnRef unit, ColumnRef time)
        implements ModelSpec {
    @Override
    public String model() {
        return "bacon";
    }

    @Override
    public UsedColumns columns() {
        return UsedColumns.none().expr(outcome).cells(unit, time, treatment);
    }
}
