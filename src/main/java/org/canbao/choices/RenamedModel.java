package org.canbao.choices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.engine.SqlText;
import org.canbao.estimate.batch.Member;
import org.canbao.sample.SqlGuard;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.Formula;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.SqlExpression;
import org.canbao.spec.Term;
import org.canbao.spec.VcovSpec;

/** A regression over the columns of the wide sample instead of those of the study. */
final class RenamedModel {
    private final SqlGuard guard;
    private final Map<String, String> names;
    private final String rows;

    private RenamedModel(SqlGuard guard, Task.OfRows task) {
        this.guard = guard;
        this.names = task.columns();
        this.rows = task.rows();
    }

    /** The task as a member of a batch; empty if it is no regression, or its coefficients would have other names. */
    static Optional<Member> member(Task.OfRows task, SqlGuard guard) {
        return task.model() instanceof ModelSpec.Ols ols
                        && ols.wildBootstrap().isEmpty()
                        && new RenamedModel(guard, task).keepsLevels(ols)
                ? Optional.of(new RenamedModel(guard, task).member(ols))
                : Optional.empty();
    }

    private boolean keepsLevels(ModelSpec.Ols ols) {
        return ols.formula().terms().stream()
                .flatMap(term -> term.factors().stream())
                .filter(Term.Levels.class::isInstance)
                .map(Term.Levels.class::cast)
                .allMatch(levels -> renamed(levels).equals(levels));
    }

    private Member member(ModelSpec.Ols ols) {
        Formula formula = ols.formula();
        Formula renamed = new Formula(
                renamed(formula.outcome()),
                formula.terms().stream().map(this::renamed).toList(),
                formula.intercept(),
                formula.fixedEffects().stream().map(this::renamed).toList(),
                formula.text(),
                formula.place());
        return new Member(
                new ModelSpec.Ols(renamed(ols.common()), renamed),
                formula.terms().stream().map(Term::text).toList());
    }

    private ModelSpec.Common renamed(ModelSpec.Common common) {
        return new ModelSpec.Common(
                common.id(),
                Optional.of(condition(common)),
                common.weights().map(this::renamed),
                renamed(common.vcov()),
                common.smallSample(),
                common.keepSingletons(),
                common.place());
    }

    private SqlExpression condition(ModelSpec.Common common) {
        String inSet = SqlText.identifier(rows);
        String sql = common.where()
                .map(where -> inSet + " AND (\n" + guard.renamed(where, names).sql() + "\n)")
                .orElse(inSet);
        return new SqlExpression(sql, common.where().map(SqlExpression::place).orElse(common.place()));
    }

    private VcovSpec renamed(VcovSpec vcov) {
        if (vcov instanceof VcovSpec.Clustered clustered) {
            return new VcovSpec.Clustered(
                    clustered.by().stream().map(this::renamed).toList());
        }
        return vcov instanceof VcovSpec.ClusterRobust robust
                ? new VcovSpec.ClusterRobust(renamed(robust.by()), robust.adjustment(), robust.satterthwaite())
                : vcov;
    }

    private VcovSpec.ClusterTerm renamed(VcovSpec.ClusterTerm term) {
        return new VcovSpec.ClusterTerm(all(term.columns()));
    }

    private FixedEffect renamed(FixedEffect effect) {
        return new FixedEffect(all(effect.columns()), all(effect.slopes()), effect.intercepts());
    }

    private Term renamed(Term term) {
        return new Term(
                term.factors().stream()
                        .<Term.Factor>map(factor -> factor instanceof Term.Numeric numeric
                                ? new Term.Numeric(renamed(numeric.expr()))
                                : renamed((Term.Levels) factor))
                        .toList(),
                term.place());
    }

    private Term.Levels renamed(Term.Levels levels) {
        return new Term.Levels(renamed(levels.column()), levels.by().map(this::renamed), levels.reference());
    }

    private Expr renamed(Expr expr) {
        if (expr instanceof Expr.Column column) {
            return new Expr.Column(renamed(column.ref()));
        } else if (expr instanceof Expr.Call call) {
            return new Expr.Call(call.function(), renamed(call.argument()));
        } else if (expr instanceof Expr.Negate negate) {
            return new Expr.Negate(renamed(negate.operand()));
        } else if (expr instanceof Expr.Binary binary) {
            return new Expr.Binary(binary.operator(), renamed(binary.left()), renamed(binary.right()));
        }
        return expr;
    }

    private List<ColumnRef> all(List<ColumnRef> columns) {
        return columns.stream().map(this::renamed).toList();
    }

    private ColumnRef renamed(ColumnRef column) {
        return new ColumnRef(names.getOrDefault(column.name(), column.name()), column.place());
    }
}
