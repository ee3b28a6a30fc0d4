package org.canbao.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table that was asked for. */
public sealed interface TableSpec
        permits TableSpec.Regression, //
                TableSpec.RdRobustness,
                TableSpec.Share,
                TableSpec.Summary,
                Listing,
                Typology {
    /** Its key in the study. */
    String id();

    /** Its title. */
    Text title();

    /** Notes under it. */
    Optional<Text> notes();

    /** The specs whose fits it shows, in order. */
    default List<ColumnRef> specs() {
        return List.of();
    }

    /** The columns of the sample that it reads. */
    default List<ColumnRef> columnsRead() {
        return List.of();
    }

    /** The condition that the rows of the sample meet which it reads, if any. */
    default Optional<SqlExpression> where() {
        return Optional.empty();
    }

    /**
     * Estimates side by side.
     *
     * @param columns one per spec
     * @param rows the coefficients shown, in order; empty: all. The others count as controls
     * @param digits decimals of estimates and standard errors
     */
    record Regression(
            String id, Text title, Optional<Text> notes, List<Column> columns, List<ColumnRef> rows, int digits)
            implements TableSpec {
        public Regression {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        @Override
        public List<ColumnRef> specs() {
            return columns.stream().map(Column::spec).toList();
        }
    }

    /**
     * A column of a regression table.
     *
     * @param spec whose estimates it shows
     * @param header its header; the outcome's label if none is given
     * @param marginal that it shows average marginal effects rather than coefficients
     */
    record Column(ColumnRef spec, Optional<Text> header, Optional<Marginal> marginal) {
        /** One that shows coefficients. */
        public Column(ColumnRef spec, Optional<Text> header) {
            this(spec, header, Optional.empty());
        }
    }

    /**
     * Average marginal effects in the place of coefficients.
     *
     * @param level the level of an ordered outcome whose probability they are about; empty for other outcomes
     */
    record Marginal(Optional<Double> level) {}

    /**
     * Descriptive statistics.
     *
     * @param variables one row each
     * @param statistics which, in order
     * @param by one block of columns per level of this column, if given
     * @param weights analytic weights, if given
     * @param digits decimals
     */
    record Summary(
            String id,
            Text title,
            Optional<Text> notes,
            List<ColumnRef> variables,
            List<Statistic> statistics,
            Optional<ColumnRef> by,
            Optional<ColumnRef> weights,
            int digits)
            implements TableSpec {
        public Summary {
            variables = List.copyOf(variables);
            statistics = List.copyOf(statistics);
        }

        @Override
        public List<ColumnRef> columnsRead() {
            List<ColumnRef> columns = new ArrayList<>(variables);
            by.ifPresent(columns::add);
            weights.ifPresent(columns::add);
            return columns;
        }
    }

    /** A discontinuity under other choices, in sections. */
    record RdRobustness(String id, Text title, Optional<Text> notes, ColumnRef spec, int digits) implements TableSpec {
        @Override
        public List<ColumnRef> specs() {
            return List.of(spec);
        }
    }

    /**
     * Proportions with their intervals and counts.
     *
     * @param shares the proportions, in order
     * @param rows one row per level of this column, if given
     * @param by one block of columns per level of this column, if given
     * @param weights sampling weights, if given; shares are then shown with and without them
     * @param digits decimals of percentages
     */
    record Share(
            String id,
            Text title,
            Optional<Text> notes,
            List<ShareSpec> shares,
            Optional<ColumnRef> rows,
            Optional<ColumnRef> by,
            Optional<ColumnRef> weights,
            int digits)
            implements TableSpec {
        public Share {
            shares = List.copyOf(shares);
        }

        @Override
        public List<ColumnRef> columnsRead() {
            List<ColumnRef> columns = new ArrayList<>();
            shares.forEach(share -> columns.addAll(share.columnsRead()));
            rows.ifPresent(columns::add);
            by.ifPresent(columns::add);
            weights.ifPresent(columns::add);
            return columns;
        }
    }

    /** A descriptive statistic. */
    enum Statistic {
        /** Rows that are not missing. */
        N,
        /** Arithmetic mean. */
        MEAN,
        /** Standard deviation, n-1. */
        SD,
        /** Smallest. */
        MIN,
        /** First quartile. */
        P25,
        /** Median. */
        MEDIAN,
        /** Third quartile. */
        P75,
        /** Largest. */
        MAX
    }
}
