package org.canbao.spec;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which average marginal effects are wanted.
 *
 * @param of columns of the sample that terms are made of, in order
 * @param discrete those of them that are 0 or 1 and whose effect is the change from 0 to 1; the effect of a column of
 *     levels is the change to each from its reference, that of other columns the derivative
 */
public record MarginalEffectsSpec(List<ColumnRef> of, List<ColumnRef> discrete) {
    public MarginalEffectsSpec {
        of = List.copyOf(of);
        discrete = List.copyOf(discrete);
    }

    /** The columns that terms read as numbers, each once, in order of first appearance. */
    public static List<ColumnRef> numbers(List<Term> terms) {
        Map<String, ColumnRef> columns = new LinkedHashMap<>();
        for (Term term : terms) {
            for (Term.Factor factor : term.factors()) {
                numbersOf(factor).forEach(column -> columns.putIfAbsent(column.name(), column));
            }
        }
        return List.copyOf(columns.values());
    }

    /** The columns that terms read for their levels, each once, in order of first appearance. */
    public static List<ColumnRef> levels(List<Term> terms) {
        Map<String, ColumnRef> columns = new LinkedHashMap<>();
        for (Term term : terms) {
            for (Term.Factor factor : term.factors()) {
                if (factor instanceof Term.Levels levels) {
                    columns.putIfAbsent(levels.column().name(), levels.column());
                }
            }
        }
        return List.copyOf(columns.values());
    }

    /** Whether a column is among some. */
    public static boolean names(Collection<ColumnRef> columns, String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    /** The columns that a factor reads as numbers. */
    public static List<ColumnRef> numbersOf(Term.Factor factor) {
        if (factor instanceof Term.Numeric number) {
            return Expr.columnsOf(number.expr());
        }
        return ((Term.Levels) factor).by().map(Expr::columnsOf).orElse(List.of());
    }
}
