package org.canbao.estimate.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.canbao.data.Variable;
import org.canbao.design.Condition;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.SqlText;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.Formula;
import org.canbao.spec.SqlExpression;
import org.canbao.spec.Term;
import org.canbao.spec.UsedColumns;
import org.canbao.spec.VcovSpec;

/**
 * What may cost a regression rows: columns that are somewhere missing or infinite, and expressions of which that is not
 * known. Regressions over the same condition with the same gaps use the same rows.
 */
final class Gaps {
    private final Sample sample;
    private final Set<String> columns;
    private final Map<String, Set<String>> missing = new HashMap<>();

    /** Gaps of these regressions. */
    Gaps(Sample sample, List<Member> members) {
        this.sample = sample;
        this.columns = new LinkedHashSet<>();
        members.forEach(member -> used(member).forEach(column -> columns.add(column.name())));
    }

    /** The gaps of a regression, as text; empty if its columns are not all in the sample. */
    Optional<SortedSet<String>> of(Member member) {
        SortedSet<String> gaps = new TreeSet<>();
        Set<String> holes = missing.computeIfAbsent(
                member.spec().common().where().map(SqlExpression::sql).orElse(""),
                condition -> missing(member.spec().common().where()));
        for (ColumnRef column : used(member)) {
            if (sample.variable(column.name()).isEmpty()) {
                return Optional.empty();
            }
            if (holes.contains(column.name())) {
                gaps.add(column.name());
            }
        }
        for (Expr expr : expressions(member.spec().formula())) {
            if (!isTotal(expr)) {
                gaps.add(expr.text());
            }
        }
        return Optional.of(gaps);
    }

    private static List<ColumnRef> used(Member member) {
        UsedColumns used = member.spec().columns();
        for (VcovSpec.ClusterTerm term : member.spec().common().vcov().clusters()) {
            used = used.cells(term.columns());
        }
        return used.all();
    }

    private static List<Expr> expressions(Formula formula) {
        List<Expr> expressions = new ArrayList<>(List.of(formula.outcome()));
        for (Term term : formula.terms()) {
            for (Term.Factor factor : term.factors()) {
                if (factor instanceof Term.Numeric numeric) {
                    expressions.add(numeric.expr());
                } else if (factor instanceof Term.Levels levels) {
                    levels.by().ifPresent(expressions::add);
                }
            }
        }
        return expressions;
    }

    /** Whether an expression is a finite number wherever its columns are: a polynomial. */
    private static boolean isTotal(Expr expr) {
        if (expr instanceof Expr.Binary binary) {
            boolean power = binary.operator() == Expr.Operator.POWER;
            boolean known = power
                    ? binary.right() instanceof Expr.Constant exponent && exponent.value() == 2
                    : binary.operator() != Expr.Operator.DIVIDE && isTotal(binary.right());
            return known && isTotal(binary.left());
        }
        return expr instanceof Expr.Negate negate ? isTotal(negate.operand()) : !(expr instanceof Expr.Call);
    }

    /** The columns that are missing or infinite in a row of the condition. */
    private Set<String> missing(Optional<SqlExpression> where) {
        List<Variable> asked =
                columns.stream().flatMap(name -> sample.variable(name).stream()).toList();
        List<String> items = new ArrayList<>(List.of("count(*)"));
        asked.forEach(variable -> items.add("count(*) FILTER (WHERE " + gap(variable) + ")"));
        Set<String> holes = new HashSet<>();
        try {
            String sql = "SELECT " + String.join(", ", items) + " FROM " + sample.relation()
                    + Condition.of(where, sample);
            double[] count = new double[1];
            sample.engine().query(sql, chunk -> {
                for (int c = 0; c < asked.size(); c++) {
                    chunk.doubles(c + 1, count, 0);
                    if (count[0] > 0) {
                        holes.add(asked.get(c).name());
                    }
                }
            });
        } catch (CanbaoException e) {
            // each regression of this condition will say so itself
            asked.forEach(variable -> holes.add(variable.name()));
        }
        return holes;
    }

    private static String gap(Variable variable) {
        String name = SqlText.identifier(variable.name());
        return variable.type().isNumeric()
                ? name + " IS NULL OR NOT isfinite(CAST(" + name + " AS DOUBLE))"
                : name + " IS NULL";
    }
}
