package org.canbao.report.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Problems;
import org.canbao.report.TableCode;
import org.canbao.spec.ColumnRef;

/**
 * Which terms have a row of their own, and which are controls.
 *
 * @param shown the terms with a row, in order
 * @param asked whether the user asked for these terms
 */
record RegressionTerms(List<String> shown, boolean asked) {
    private static final int FEW = 3;

    RegressionTerms {
        shown = List.copyOf(shown);
    }

    /**
     * The terms asked for; if none are, all terms of the columns that are no event studies, in the order of the formulas,
     * the constant last; of event studies only an average effect.
     *
     * @throws org.canbao.diag.CanbaoException CB0602 if a term that was asked for is in no column
     */
    static RegressionTerms of(List<ColumnRef> requested, List<FitColumn> columns) {
        if (!requested.isEmpty()) {
            check(requested, columns);
            return new RegressionTerms(
                    requested.stream().map(ColumnRef::name).distinct().toList(), true);
        }
        List<String> merged = new ArrayList<>();
        for (FitColumn column : columns) {
            merge(merged, column.eventStudy().isEmpty() ? column.terms() : column.effects());
        }
        if (merged.remove(FitColumn.INTERCEPT)) {
            merged.add(FitColumn.INTERCEPT);
        }
        return new RegressionTerms(merged, false);
    }

    /** Whether a column shows its event times: not if terms were asked for and it has one of them. */
    boolean showsEventTimes(FitColumn column) {
        return !asked || shown.stream().noneMatch(column::has);
    }

    /** The terms of a column without a row, and those without a coefficient; the constant is no control. */
    List<String> controls(FitColumn column) {
        List<String> controls = new ArrayList<>(column.terms());
        controls.addAll(column.covariates());
        controls.removeAll(shown);
        controls.remove(FitColumn.INTERCEPT);
        return controls;
    }

    /**
     * The controls, if they are so few that the row of controls can name them, and the same in every column that has any;
     * otherwise none.
     */
    List<String> fewControls(List<FitColumn> columns) {
        List<List<String>> lists = columns.stream()
                .map(this::controls)
                .filter(list -> !list.isEmpty())
                .distinct()
                .toList();
        return lists.size() == 1 && lists.get(0).size() <= FEW ? lists.get(0) : List.of();
    }

    /** Inserts the terms not yet there, each after the one that it follows in its own column. */
    private static void merge(List<String> merged, List<String> terms) {
        int at = 0;
        for (String term : terms) {
            int known = merged.indexOf(term);
            if (known < 0) {
                merged.add(at++, term);
            } else {
                at = known + 1;
            }
        }
    }

    private static void check(List<ColumnRef> requested, List<FitColumn> columns) {
        Set<String> known = new LinkedHashSet<>();
        for (FitColumn column : columns) {
            column.fit().coefficients().forEach(c -> known.add(c.name()));
            column.fit().dropped().forEach(d -> known.add(d.name()));
        }
        Problems problems = new Problems();
        for (ColumnRef row : requested) {
            if (!known.contains(row.name())) {
                problems.add(Diagnostic.error(
                                TableCode.NO_TERM, "row `" + row.name() + "` is a term of none of the table's columns")
                        .at(row.place())
                        .nearest(Nearest.to(row.name(), known))
                        .hint("terms here: " + String.join(", ", known)));
            }
        }
        problems.throwIfErrors();
    }
}
