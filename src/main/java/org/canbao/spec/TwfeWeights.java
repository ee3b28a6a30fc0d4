package org.canbao.spec;

import java.util.List;

/**
 * The weights that the two-way fixed-effects estimate gives to the effects of treated groups and periods (de Chaisemartin
 * and D'Haultfœuille 2020).
 *
 * @param common what all models share
 * @param outcome the outcome
 * @param treatment the column with the treatment, the same in all rows of a group and period
 * @param unit the column of the groups: units of a panel, or what repeated cross-sections are drawn from
 * @param time the column with the period
 * @param controls further regressors
 */
public record TwfeWeights(
        Common common, Expr outcome, ColumnRef treatment, ColumnRef unit, ColumnRef time, List<Term> controls)
        implements ModelSpec {
    public TwfeWeights {
        controls = List.copyOf(controls);
    }

    @Override
    public String model() {
        return "twfe-weights";
    }

    @Override
    public UsedColumns columns() {
        return UsedColumns.none().expr(outcome).cells(unit, time, treatment).terms(controls);
    }
}
