package org.canbao.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Problems;
import org.canbao.engine.SqlText;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.Term;
import org.canbao.spec.VcovSpec;

/**
 * Which columns are read, as numbers or as levels, and what is computed from them in each row.
 *
 * <p>A <em>base</em> is a number per row: the outcome (base 0), the numeric part of a term, a slope variable. A
 * <em>key</em> is a column whose levels matter.
 */
final class ColumnPlan {
    /** The base of a term that has no numeric part. */
    static final int ONE = -1;

    private final Sample sample;
    private final Problems problems = new Problems();
    private final Map<String, Variable> numbers = new LinkedHashMap<>();
    private final Map<String, KeyRead> keys = new LinkedHashMap<>();
    private final Map<String, List<Expr>> bases = new LinkedHashMap<>();
    private final List<TermPlan> terms = new ArrayList<>();
    private final Optional<ColumnRef> weights;
    private final List<Integer> slopeBases = new ArrayList<>();

    /** A column read for its levels. */
    record KeyRead(Variable variable, boolean nullable) {}

    /**
     * A term: a base times indicators.
     *
     * @param term as written
     * @param base its numeric part
     * @param freeBase its numeric part without the treatment that an estimator replaces
     * @param treated whether it has that treatment
     */
    record TermPlan(Term term, int base, int freeBase, boolean treated) {}

    /**
     * Resolves a request.
     *
     * @throws org.canbao.diag.CanbaoException with every column that is not there or not of the right type
     */
    ColumnPlan(DesignRequest request, Sample sample) {
        this.sample = sample;
        this.weights = request.common().weights();
        base(List.of(request.outcome()));
        request.terms().forEach(term -> plan(term, request.treatment()));
        for (FixedEffect effect : request.effects()) {
            effect.columns().forEach(column -> key(column, false));
            effect.slopes().forEach(slope -> slopeBases.add(base(List.of(new Expr.Column(slope)))));
        }
        for (VcovSpec.ClusterTerm term : request.clusters()) {
            term.columns().forEach(column -> key(column, false));
        }
        request.keys().forEach(extra -> key(extra.column(), extra.nullable()));
        weights.ifPresent(this::variable);
        weights.ifPresent(this::checkNumeric);
        problems.throwIfErrors();
    }

    /** The columns read as numbers, by name, weights left out. */
    List<Variable> numbers() {
        return List.copyOf(numbers.values());
    }

    /** The columns read for their levels. */
    List<KeyRead> keys() {
        return List.copyOf(keys.values());
    }

    /** The position of a key. */
    int keyPosition(ColumnRef column) {
        return List.copyOf(keys.keySet()).indexOf(column.name());
    }

    /** The terms, in order. */
    List<TermPlan> terms() {
        return terms;
    }

    /** The texts of the bases. */
    List<String> baseTexts() {
        return List.copyOf(bases.keySet());
    }

    /** The position of the base that is this column. */
    int basePosition(ColumnRef column) {
        return baseTexts().indexOf(column.name());
    }

    /** The names of the slope variables. */
    List<String> slopes() {
        List<String> texts = baseTexts();
        return slopeBases.stream().distinct().map(texts::get).toList();
    }

    /** The weights column. */
    Optional<ColumnRef> weights() {
        return weights;
    }

    /** The programs of the bases over {@link #numbers()}. */
    List<RowProgram> programs() {
        List<String> order = List.copyOf(numbers.keySet());
        return bases.values().stream()
                .map(factors -> RowProgram.product(factors.stream()
                        .map(factor -> RowProgram.compile(factor, ref -> order.indexOf(ref.name())))
                        .toList()))
                .toList();
    }

    /** The SELECT list: numbers, then keys, then weights. */
    String select() {
        Stream<String> asNumbers = numbers.keySet().stream().map(ColumnPlan::asDouble);
        Stream<String> asLevels = keys.values().stream().map(KeyRead::variable).map(ColumnPlan::asLevel);
        List<String> all = Stream.concat(
                        Stream.concat(asNumbers, asLevels), weights.stream().map(ref -> asDouble(ref.name())))
                .toList();
        return all.isEmpty() ? "1" : String.join(", ", all);
    }

    static String asLevel(Variable variable) {
        String name = SqlText.identifier(variable.name());
        return switch (variable.type()) {
            case INT8, INT16, INT32, INT64 -> "CAST(" + name + " AS BIGINT)";
            case STRING, DATE, TIMESTAMP -> "CAST(" + name + " AS VARCHAR)";
            case BOOLEAN, FLOAT32, FLOAT64 -> "CAST(" + name + " AS DOUBLE)";
        };
    }

    private static String asDouble(String name) {
        return "CAST(" + SqlText.identifier(name) + " AS DOUBLE)";
    }

    private void plan(Term term, Optional<ColumnRef> treatment) {
        List<Expr> numeric = new ArrayList<>();
        for (Term.Factor factor : term.factors()) {
            if (factor instanceof Term.Numeric number) {
                numeric.add(number.expr());
            } else if (factor instanceof Term.Levels levels) {
                key(levels.column(), false);
                levels.by().ifPresent(numeric::add);
            }
        }
        List<Expr> free = numeric.stream()
                .filter(expr -> treatment.isEmpty() || !isColumn(expr, treatment.get()))
                .toList();
        treatment.ifPresent(column -> checkTreatment(free, column, term));
        int base = base(numeric);
        boolean treated = free.size() < numeric.size();
        terms.add(new TermPlan(term, base, treated ? base(free) : base, treated));
    }

    private int base(List<Expr> factors) {
        if (factors.isEmpty()) {
            return ONE;
        }
        factors.stream().flatMap(factor -> Expr.columnsOf(factor).stream()).forEach(this::number);
        String text = String.join(
                ":", factors.stream().map(f -> new Term.Numeric(f).text()).toList());
        bases.putIfAbsent(text, factors);
        return baseTexts().indexOf(text);
    }

    private void checkTreatment(List<Expr> free, ColumnRef treatment, Term term) {
        boolean inside = free.stream()
                .flatMap(expr -> Expr.columnsOf(expr).stream())
                .anyMatch(column -> column.name().equals(treatment.name()));
        if (inside) {
            problems.add(Diagnostic.error(
                            DesignCode.TREATMENT_IN_EXPRESSION,
                            "treatment `" + treatment + "` stands inside the expression `" + term.text() + "`")
                    .at(term.place())
                    .hint("a placebo replaces it as a factor of a term: write `" + treatment + ":other`"));
        }
    }

    private static boolean isColumn(Expr expr, ColumnRef column) {
        return expr instanceof Expr.Column read && read.ref().name().equals(column.name());
    }

    private void key(ColumnRef column, boolean nullable) {
        variable(column)
                .ifPresent(v -> keys.merge(
                        column.name(),
                        new KeyRead(v, nullable),
                        (a, b) -> new KeyRead(v, a.nullable() && b.nullable())));
    }

    private void number(ColumnRef column) {
        variable(column).ifPresent(v -> numbers.put(column.name(), v));
        checkNumeric(column);
    }

    private void checkNumeric(ColumnRef column) {
        Optional<Variable> found = sample.variable(column.name());
        if (found.isPresent() && !found.get().type().isNumeric()) {
            Optional<Diagnostic> valueless = Valueless.find(column, sample);
            if (valueless.isPresent()) {
                problems.add(valueless.get());
                return;
            }
            ValueType type = found.get().type();
            problems.add(Diagnostic.error(
                            DesignCode.NOT_A_NUMBER,
                            "column `" + column + "` is " + (type == ValueType.STRING ? "text" : "a date")
                                    + " and stands where a number is needed")
                    .at(column.place())
                    .hint("`i(" + column + ")` gives one indicator per value"));
        }
    }

    private Optional<Variable> variable(ColumnRef column) {
        Optional<Variable> found = sample.variable(column.name());
        if (found.isEmpty()) {
            problems.add(Diagnostic.error(DesignCode.UNKNOWN_COLUMN, "column `" + column + "` is not in the sample")
                    .at(column.place())
                    .nearest(Nearest.to(column.name(), sample.names())));
        }
        return found;
    }
}
