package org.canbao.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of the sample that something names, in order, with repetitions.
 *
 * @param all every one
 * @param cells those that make the cells of an estimate: fixed effects, clusters, cohorts, periods, running variables
 */
public record UsedColumns(List<ColumnRef> all, List<ColumnRef> cells) {
    public UsedColumns {
        all = List.copyOf(all);
        cells = List.copyOf(cells);
    }

    /** No column. */
    public static UsedColumns none() {
        return new UsedColumns(List.of(), List.of());
    }

    /** These and the columns that are read as values. */
    public UsedColumns rows(List<ColumnRef> columns) {
        return new UsedColumns(joined(all, columns), cells);
    }

    /** These and columns that make cells. */
    public UsedColumns cells(ColumnRef... columns) {
        return cells(Arrays.asList(columns));
    }

    /** These and columns that make cells. */
    public UsedColumns cells(List<ColumnRef> columns) {
        return new UsedColumns(joined(all, columns), joined(cells, columns));
    }

    /** These and the columns of an expression. */
    public UsedColumns expr(Expr expr) {
        return rows(Expr.columnsOf(expr));
    }

    /** These and the columns of terms. */
    public UsedColumns terms(List<Term> terms) {
        List<ColumnRef> columns = new ArrayList<>();
        for (Term term : terms) {
            for (Term.Factor factor : term.factors()) {
                if (factor instanceof Term.Numeric numeric) {
                    columns.addAll(Expr.columnsOf(numeric.expr()));
                } else if (factor instanceof Term.Levels levels) {
                    columns.add(levels.column());
                    levels.by().ifPresent(by -> columns.addAll(Expr.columnsOf(by)));
                }
            }
        }
        return rows(columns);
    }

    /** These and the columns of fixed effects, whose levels make cells and whose slopes do not. */
    public UsedColumns effects(List<FixedEffect> effects) {
        UsedColumns used = this;
        for (FixedEffect effect : effects) {
            used = used.cells(effect.columns()).rows(effect.slopes());
        }
        return used;
    }

    /** These and the columns of a formula. */
    public UsedColumns formula(Formula formula) {
        return expr(formula.outcome()).terms(formula.terms()).effects(formula.fixedEffects());
    }

    /** These and others. */
    public UsedColumns and(UsedColumns others) {
        return new UsedColumns(joined(all, others.all), joined(cells, others.cells));
    }

    private static List<ColumnRef> joined(List<ColumnRef> first, List<ColumnRef> second) {
        List<ColumnRef> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
