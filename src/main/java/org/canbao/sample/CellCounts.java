package org.canbao.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.engine.SqlEngine;
import org.canbao.engine.SqlText;
import org.canbao.spec.CellsSpec;
import org.canbao.spec.CellsSpec.Dimension;
import org.canbao.spec.CellsSpec.Distinct;
import org.canbao.spec.CellsSpec.Levels;
import org.canbao.spec.CellsSpec.Sum;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.StudySpec;
import org.canbao.spec.Text;

/**
 * Rows counted in cells. The cells are a table of the engine: empty at first, so that what is derived from them can be
 * checked before any row is read, then filled from one pass over the rows, which tells the ledger too. Counts are whole
 * numbers and do not depend on the order in which threads add; cells are in the order of their levels.
 */
final class CellCounts {
    /** How the ledger calls the cells. */
    static final String NAME = "cells";

    private static final String TABLE = "__canbao_cells";
    private static final String ROWS = "__canbao_in_cell";
    private static final String COUNTED = "__canbao_counted";
    private static final String ASKED = "__canbao_asked";

    private final CellsSpec spec;
    private final Layer below;
    private final SqlEngine engine;

    private CellCounts(CellsSpec spec, Layer below, SqlEngine engine) {
        this.spec = spec;
        this.below = below;
        this.engine = engine;
    }

    /** The table of cells, without rows; empty if the columns that it needs are not there, which is reported. */
    static Optional<CellCounts> create(CellsSpec spec, Layer below, SqlEngine engine, Problems problems) {
        CellCounts cells = new CellCounts(spec, below, engine);
        List<ColumnRef> needed = cells.needed();
        for (ColumnRef column : needed) {
            if (!below.expressions().known().has(column.name())) {
                problems.add(below.expressions().known().unknown(column.name(), column.place()));
            }
        }
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        cells.checkTypes(problems);
        engine.execute(
                "CREATE TABLE " + TABLE + " AS SELECT " + cells.dimensions("") + cells.zeros() + ", 0::BIGINT AS "
                        + ROWS + ", 0 AS " + InputView.FILE + ", 0::BIGINT AS " + InputView.ROW + " FROM ("
                        + below.expressions().sql(cells.names()) + ") LIMIT 0");
        return Optional.of(cells);
    }

    /** The cells as the base of the layer above, with the labels of the columns that make them. */
    InputView view() {
        List<Variable> variables = new ArrayList<>();
        for (Variable column : engine.columns(TABLE)) {
            if (!column.name().startsWith("__canbao") && !column.name().equals(InputView.ROW)) {
                variables.add(below.rows().labelled(column));
            }
        }
        ColumnRef name = new ColumnRef(NAME, spec.place());
        StudySpec.Input input = new StudySpec.Input(
                name.name(),
                label(),
                NAME,
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                Map.of(),
                List.of(),
                spec.place());
        return new InputView(input, TABLE, variables, below.sources().simulated(), false, Map.of());
    }

    /**
     * Reads the rows, once: the engine hands each to the ledger and, if all filters keep it, to its cell.
     *
     * @return a relation with the rows of {@link LedgerCounts#byFate}
     */
    String count(LedgerCounts ledger) {
        String dimensions = dimensions("");
        engine.execute("CREATE TABLE " + COUNTED + " AS WITH " + ASKED + " AS (" + below.asked(names()) + ") "
                + ledger.byFate(ASKED) + " UNION ALL BY NAME SELECT " + dimensions + ", count(*) AS " + ROWS + counts()
                + " FROM (" + below.finished(ASKED, names()) + ") GROUP BY " + dimensions);
        return "(SELECT * FROM " + COUNTED + " WHERE " + ROWS + " IS NULL)";
    }

    /**
     * Fills the cells with what was counted.
     *
     * @param rows how many rows the filters keep
     * @return the line of the ledger
     */
    Ledger.Step fill(long rows) {
        engine.execute("INSERT INTO " + TABLE + " WITH counted AS (SELECT * FROM " + COUNTED + " WHERE " + ROWS
                + " IS NOT NULL) SELECT " + dimensions("g.") + values() + ", coalesce(c." + ROWS
                + ", 0), 0, row_number() OVER (ORDER BY " + dimensions("g.") + ") - 1 FROM " + grid()
                + " LEFT JOIN counted c ON " + same());
        long cells = engine.count("SELECT count(*) FROM " + TABLE);
        long empty = engine.count("SELECT count(*) FROM " + TABLE + " WHERE " + ROWS + " = 0");
        long inside = engine.count("SELECT coalesce(sum(" + ROWS + "), 0)::BIGINT FROM " + TABLE);
        return new Ledger.Step(Ledger.Kind.CELLS, NAME, label(), rows, cells, rows - inside, empty);
    }

    private String counts() {
        StringBuilder counts = new StringBuilder();
        spec.distinct()
                .forEach(d -> counts.append(", count(DISTINCT ")
                        .append(quoted(d.of()))
                        .append(") AS ")
                        .append(quoted(d.column())));
        spec.sums()
                .forEach(s -> counts.append(", sum(CAST(")
                        .append(quoted(s.of()))
                        .append(" AS BIGINT)) AS ")
                        .append(quoted(s.column())));
        return counts.toString();
    }

    private Text label() {
        String dimensions = spec.by().stream().map(d -> d.column().name()).collect(Collectors.joining(" × "));
        return new Text("cells: " + dimensions, "单元：" + dimensions);
    }

    /** The cells: the cross of all levels. */
    private String grid() {
        List<String> levels = new ArrayList<>();
        for (Dimension dimension : spec.by()) {
            levels.add(levels(dimension));
        }
        return "(SELECT * FROM " + String.join(" CROSS JOIN ", levels) + ") g";
    }

    private String levels(Dimension dimension) {
        String name = quoted(dimension.column());
        Levels levels = dimension.levels();
        if (levels instanceof Levels.Range range) {
            return "(SELECT range::" + typeName(dimension) + " AS " + name + " FROM range(" + range.first() + ", "
                    + (range.last() + 1) + "))";
        }
        if (levels instanceof Levels.Listed listed) {
            return "(VALUES "
                    + listed.levels().stream()
                            .map(level -> "(" + SqlText.literal(level) + "::" + typeName(dimension) + ")")
                            .collect(Collectors.joining(", "))
                    + ") AS "
                    + SqlText.identifier("levels " + dimension.column().name()) + "(" + name + ")";
        }
        return "(SELECT DISTINCT " + name + " FROM counted WHERE " + name + " IS NOT NULL)";
    }

    /** The engine's type of a dimension, which its levels are cast to. */
    private String typeName(Dimension dimension) {
        return switch (type(dimension)) {
            case INT8, INT16, INT32, INT64 -> "BIGINT";
            case FLOAT64 -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            default -> "VARCHAR";
        };
    }

    private ValueType type(Dimension dimension) {
        return type(dimension.column());
    }

    private ValueType type(ColumnRef column) {
        String name = column.name();
        return engine.columns("(" + below.expressions().sql(List.of(name)) + ")").stream()
                .filter(v -> v.name().equals(name))
                .map(Variable::type)
                .findFirst()
                .orElseThrow();
    }

    private void checkTypes(Problems problems) {
        for (Sum sum : spec.sums()) {
            ValueType type = type(sum.of());
            if (!type.isNumeric() || !type.isIntegral()) {
                problems.add(Diagnostic.error(
                                SampleCode.NOT_A_NUMBER,
                                "`" + sum.of().name() + "` holds no whole numbers, so it is not added up in cells")
                        .at(sum.of().place())
                        .hint("expected whole numbers, or true and false; cast(round(x) as bigint) makes such"));
            }
        }
        for (Dimension dimension : spec.by()) {
            if (dimension.levels() instanceof Levels.Range && !type(dimension).isNumeric()) {
                problems.add(Diagnostic.error(
                                SampleCode.NOT_A_NUMBER,
                                "`" + dimension.column().name() + "` is not a number, so its levels are not a range")
                        .at(dimension.column().place())
                        .hint("list its levels, or write `all`"));
            }
        }
    }

    private String zeros() {
        StringBuilder zeros = new StringBuilder();
        spec.count().ifPresent(c -> zeros.append(", 0::BIGINT AS ").append(quoted(c)));
        spec.distinct().forEach(d -> zeros.append(", 0::BIGINT AS ").append(quoted(d.column())));
        spec.sums().forEach(s -> zeros.append(", 0::BIGINT AS ").append(quoted(s.column())));
        return zeros.toString();
    }

    private String values() {
        StringBuilder values = new StringBuilder();
        spec.count().ifPresent(c -> values.append(", coalesce(c.").append(ROWS).append(", 0)"));
        spec.distinct()
                .forEach(d -> values.append(", coalesce(c.")
                        .append(quoted(d.column()))
                        .append(", 0)"));
        spec.sums()
                .forEach(s -> values.append(", coalesce(c.")
                        .append(quoted(s.column()))
                        .append(", 0)"));
        return values.toString();
    }

    private String same() {
        return spec.by().stream()
                .map(d -> quoted(d.column()))
                .map(name -> "g." + name + " = c." + name)
                .collect(Collectors.joining(" AND "));
    }

    private String dimensions(String alias) {
        return spec.by().stream().map(d -> alias + quoted(d.column())).collect(Collectors.joining(", "));
    }

    private List<ColumnRef> needed() {
        List<ColumnRef> needed = new ArrayList<>();
        spec.by().forEach(d -> needed.add(d.column()));
        spec.distinct().stream().map(Distinct::of).forEach(needed::add);
        spec.sums().stream().map(Sum::of).forEach(needed::add);
        return needed;
    }

    /** The columns of the rows that the cells are made from. */
    List<String> names() {
        return needed().stream().map(ColumnRef::name).distinct().toList();
    }

    private static String quoted(ColumnRef column) {
        return SqlText.identifier(column.name());
    }
}
