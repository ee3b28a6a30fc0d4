package org.canbao.report.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.canbao.report.Numbers;
import org.canbao.spec.Lang;

/**
 * A table for machines, long: one record per cell that is not blank, then one per note, in UTF-8 with a header.
 *
 * <p>{@code table} its key; {@code row} the key of the row ({@code did}, {@code observations}, {@code fe:city}) or
 * {@code note}; {@code row_label}; {@code column} its number from 1 (of the note for notes); {@code column_label} with
 * its groups; {@code kind} is {@code estimate}, {@code interval}, {@code reference}, {@code omitted}, {@code number}, {@code count},
 * {@code flag}, {@code words}, {@code suppressed} or {@code note}; {@code value} is the estimate, the number or 1 and 0, in full precision;
 * {@code std_error} for estimates, {@code p_value} and {@code stars} for these and for those with an interval; {@code text} as all other formats print it;
 * {@code simulated} says whether the data are.
 */
public final class CsvTable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setHeader(
                    "table",
                    "row",
                    "row_label",
                    "column",
                    "column_label",
                    "kind",
                    "value",
                    "std_error",
                    "p_value",
                    "stars",
                    "text",
                    "simulated")
            .get();

    private CsvTable() {}

    /** The table as CSV. */
    public static String render(TableModel model, Lang lang) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            for (TableModel.Row row : model.rows()) {
                if (row instanceof TableModel.Line line) {
                    print(printer, model, line, lang);
                }
            }
            printNotes(printer, model, lang);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder takes everything", e);
        }
        return out.toString();
    }

    private static void print(CSVPrinter printer, TableModel model, TableModel.Line line, Lang lang)
            throws IOException {
        for (int j = 0; j < line.cells().size(); j++) {
            Cell cell = line.cells().get(j);
            if (cell instanceof Cell.Blank) {
                continue;
            }
            Cell.Judged e = cell instanceof Cell.Judged judged ? judged : null;
            printer.printRecord(
                    model.id(),
                    line.key(),
                    line.label().in(lang),
                    j + 1,
                    columnLabel(model, j, lang),
                    kind(cell),
                    value(cell),
                    cell instanceof Cell.Estimate estimate ? Numbers.exact(estimate.stdError()) : "",
                    e == null ? "" : Numbers.exact(e.pValue()),
                    e == null ? "" : e.stars(),
                    text(cell, lang),
                    model.simulated());
        }
    }

    private static void printNotes(CSVPrinter printer, TableModel model, Lang lang) throws IOException {
        List<String> notes = PrintedTable.notes(model, lang);
        for (int i = 0; i < notes.size(); i++) {
            printer.printRecord(
                    model.id(), "note", "", i + 1, "", "note", "", "", "", "", notes.get(i), model.simulated());
        }
    }

    private static String columnLabel(TableModel model, int column, Lang lang) {
        String own = model.columns().get(column).header().in(lang);
        return model.groups().stream()
                .filter(g -> g.first() <= column && column < g.first() + g.columns())
                .map(g -> own.isEmpty() ? g.label().in(lang) : g.label().in(lang) + " " + own)
                .findFirst()
                .orElse(own)
                .strip();
    }

    private static String kind(Cell cell) {
        if (cell instanceof Cell.Estimate) {
            return "estimate";
        } else if (cell instanceof Cell.Interval) {
            return "interval";
        } else if (cell instanceof Cell.Reference) {
            return "reference";
        } else if (cell instanceof Cell.Omitted) {
            return "omitted";
        } else if (cell instanceof Cell.Number) {
            return "number";
        } else if (cell instanceof Cell.Count) {
            return "count";
        } else if (cell instanceof Cell.Hidden) {
            return "suppressed";
        }
        return cell instanceof Cell.Flag ? "flag" : "words";
    }

    private static String value(Cell cell) {
        if (cell instanceof Cell.Judged e) {
            return Numbers.exact(e.estimate());
        } else if (cell instanceof Cell.Number n) {
            return Numbers.exact(n.value());
        } else if (cell instanceof Cell.Count c) {
            return String.valueOf(c.value());
        } else if (cell instanceof Cell.Flag f) {
            return f.value() ? "1" : "0";
        }
        return cell instanceof Cell.Reference ? "0" : "";
    }

    private static String text(Cell cell, Lang lang) {
        String upper = PrintedCell.of(cell, lang).whole();
        String lower = PrintedCell.beneath(cell).whole();
        return lower.isEmpty() ? upper : upper + " " + lower;
    }
}
