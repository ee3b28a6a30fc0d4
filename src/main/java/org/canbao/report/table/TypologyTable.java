package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.canbao.report.Vocabulary;
import org.canbao.report.rows.SampleRow;
import org.canbao.report.rows.SampleRows;
import org.canbao.report.share.Shares;
import org.canbao.sample.Sample;
import org.canbao.spec.Text;
import org.canbao.spec.Typology;
import org.canbao.spec.Typology.Classes;

/**
 * Which rows of a sample are of which class: their names in cells, their number, and their share of all rows. Rows that are of
 * none of the classes are counted in a note.
 */
final class TypologyTable {
    private static final double PERCENT = 100;

    private final Typology spec;
    private final TableContext context;
    private final List<SampleRow> rows;
    private final List<String> across;

    private TypologyTable(Typology spec, Sample sample, TableContext context) {
        this.spec = spec;
        this.context = context;
        this.rows = SampleRows.read(
                        spec.id(), sample, spec.columnsRead(), spec.where(), Optional.empty(), context.protection())
                .rows(spec.order());
        this.across = spec.columns().map(this::levels).orElse(List.of());
    }

    /**
     * The table.
     *
     * @throws org.canbao.diag.CanbaoException CB0603, CB0608 as {@link SampleRows}
     */
    static TableModel of(Typology spec, Sample sample, TableContext context) {
        return new TypologyTable(spec, sample, context).model();
    }

    private TableModel model() {
        List<TableModel.Row> lines = new ArrayList<>();
        List<Text> notes = new ArrayList<>();
        boolean several = spec.rows().size() > 1;
        for (Classes classes : spec.rows()) {
            if (several) {
                lines.add(new TableModel.Panel(
                        context.labels().text(classes.column().name())));
            }
            List<String> levels = levels(classes);
            levels.forEach(level -> lines.add(line(classes, level, several)));
            unclassed(classes, levels).ifPresent(notes::add);
        }
        spec.columns().flatMap(classes -> unclassed(classes, across)).ifPresent(notes::add);
        spec.notes().ifPresent(notes::add);
        context.notes().ifPresent(notes::add);
        return new TableModel(
                spec.id(),
                spec.title(),
                context.simulated(),
                several
                        ? Text.of("")
                        : context.labels().text(spec.rows().get(0).column().name()),
                List.of(),
                columns(),
                lines,
                notes,
                Optional.empty());
    }

    private List<TableModel.Column> columns() {
        List<TableModel.Column> columns = new ArrayList<>();
        spec.columns()
                .ifPresent(classes -> across.forEach(level -> columns.add(new TableModel.Column(
                        context.labels().valueText(classes.column().name(), level)))));
        if (columns.isEmpty()) {
            columns.add(new TableModel.Column(
                    context.labels().text(spec.names().en().name())));
        }
        columns.add(new TableModel.Column(Vocabulary.TYPOLOGY_COUNT.text()));
        if (spec.shares()) {
            columns.add(new TableModel.Column(Vocabulary.TYPOLOGY_SHARE.text()));
        }
        return columns;
    }

    private TableModel.Line line(Classes classes, String level, boolean several) {
        List<SampleRow> of = of(classes, level, rows);
        List<Cell> cells = new ArrayList<>();
        if (spec.columns().isPresent()) {
            Classes columns = spec.columns().get();
            across.forEach(other -> cells.add(names(of(columns, other, of))));
        } else {
            cells.add(names(of));
        }
        cells.add(Cell.Count.ofOther(of.size()));
        if (spec.shares()) {
            cells.add(new Cell.Number(PERCENT * of.size() / rows.size(), spec.digits(), true));
        }
        String column = classes.column().name();
        return new TableModel.Line(
                several ? column + ":" + level : level, context.labels().valueText(column, level), cells);
    }

    private static List<SampleRow> of(Classes classes, String level, List<SampleRow> rows) {
        Predicate<SampleRow> isOf =
                row -> row.text(classes.column()).filter(level::equals).isPresent();
        return rows.stream().filter(isOf).toList();
    }

    private Cell names(List<SampleRow> of) {
        List<Text> names =
                of.stream().map(row -> row.name(spec.names(), context.labels())).toList();
        return names.isEmpty()
                ? Cell.BLANK
                : new Cell.Words(new Text(
                        String.join(", ", names.stream().map(Text::en).toList()),
                        String.join("、", names.stream().map(Text::zh).toList())));
    }

    private List<String> levels(Classes classes) {
        return classes.levels().isEmpty()
                ? Shares.sorted(() -> rows.stream()
                        .flatMap(row -> row.text(classes.column()).stream())
                        .iterator())
                : classes.levels();
    }

    private Optional<Text> unclassed(Classes classes, List<String> levels) {
        long left = rows.stream()
                .filter(row ->
                        row.text(classes.column()).filter(levels::contains).isEmpty())
                .count();
        return left == 0
                ? Optional.empty()
                : Optional.of(Vocabulary.TYPOLOGY_LEFT.text(
                        context.labels().text(classes.column().name()), LossWords.rows(left)));
    }
}
