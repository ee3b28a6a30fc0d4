package org.canbao.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.canbao.diag.Place;

/**
 * One term of a formula: the product of its factors, {@code did:married}, {@code age^2}, {@code i(year, repeal, ref =
 * 1985)}.
 *
 * @param factors one or more
 * @param place where it stands
 */
public record Term(List<Factor> factors, Place place) {
    public Term {
        factors = List.copyOf(factors);
    }

    /** The canonical text, which also names the coefficient: {@code did:married}, {@code age^2}, {@code I(a + b)}. */
    public String text() {
        return factors.stream().map(Factor::text).collect(Collectors.joining(":"));
    }

    /** A factor of a term. */
    public sealed interface Factor permits Numeric, Levels {
        /** The canonical text. */
        String text();
    }

    /** A number per row. */
    public record Numeric(Expr expr) implements Factor {
        @Override
        public String text() {
            boolean bare = expr instanceof Expr.Column
                    || expr instanceof Expr.Call
                    || (expr instanceof Expr.Binary binary && binary.operator() == Expr.Operator.POWER);
            return bare ? expr.text() : "I(" + expr.text() + ")";
        }
    }

    /**
     * One indicator per level of a column, optionally times another column: {@code i(column, by, ref = ...)}.
     *
     * @param column whose levels
     * @param by multiplied with each indicator, if given
     * @param reference the levels left out, as text ({@code 1985}, {@code north}); empty: the first level is left out
     *     if the model has an intercept or a fixed effect that contains it, as collinearity finds
     */
    public record Levels(ColumnRef column, Optional<Expr> by, List<String> reference) implements Factor {
        public Levels {
            reference = List.copyOf(reference);
        }

        @Override
        public String text() {
            StringBuilder out = new StringBuilder("i(").append(column.name());
            by.ifPresent(expr -> out.append(", ").append(expr.text()));
            if (reference.size() == 1) {
                out.append(", ref = ").append(reference.get(0));
            } else if (reference.size() > 1) {
                out.append(", ref = c(").append(String.join(", ", reference)).append(')');
            }
            return out.append(')').toString();
        }
    }
}
