package org.canbao.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.CellsSpec;
import org.canbao.spec.CellsSpec.Dimension;
import org.canbao.spec.CellsSpec.Distinct;
import org.canbao.spec.CellsSpec.Levels;
import org.canbao.spec.CellsSpec.Sum;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.StudySpec.Derived;
import org.canbao.spec.StudySpec.Filter;
import org.canbao.spec.StudySpec.Join;

/** Reads {@code cells} of a sample. */
final class CellsReader {
    static final KeySet KEYS = KeySet.of(
            "`cells`",
            "by",
            "the dimensions and their levels: `all` that occur, {from, to} for whole numbers, or a list",
            "count",
            "the new column with the number of rows of a cell",
            "distinct",
            "new columns with the number of different values of a column, for example {enrolled: person}",
            "sum",
            "new columns with the sum of a column of whole numbers, or of true as 1, for example {insured: is_insured}",
            "join",
            "inputs joined to the cells, with the columns on which they are joined",
            "derive",
            "new columns of the cells as SQL expressions, in order",
            "filters",
            "conditions for cells to stay, in order");
    static final KeySet RANGE_KEYS = KeySet.of("a range of levels", "from", "the first", "to", "the last");

    private static final String ALL = "all";
    private static final int MOST_LEVELS = 1_000_000;

    private final Set<String> inputs;

    CellsReader(Set<String> inputs) {
        this.inputs = inputs;
    }

    /**
     * The cells.
     *
     * @throws org.canbao.diag.CanbaoException with every finding
     */
    CellsSpec read(Located node) {
        Located.Mapping mapping = Values.mapping(node, "a mapping with `by`, and `count`, `distinct` or `sum`");
        Problems problems = new Problems();
        Fields fields = new Fields(mapping, KEYS, problems, mapping.place());
        List<Dimension> by = fields.required("by", CellsReader::dimensions).orElse(List.of());
        Optional<ColumnRef> count = fields.optional("count", Values::column);
        List<Distinct> distinct =
                fields.optional("distinct", CellsReader::distinct).orElse(List.of());
        List<Sum> sums = fields.optional("sum", CellsReader::sums).orElse(List.of());
        List<Join> joins =
                fields.optional("join", n -> SampleSpecReader.joins(n, inputs)).orElse(List.of());
        List<Derived> derive =
                fields.optional("derive", SampleSpecReader::derived).orElse(List.of());
        List<Filter> filters =
                fields.optional("filters", SampleSpecReader::filters).orElse(List.of());
        if (!fields.failed() && count.isEmpty() && distinct.isEmpty() && sums.isEmpty()) {
            fields.report("by", Diagnostic.error(YamlCode.MISSING_KEY, "`cells` needs `count`, `distinct` or `sum`"));
        }
        List<ColumnRef> columns = new ArrayList<>();
        by.forEach(d -> columns.add(d.column()));
        count.ifPresent(columns::add);
        distinct.forEach(d -> columns.add(d.column()));
        sums.forEach(s -> columns.add(s.column()));
        checkNames(fields, columns);
        problems.throwIfErrors();
        return new CellsSpec(by, count, distinct, sums, joins, derive, filters, mapping.place());
    }

    private static void checkNames(Fields fields, List<ColumnRef> columns) {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (ColumnRef column : columns) {
            if (!seen.add(column.name())) {
                fields.report(Diagnostic.error(YamlCode.CONFLICT, "the cells have two columns `" + column.name() + "`")
                        .at(column.place())
                        .toException());
            }
        }
    }

    /** The dimensions: columns and their levels. */
    static List<Dimension> dimensions(Located node) {
        List<Dimension> dimensions = new ArrayList<>();
        SampleSpecReader.collect(
                Values.mapping(node, "a mapping of columns to their levels").entries(),
                entry -> dimensions.add(new Dimension(Values.column(entry.key()), levels(entry.value()))));
        if (dimensions.isEmpty()) {
            throw Values.wrongKind(node, "at least one column");
        }
        return dimensions;
    }

    private static Levels levels(Located node) {
        if (node instanceof Located.Mapping mapping) {
            return range(mapping);
        }
        if (node instanceof Located.Sequence) {
            return new Levels.Listed(Values.list(node, "a list of levels", Values::text));
        }
        Located.Scalar scalar = Values.scalar(node, "`all`, {from: …, to: …}, or a list of levels");
        if (!scalar.value().equals(ALL)) {
            throw Values.wrongKind(node, "`all`, {from: …, to: …}, or a list of levels");
        }
        return new Levels.Occurring();
    }

    private static Levels range(Located.Mapping mapping) {
        Problems problems = new Problems();
        Fields fields = new Fields(mapping, RANGE_KEYS, problems, mapping.place());
        Optional<Long> from = fields.required("from", Values::whole);
        Optional<Long> to = fields.required("to", Values::whole);
        if (!fields.failed()
                && (from.orElseThrow() > to.orElseThrow() || to.orElseThrow() - from.orElseThrow() >= MOST_LEVELS)) {
            fields.report(
                    "to",
                    Diagnostic.error(YamlCode.CONFLICT, "the range of levels is empty or too long")
                            .hint("`from` is not above `to`, and there are at most " + MOST_LEVELS + " levels"));
        }
        problems.throwIfErrors();
        return new Levels.Range(from.orElseThrow(), to.orElseThrow());
    }

    private static List<Distinct> distinct(Located node) {
        List<Distinct> distinct = new ArrayList<>();
        SampleSpecReader.collect(
                Values.mapping(node, "a mapping of new columns to the columns whose values are counted")
                        .entries(),
                entry -> distinct.add(new Distinct(Values.column(entry.key()), Values.column(entry.value()))));
        return distinct;
    }

    private static List<Sum> sums(Located node) {
        List<Sum> sums = new ArrayList<>();
        SampleSpecReader.collect(
                Values.mapping(node, "a mapping of new columns to the columns that are added up")
                        .entries(),
                entry -> sums.add(new Sum(Values.column(entry.key()), Values.column(entry.value()))));
        return sums;
    }
}
