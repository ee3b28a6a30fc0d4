package org.canbao.estimate.margins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.canbao.design.Design;
import org.canbao.design.DesignRequest;
import org.canbao.design.Key;
import org.canbao.design.Regressor;
import org.canbao.design.TermLayout;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.EstimateCode;
import org.canbao.result.MarginalEffects;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.MarginalEffectsSpec;
import org.canbao.spec.Term;

/**
 * The movements that a spec asks for, over the rows of a design. Columns of the sample that terms read as numbers are read
 * along, as terms after those of the model; they are missing nowhere where the terms are not, so that no row is lost.
 */
public final class Movements {
    private final MarginalEffectsSpec spec;
    private final List<Term> terms;
    private final TermValues values;
    private final Identification identification;
    private final double[] coefficients;
    private final List<String> names;
    private final List<Movement> found = new ArrayList<>();
    private final List<MarginalEffects.LeftOut> leftOut = new ArrayList<>();

    private Movements(
            MarginalEffectsSpec spec,
            List<Term> terms,
            TermValues values,
            Identification identification,
            double[] coefficients,
            List<String> names) {
        this.names = names;
        this.spec = spec;
        this.terms = terms;
        this.values = values;
        this.identification = identification;
        this.coefficients = coefficients;
    }

    /** A request that also reads, after its own terms, each column that some terms read as numbers. */
    public static DesignRequest reading(DesignRequest request, List<Term> terms) {
        List<Term> all = new ArrayList<>(request.terms());
        for (ColumnRef column : MarginalEffectsSpec.numbers(terms)) {
            all.add(new Term(List.of(new Term.Numeric(new Expr.Column(column))), column.place()));
        }
        return new DesignRequest(
                request.common(),
                request.outcome(),
                all,
                request.intercept(),
                request.effects(),
                request.keys(),
                request.treatment());
    }

    /**
     * The movements.
     *
     * @param terms those of the model, which are the first of the design; {@link #reading} added its last
     * @param identification which of the model's columns were kept, and what the others are
     * @param coefficients one per column of the model, zero for those left out
     * @throws org.canbao.diag.CanbaoException CB0586 where a term has no derivative or no value, CB0587 if a column that is
     *     to change from 0 to 1 has other values
     */
    public static Movements of(
            MarginalEffectsSpec spec,
            List<Term> terms,
            Design design,
            Identification identification,
            double[] coefficients) {
        List<TermLayout> layouts = design.layouts();
        List<List<Regressor>> columns = design.byTerm();
        List<ColumnRef> numbers = MarginalEffectsSpec.numbers(terms);
        Map<String, double[]> read = new LinkedHashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            Regressor column = columns.get(layouts.size() - numbers.size() + i).get(0);
            read.put(numbers.get(i).name(), design.values(column));
        }
        TermValues values = new TermValues(layouts.subList(0, terms.size()), read, design::key, design.size());
        List<String> names =
                design.ofTerms(terms.size()).stream().map(Regressor::name).toList();
        Movements movements = new Movements(spec, terms, values, identification, coefficients, names);
        spec.of().forEach(movements::add);
        return movements;
    }

    /** The movements whose effects can be estimated, in the order of the spec. */
    public List<Movement> all() {
        return List.copyOf(found);
    }

    /** The columns of the model that a movement moves, by name. */
    public List<String> terms(Movement movement) {
        return movement.columns().stream().map(names::get).toList();
    }

    /** The effects that cannot. */
    public List<MarginalEffects.LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    private void add(ColumnRef column) {
        String name = column.name();
        Set<Integer> moving = moving(name);
        if (MarginalEffectsSpec.names(MarginalEffectsSpec.levels(terms), name)) {
            addLevels(column, moving);
        } else if (MarginalEffectsSpec.names(spec.discrete(), name)) {
            requireIndicator(column);
            keep(Movement.Change.of(
                    name,
                    "0",
                    moving,
                    c -> moved(c, values.at(c, name, 0), column),
                    c -> moved(c, values.at(c, name, 1), column),
                    coefficients));
        } else {
            keep(Movement.Derivative.of(
                    name, moving, c -> finite(values.slope(c, name), c, column, "no derivative by"), coefficients));
        }
    }

    private void addLevels(ColumnRef column, Set<Integer> moving) {
        String name = column.name();
        Key key = values.key(column);
        int base = base(column, key);
        for (int at = 0; at < key.levels().size(); at++) {
            int level = at;
            if (level != base && moving.stream().anyMatch(c -> values.isAbout(c, name, level))) {
                keep(Movement.Change.of(
                        name + "::" + key.levels().names().get(level),
                        key.levels().names().get(base),
                        moving,
                        c -> moved(c, values.atLevel(c, name, base), column),
                        c -> moved(c, values.atLevel(c, name, level), column),
                        coefficients));
            }
        }
    }

    /** The first reference that a term states; otherwise the first level that the rows have. */
    private int base(ColumnRef column, Key key) {
        for (Term term : terms) {
            for (Term.Factor factor : term.factors()) {
                if (factor instanceof Term.Levels levels
                        && levels.column().name().equals(column.name())
                        && !levels.reference().isEmpty()) {
                    OptionalInt stated = key.levels().find(levels.reference().get(0));
                    if (stated.isPresent()) {
                        return stated.getAsInt();
                    }
                }
            }
        }
        int first = key.levels().size();
        for (int code : key.codes()) {
            first = Math.min(first, code);
        }
        return first;
    }

    private void keep(Movement movement) {
        identification
                .against(movement)
                .ifPresentOrElse(
                        c -> leftOut.add(new MarginalEffects.LeftOut(movement.name(), names.get(c))),
                        () -> found.add(movement));
    }

    private Set<Integer> moving(String name) {
        Set<Integer> moving = new TreeSet<>();
        for (int c = 0; c < values.size(); c++) {
            if (values.reads(c, name)) {
                moving.add(c);
            }
        }
        return moving;
    }

    private double[] moved(int c, double[] to, ColumnRef by) {
        finite(to, c, by, "no value at the ends of a change of");
        double[] from = values.value(c);
        for (int i = 0; i < to.length; i++) {
            to[i] -= from[i];
        }
        return to;
    }

    private double[] finite(double[] numbers, int c, ColumnRef by, String lack) {
        long bad = 0;
        for (double number : numbers) {
            bad += Double.isFinite(number) ? 0 : 1;
        }
        if (bad > 0) {
            throw Diagnostic.error(
                            EstimateCode.NO_DERIVATIVE,
                            "`" + values.term(c) + "` has " + lack + " `" + by + "` in " + bad + " rows or cells")
                    .at(by.place())
                    .hint("leave `" + by + "` out of `marginal_effects`, or rows by `where`")
                    .toException();
        }
        return numbers;
    }

    private void requireIndicator(ColumnRef column) {
        for (double value : values.numbers(column.name())) {
            if (value != 0 && value != 1) {
                throw Diagnostic.error(
                                EstimateCode.NOT_BINARY,
                                "column `" + column + "` under `discrete` has values other than 0 and 1")
                        .at(column.place())
                        .hint("for example: " + value)
                        .hint("without `discrete` its effect is the derivative; `i(" + column
                                + ")` gives one change per level")
                        .toException();
            }
        }
    }
}
