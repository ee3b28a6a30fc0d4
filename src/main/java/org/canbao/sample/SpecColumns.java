package org.canbao.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.Formula;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.StudySpec;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Term;

/** The columns that specs and tables name, but for those inside SQL. */
final class SpecColumns {
    private final List<ColumnRef> all = new ArrayList<>();
    private final Map<String, Integer> grouping = new LinkedHashMap<>();

    private SpecColumns() {}

    /** The columns of a spec, in order, with repetitions. */
    static List<ColumnRef> of(ModelSpec spec) {
        SpecColumns columns = new SpecColumns();
        columns.spec(spec);
        return columns.all;
    }

    /** The columns of a table. */
    static List<ColumnRef> of(TableSpec table) {
        if (!(table instanceof TableSpec.Summary summary)) {
            return List.of();
        }
        List<ColumnRef> columns = new ArrayList<>(summary.variables());
        summary.by().ifPresent(columns::add);
        summary.weights().ifPresent(columns::add);
        return columns;
    }

    /**
     * The columns that make the cells of a study's estimates (fixed effects, clusters, cohorts, periods, running
     * variables), the one that
     * most specs use first; ties in the order of the study.
     */
    static List<String> sortColumns(StudySpec study) {
        SpecColumns columns = new SpecColumns();
        study.specs().values().forEach(columns::spec);
        return columns.grouping.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void spec(ModelSpec spec) {
        spec.common().weights().ifPresent(all::add);
        spec.common().vcov().clusters().forEach(term -> group(term.columns()));
        if (spec instanceof ModelSpec.Ols ols) {
            formula(ols.formula());
        } else if (spec instanceof ModelSpec.EventStudy study) {
            all.addAll(Expr.columnsOf(study.outcome()));
            group(List.of(study.cohort(), study.time()));
            study.controls().forEach(this::term);
            study.fixedEffects().forEach(this::effect);
        } else if (spec instanceof ModelSpec.RdPolynomial discontinuity) {
            all.addAll(Expr.columnsOf(discontinuity.outcome()));
            group(List.of(discontinuity.running()));
            discontinuity.controls().forEach(this::term);
            discontinuity.fixedEffects().forEach(this::effect);
        } else if (spec instanceof ModelSpec.Placebo placebo) {
            formula(placebo.base().formula());
            group(List.of(placebo.unit(), placebo.cohort(), placebo.time()));
            placebo.within().ifPresent(all::add);
        }
    }

    private void formula(Formula formula) {
        all.addAll(Expr.columnsOf(formula.outcome()));
        formula.terms().forEach(this::term);
        formula.fixedEffects().forEach(this::effect);
    }

    private void term(Term term) {
        for (Term.Factor factor : term.factors()) {
            if (factor instanceof Term.Numeric numeric) {
                all.addAll(Expr.columnsOf(numeric.expr()));
            } else if (factor instanceof Term.Levels levels) {
                all.add(levels.column());
                levels.by().ifPresent(by -> all.addAll(Expr.columnsOf(by)));
            }
        }
    }

    private void effect(FixedEffect effect) {
        group(effect.columns());
        all.addAll(effect.slopes());
    }

    private void group(List<ColumnRef> columns) {
        all.addAll(columns);
        columns.forEach(column -> grouping.merge(column.name(), 1, Integer::sum));
    }
}
