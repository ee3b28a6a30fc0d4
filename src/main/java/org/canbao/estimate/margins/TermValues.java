package org.canbao.estimate.margins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.canbao.design.Key;
import org.canbao.design.TermLayout;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.MarginalEffectsSpec;
import org.canbao.spec.Term;

/** The columns of a model as functions of the columns of the sample, so that one of these can be moved. */
final class TermValues {
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, double[]> numbers;
    private final Function<ColumnRef, Key> keys;
    private final int rows;

    /**
     * A column of the model.
     *
     * @param term what it is of
     * @param levels the level of each factor
     */
    private record Column(Term term, List<Integer> levels) {}

    /**
     * @param layouts the terms of the model, whose columns are counted from 0
     * @param numbers the columns of the sample that terms read as numbers, by name
     * @param keys the levels of the others
     */
    TermValues(List<TermLayout> layouts, Map<String, double[]> numbers, Function<ColumnRef, Key> keys, int rows) {
        layouts.forEach(layout -> layout.levels().forEach(levels -> columns.add(new Column(layout.term(), levels))));
        this.numbers = numbers;
        this.keys = keys;
        this.rows = rows;
    }

    /** How many columns the model has. */
    int size() {
        return columns.size();
    }

    /** The text of the term of a column. */
    String term(int column) {
        return columns.get(column).term().text();
    }

    /** The values of a column of the sample. */
    double[] numbers(String name) {
        return Objects.requireNonNull(numbers.get(name), name);
    }

    /** The levels of a column of the sample. */
    Key key(ColumnRef column) {
        return keys.apply(column);
    }

    /** Whether a column of the model reads a column of the sample. */
    boolean reads(int column, String name) {
        return columns.get(column).term().factors().stream()
                .anyMatch(factor -> MarginalEffectsSpec.names(MarginalEffectsSpec.numbersOf(factor), name)
                        || isOfLevels(factor, name));
    }

    /** Whether a column of the model is about some level of a column of the sample. */
    boolean isAbout(int column, String name, int level) {
        Column at = columns.get(column);
        for (int f = 0; f < at.levels().size(); f++) {
            if (isOfLevels(at.term().factors().get(f), name) && at.levels().get(f) == level) {
                return true;
            }
        }
        return false;
    }

    /** A column's derivative by a column of the sample. */
    double[] slope(int column, String by) {
        return product(
                        columns.get(column),
                        ref -> numbers(ref.name()),
                        by,
                        ref -> keys.apply(ref).codes())
                .slope();
    }

    /** A column where a column of the sample has one number in every row. */
    double[] at(int column, String name, double number) {
        double[] same = new double[rows];
        Arrays.fill(same, number);
        return product(
                        columns.get(column),
                        ref -> ref.name().equals(name) ? same : numbers(ref.name()),
                        "",
                        ref -> keys.apply(ref).codes())
                .value();
    }

    /** A column where a column of the sample has one level in every row. */
    double[] atLevel(int column, String name, int level) {
        int[] same = new int[rows];
        Arrays.fill(same, level);
        return product(
                        columns.get(column),
                        ref -> numbers(ref.name()),
                        "",
                        ref -> ref.name().equals(name) ? same : keys.apply(ref).codes())
                .value();
    }

    /** A column as it is. */
    double[] value(int column) {
        return product(
                        columns.get(column),
                        ref -> numbers(ref.name()),
                        "",
                        ref -> keys.apply(ref).codes())
                .value();
    }

    private Dual product(
            Column column, Function<ColumnRef, double[]> values, String by, Function<ColumnRef, int[]> codes) {
        Dual product = Dual.constant(1, rows);
        for (int f = 0; f < column.levels().size(); f++) {
            Term.Factor factor = column.term().factors().get(f);
            if (factor instanceof Term.Numeric number) {
                product = product.times(Dual.of(number.expr(), values, by, rows));
            } else if (factor instanceof Term.Levels levels) {
                if (levels.by().isPresent()) {
                    product = product.times(Dual.of(levels.by().get(), values, by, rows));
                }
            }
        }
        for (int f = 0; f < column.levels().size(); f++) {
            if (column.term().factors().get(f) instanceof Term.Levels levels) {
                product.clearBeyond(
                        codes.apply(levels.column()), column.levels().get(f));
            }
        }
        return product;
    }

    private static boolean isOfLevels(Term.Factor factor, String name) {
        return factor instanceof Term.Levels levels && levels.column().name().equals(name);
    }
}
