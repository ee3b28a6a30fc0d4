package org.canbao.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Term;

/** Checks that each row of a regression table is a term of one of its columns. */
final class RowCheck {
    private final Set<String> terms = new LinkedHashSet<>();
    private final List<String> levels = new ArrayList<>();
    private boolean known = true;

    RowCheck(Declared declared, List<TableSpec.Column> columns) {
        for (TableSpec.Column column : columns) {
            if (declared.specs().get(column.spec().name()) instanceof ModelSpec.Ols ols) {
                ols.formula().terms().forEach(this::add);
                if (ols.formula().intercept()) {
                    terms.add("intercept");
                }
            } else {
                known = false;
            }
        }
    }

    private void add(Term term) {
        terms.add(term.text());
        for (Term.Factor factor : term.factors()) {
            if (factor instanceof Term.Levels group) {
                levels.add(group.column().name() + "::");
            }
        }
    }

    /** Reports the rows that no column has. */
    void check(List<ColumnRef> rows, Fields fields) {
        if (!known) {
            return;
        }
        for (ColumnRef row : rows) {
            if (!terms.contains(row.name()) && levels.stream().noneMatch(row.name()::contains)) {
                fields.report(Diagnostic.error(
                                YamlCode.UNKNOWN_NAME, "row `" + row.name() + "` is a term of none of the columns")
                        .at(row.place())
                        .nearest(Nearest.to(row.name(), terms))
                        .toException());
            }
        }
    }
}
