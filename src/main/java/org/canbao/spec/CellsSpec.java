package org.canbao.spec;

import java.util.List;
import java.util.Optional;
import org.canbao.diag.Place;
import org.canbao.spec.StudySpec.Derived;
import org.canbao.spec.StudySpec.Filter;
import org.canbao.spec.StudySpec.Join;

/**
 * Rows counted in cells, which then are the observations: every combination of the levels of the dimensions is a cell, those
 * without a row too, with counts of zero.
 *
 * @param by the dimensions
 * @param count the column that holds the number of rows of a cell, if one was asked for
 * @param distinct columns that hold the number of different values, missing ones not counted
 * @param sums columns that hold the sum of a column of whole numbers, or the number of rows where a condition is true
 * @param joins inputs joined to the cells
 * @param derive new columns of the cells
 * @param filters conditions for cells to stay
 * @param place where all this stands
 */
public record CellsSpec(
        List<Dimension> by,
        Optional<ColumnRef> count,
        List<Distinct> distinct,
        List<Sum> sums,
        List<Join> joins,
        List<Derived> derive,
        List<Filter> filters,
        Place place) {
    public CellsSpec {
        by = List.copyOf(by);
        distinct = List.copyOf(distinct);
        sums = List.copyOf(sums);
        joins = List.copyOf(joins);
        derive = List.copyOf(derive);
        filters = List.copyOf(filters);
    }

    /** A column whose levels make cells. */
    public record Dimension(ColumnRef column, Levels levels) {}

    /** The number of different values of a column, in a column of the cells. */
    public record Distinct(ColumnRef column, ColumnRef of) {}

    /** The sum of a column over the rows of a cell, missing values left out, in a column of the cells. */
    public record Sum(ColumnRef column, ColumnRef of) {}

    /** The levels of a dimension. Rows with other levels are in no cell. */
    public sealed interface Levels {
        /** Those that occur. */
        record Occurring() implements Levels {}

        /** The whole numbers from {@code first} to {@code last}, both included. */
        record Range(long first, long last) implements Levels {}

        /** These, as text. */
        record Listed(List<String> levels) implements Levels {
            public Listed {
                levels = List.copyOf(levels);
            }
        }
    }
}
