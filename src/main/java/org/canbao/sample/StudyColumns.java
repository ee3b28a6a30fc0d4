package org.canbao.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.Formula;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.StudySpec;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Term;
import org.canbao.spec.VcovSpec;

/** The columns that models and tables name. Conditions in SQL are not among them: the guard knows theirs. */
public final class StudyColumns {
    private StudyColumns() {}

    /** Every column that the specs and tables of a study name, with repetitions, in the order of the file. */
    public static List<ColumnRef> of(StudySpec study) {
        List<ColumnRef> columns = new ArrayList<>();
        study.specs().values().forEach(spec -> columns.addAll(of(spec)));
        for (TableSpec table : study.tables().values()) {
            if (table instanceof TableSpec.Summary summary) {
                columns.addAll(summary.variables());
                summary.by().ifPresent(columns::add);
                summary.weights().ifPresent(columns::add);
            }
        }
        return columns;
    }

    /** Every column that a spec names. */
    public static List<ColumnRef> of(ModelSpec spec) {
        List<ColumnRef> columns = new ArrayList<>();
        if (spec instanceof ModelSpec.Ols ols) {
            addFormula(ols.formula(), columns);
        } else if (spec instanceof ModelSpec.EventStudy study) {
            columns.addAll(Expr.columnsOf(study.outcome()));
            columns.add(study.cohort());
            columns.add(study.time());
            study.controls().forEach(t -> addTerm(t, columns));
            study.fixedEffects().forEach(e -> addEffect(e, columns));
        } else if (spec instanceof ModelSpec.Placebo placebo) {
            addFormula(placebo.base().formula(), columns);
            columns.addAll(List.of(placebo.treatment(), placebo.cohort(), placebo.time(), placebo.unit()));
            placebo.within().ifPresent(columns::add);
        }
        spec.common().weights().ifPresent(columns::add);
        columns.addAll(clusters(spec));
        return columns;
    }

    /**
     * The columns that define most cells, most used first, ties by name: storing the sample in their order lets the
     * estimators stream cell after cell.
     */
    static List<String> cellColumns(StudySpec study) {
        Map<String, Integer> uses = new LinkedHashMap<>();
        for (ModelSpec spec : study.specs().values()) {
            Stream.concat(
                            fixedEffects(spec).stream().flatMap(e -> e.columns().stream()),
                            clusters(spec).stream())
                    .map(ColumnRef::name)
                    .distinct()
                    .forEach(name -> uses.merge(name, 1, Integer::sum));
        }
        return uses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<FixedEffect> fixedEffects(ModelSpec spec) {
        if (spec instanceof ModelSpec.EventStudy study) {
            return study.fixedEffects();
        }
        return spec instanceof ModelSpec.Placebo placebo
                ? placebo.base().formula().fixedEffects()
                : ((ModelSpec.Ols) spec).formula().fixedEffects();
    }

    private static List<ColumnRef> clusters(ModelSpec spec) {
        return spec.common().vcov() instanceof VcovSpec.Clustered clustered
                ? clustered.by().stream().flatMap(t -> t.columns().stream()).toList()
                : List.of();
    }

    private static void addFormula(Formula formula, List<ColumnRef> columns) {
        columns.addAll(Expr.columnsOf(formula.outcome()));
        formula.terms().forEach(t -> addTerm(t, columns));
        formula.fixedEffects().forEach(e -> addEffect(e, columns));
    }

    private static void addTerm(Term term, List<ColumnRef> columns) {
        for (Term.Factor factor : term.factors()) {
            if (factor instanceof Term.Numeric numeric) {
                columns.addAll(Expr.columnsOf(numeric.expr()));
            } else if (factor instanceof Term.Levels levels) {
                columns.add(levels.column());
                levels.by().ifPresent(by -> columns.addAll(Expr.columnsOf(by)));
            }
        }
    }

    private static void addEffect(FixedEffect effect, List<ColumnRef> columns) {
        columns.addAll(effect.columns());
        columns.addAll(effect.slopes());
    }
}
