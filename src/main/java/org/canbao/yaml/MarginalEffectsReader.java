package org.canbao.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.Formula;
import org.canbao.spec.MarginalEffectsSpec;
import org.canbao.spec.Term;

/** Reads which average marginal effects are wanted: the keys {@code marginal_effects} and {@code discrete}. */
final class MarginalEffectsReader {
    /** The value of {@code marginal_effects} that stands for all columns. */
    static final String ALL = "all";

    private static final String OF = "marginal_effects";
    private static final String DISCRETE = "discrete";

    static final KeySet KEYS = KeySet.of(
            "a spec with marginal effects",
            OF,
            "average marginal effects: `all`, or the columns of the terms for which they are wanted",
            DISCRETE,
            "of these columns, those that are 0 or 1 and whose effect is the change from 0 to 1, not the derivative");

    private final Fields fields;
    private final Formula formula;
    private final Optional<Expr> offset;
    private final List<ColumnRef> numbers;
    private final List<ColumnRef> levels;

    private MarginalEffectsReader(Fields fields, Formula formula, Optional<Expr> offset) {
        this.fields = fields;
        this.formula = formula;
        this.offset = offset;
        this.numbers = MarginalEffectsSpec.numbers(formula.terms());
        this.levels = MarginalEffectsSpec.levels(formula.terms());
    }

    /** What is wanted; empty if nothing is, or if there was a finding. */
    static Optional<MarginalEffectsSpec> read(Fields fields, Optional<Formula> formula, Optional<Expr> offset) {
        if (!fields.has(OF) && fields.says(DISCRETE)) {
            fields.report(
                    DISCRETE,
                    Diagnostic.error(YamlCode.CONFLICT, "`discrete` is about marginal effects, and none are wanted")
                            .hint("add `marginal_effects: all`"));
        }
        return formula.flatMap(found -> new MarginalEffectsReader(fields, found, offset).read());
    }

    private Optional<MarginalEffectsSpec> read() {
        Optional<List<ColumnRef>> of = fields.optional(OF, this::columns);
        List<ColumnRef> discrete = fields.optional(
                        DISCRETE, node -> Values.flat(node, item -> List.of(Values.column(item))))
                .orElse(List.of());
        of.ifPresent(wanted -> {
            wanted.forEach(this::check);
            discrete.forEach(column -> checkDiscrete(column, wanted));
        });
        return of.map(wanted -> new MarginalEffectsSpec(wanted, discrete));
    }

    private List<ColumnRef> columns(Located node) {
        if (node instanceof Located.Scalar scalar && ALL.equals(scalar.value())) {
            List<ColumnRef> all = new ArrayList<>();
            formula.terms().forEach(term -> term.factors().forEach(factor -> addNew(all, factor)));
            return all.stream()
                    .map(column -> new ColumnRef(column.name(), scalar.place()))
                    .toList();
        }
        List<ColumnRef> named = new ArrayList<>();
        Values.oneOrMore(node, Values::column).forEach(column -> addNew(named, column));
        return named;
    }

    private static void addNew(List<ColumnRef> columns, Term.Factor factor) {
        if (factor instanceof Term.Levels of) {
            addNew(columns, of.column());
        }
        MarginalEffectsSpec.numbersOf(factor).forEach(column -> addNew(columns, column));
    }

    private static void addNew(List<ColumnRef> columns, ColumnRef column) {
        if (!MarginalEffectsSpec.names(columns, column.name())) {
            columns.add(column);
        }
    }

    /** A column that moves must move all that is made of it. */
    private void check(ColumnRef column) {
        String name = column.name();
        boolean number = MarginalEffectsSpec.names(numbers, name);
        boolean level = MarginalEffectsSpec.names(levels, name);
        if (!number && !level) {
            List<String> known = new ArrayList<>();
            formula.terms()
                    .forEach(term -> term.factors().forEach(factor -> {
                        List<ColumnRef> columns = new ArrayList<>();
                        addNew(columns, factor);
                        columns.forEach(one -> known.add(one.name()));
                    }));
            report(Diagnostic.error(YamlCode.UNKNOWN_NAME, "column `" + name + "` is in no term of the formula")
                    .at(column.place())
                    .nearest(Nearest.to(name, known))
                    .hint("columns of its terms: "
                            + String.join(", ", known.stream().distinct().toList())));
        } else if (number && level) {
            conflict(column, "stands in terms both as a number and as levels `i(" + name + ")`");
        }
        for (FixedEffect effect : formula.fixedEffects()) {
            if (MarginalEffectsSpec.names(effect.columns(), name) || MarginalEffectsSpec.names(effect.slopes(), name)) {
                conflict(column, "is also in the absorbed effect `" + effect.text() + "`");
            }
        }
        offset.filter(expr -> MarginalEffectsSpec.names(Expr.columnsOf(expr), name))
                .ifPresent(expr -> conflict(column, "is also in the offset `" + expr.text() + "`"));
    }

    private void checkDiscrete(ColumnRef column, List<ColumnRef> wanted) {
        List<String> known = wanted.stream()
                .map(ColumnRef::name)
                .filter(name -> MarginalEffectsSpec.names(numbers, name))
                .toList();
        if (!known.contains(column.name())) {
            boolean levelled = MarginalEffectsSpec.names(levels, column.name());
            report(Diagnostic.error(
                            YamlCode.UNKNOWN_NAME,
                            "column `" + column + "` under `discrete` "
                                    + (levelled
                                            ? "stands as levels, whose effects are changes anyway"
                                            : "is none of those whose marginal effects are wanted"))
                    .at(column.place())
                    .nearest(Nearest.to(column.name(), known)));
        }
    }

    private void conflict(ColumnRef column, String why) {
        report(Diagnostic.error(YamlCode.CONFLICT, "column `" + column + "` has no marginal effect: it " + why)
                .at(column.place())
                .hint("list the columns whose marginal effects are wanted, without it"));
    }

    private void report(Diagnostic finding) {
        fields.report(finding.toException());
    }
}
