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

    /**
     * The columns of a term.
     *
     * @param layout which levels each of them is of
     * @param columns the columns themselves
     */
    record Expanded(TermLayout layout, List<Regressor> columns) {}

    /** The columns of each term. */
    List<Expanded> of(List<ColumnPlan.TermPlan> terms) {
        List<Expanded> columns = new ArrayList<>();
        int size = 0;
        for (ColumnPlan.TermPlan term : terms) {
            List<Regressor> own = new ArrayList<>();
            List<List<Integer>> levels = new ArrayList<>();
            expand(term, List.of(), "", Regressor.CellFactor.ONE, own, levels);
            columns.add(new Expanded(new TermLayout(term.term(), levels), own));
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

    /** Expands the factors from the one at position {@code chosen.size()} on, the levels before it being chosen. */
    private void expand(
            ColumnPlan.TermPlan plan,
            List<Integer> chosen,
            String name,
            Regressor.CellFactor factor,
            List<Regressor> columns,
            List<List<Integer>> layout) {
        List<Term.Factor> factors = plan.term().factors();
        int at = chosen.size();
        if (at == factors.size()) {
            columns.add(new Regressor(name, plan.base(), plan.freeBase(), plan.treated(), factor));
            layout.add(chosen);
            return;
        }
        String prefix = name.isEmpty() ? "" : name + ":";
        if (factors.get(at) instanceof Term.Levels levels) {
            Key key = Design.key(cells, levels.column());
            boolean alone = factors.size() == 1 && levels.by().isEmpty();
            for (int level : shown(levels, key, alone, plan.term())) {
                expand(
                        plan,
                        and(chosen, level),
                        prefix + name(levels, key, level),
                        and(factor, key, level),
                        columns,
                        layout);
            }
        } else {
            expand(
                    plan,
                    and(chosen, TermLayout.NO_LEVEL),
                    prefix + factors.get(at).text(),
                    factor,
                    columns,
                    layout);
        }
    }

    private static List<Integer> and(List<Integer> chosen, int level) {
        List<Integer> more = new ArrayList<>(chosen);
        more.add(level);
        return more;
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
