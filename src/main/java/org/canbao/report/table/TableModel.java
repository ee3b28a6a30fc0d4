package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.spec.Text;

/**
 * A table: what its cells say, in both languages, without how it looks. All formats are made of this.
 *
 * @param id its key in the study
 * @param title its title
 * @param simulated whether anything in it comes from simulated data; the first note says so then
 * @param stub the header of the column of labels; may be empty
 * @param groups headers that span several columns, from left to right, not overlapping; may leave columns out
 * @param columns the columns
 * @param rows the rows, from top to bottom
 * @param notes what stands below, one paragraph each
 * @param legend what the stars mean; there if any cell is an estimate
 */
public record TableModel(
        String id,
        Text title,
        boolean simulated,
        Text stub,
        List<Group> groups,
        List<Column> columns,
        List<Row> rows,
        List<Text> notes,
        Optional<Text> legend) {

    public TableModel {
        groups = List.copyOf(groups);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        int width = columns.size();
        for (Row row : rows) {
            if (row instanceof Line line && line.cells().size() != width) {
                throw new IllegalArgumentException(
                        line.key() + ": " + line.cells().size() + " cells, not " + width);
            }
        }
        if (legend.isEmpty() && hasEstimates(rows)) {
            throw new IllegalArgumentException("estimates have stars, and stars need a legend");
        }
    }

    /** The same table with other rows and notes. */
    TableModel with(List<Row> otherRows, List<Text> otherNotes) {
        return new TableModel(id, title, simulated, stub, groups, columns, otherRows, otherNotes, legend);
    }

    /** The same with further notes at the end. */
    public TableModel with(List<Text> further) {
        List<Text> all = new ArrayList<>(notes);
        all.addAll(further);
        return new TableModel(id, title, simulated, stub, groups, columns, rows, all, legend);
    }

    /**
     * A header over several columns.
     *
     * @param label what it says
     * @param first the first column, from 0
     * @param columns how many, at least one
     */
    public record Group(Text label, int first, int columns) {}

    /** A column: its header. */
    public record Column(Text header) {}

    /** A row. */
    public sealed interface Row {}

    /**
     * Cells, one per column.
     *
     * @param key what the row is, for machines and in no language: a term, {@code observations}, {@code fe:city}
     * @param label what the row is, for readers
     */
    public record Line(String key, Text label, List<Cell> cells) implements Row {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** A horizontal rule. */
    public record Rule() implements Row {}

    /** A heading over the rows that follow. */
    public record Panel(Text heading) implements Row {}

    private static boolean hasEstimates(List<Row> rows) {
        return rows.stream()
                .filter(Line.class::isInstance)
                .flatMap(row -> ((Line) row).cells().stream())
                .anyMatch(Cell.Judged.class::isInstance);
    }
}
