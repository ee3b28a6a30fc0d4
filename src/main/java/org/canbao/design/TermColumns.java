package org.canbao.design;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Problems;
import org.canbao.spec.Term;

/**
 * The columns of terms: one, or one per combination of levels of its {@code i()} factors, the first factor's levels
 * slowest. Levels without a row give no column.
 *
 * <p>An {@code i(column)} that stands alone, without another column and without a stated reference, leaves out its first
 * level if the model has an intercept or effects, as in fixest; an interacted one keeps all, and collinearity decides.
 */
final class TermColumns {
    /** Columns beyond which levels belong into an effect. */
    private static final int MOST = 3000;

    private final Cells cells;
    private final boolean constant;
    private final Problems problems = new Problems();

    TermColumns(Cells cells, boolean constant) {
        this.cells = cells;
        this.constant = constant;
    }

    /** The columns of each term. */
    List<List<Regressor>> of(List<ColumnPlan.TermPlan> terms) {
        List<List<Regressor>> columns = new ArrayList<>();
        int size = 0;
        for (ColumnPlan.TermPlan term : terms) {
            List<Regressor> own = new ArrayList<>();
            expand(term, 0, "", Regressor.CellFactor.ONE, own);
            columns.add(own);
            size += own.size();
            if (size > MOST) {
                throw Diagnostic.error(
                                DesignCode.TOO_MANY_COLUMNS,
                                "term `" + term.term().text() + "` brings the model to " + size + " columns")
                        .at(term.term().place())
                        .hint("at most " + MOST
                                + " are estimated at once; put levels that only control after the bar `|`")
                        .toException();
            }
        }
        problems.throwIfErrors();
        return columns;
    }

    private void expand(
            ColumnPlan.TermPlan plan, int at, String name, Regressor.CellFactor factor, List<Regressor> columns) {
        List<Term.Factor> factors = plan.term().factors();
        if (at == factors.size()) {
            columns.add(new Regressor(name, plan.base(), plan.freeBase(), plan.treated(), factor));
            return;
        }
        String prefix = name.isEmpty() ? "" : name + ":";
        if (factors.get(at) instanceof Term.Levels levels) {
            Key key = Design.key(cells, levels.column());
            boolean alone = factors.size() == 1 && levels.by().isEmpty();
            for (int level : shown(levels, key, alone, plan.term())) {
                expand(plan, at + 1, prefix + name(levels, key, level), and(factor, key, level), columns);
            }
        } else {
            expand(plan, at + 1, prefix + factors.get(at).text(), factor, columns);
        }
    }

    private List<Integer> shown(Term.Levels levels, Key key, boolean alone, Term term) {
        boolean[] occurs = new boolean[key.levels().size()];
        for (int cell = 0; cell < cells.size(); cell++) {
            occurs[key.code(cell)] = true;
        }
        List<Integer> shown = new ArrayList<>();
        for (int level = 0; level < occurs.length; level++) {
            if (occurs[level]) {
                shown.add(level);
            }
        }
        if (levels.reference().isEmpty() && alone && constant && !shown.isEmpty()) {
            shown.remove(0);
        }
        for (String reference : levels.reference()) {
            OptionalInt found = key.levels().find(reference);
            if (found.isPresent()) {
                shown.remove((Integer) found.getAsInt());
            } else {
                problems.add(Diagnostic.error(
                                DesignCode.UNKNOWN_LEVEL,
                                "reference `" + reference + "` is not a value of `" + levels.column() + "`")
                        .at(term.place())
                        .nearest(Nearest.to(reference, key.levels().names())));
            }
        }
        return shown;
    }

    private static String name(Term.Levels levels, Key key, int level) {
        String indicator = levels.column() + "::" + key.levels().names().get(level);
        return levels.by()
                .map(by -> indicator + ":" + new Term.Numeric(by).text())
                .orElse(indicator);
    }

    private static Regressor.CellFactor and(Regressor.CellFactor factor, Key key, int level) {
        return cell -> key.code(cell) == level ? factor.at(cell) : 0;
    }
}
