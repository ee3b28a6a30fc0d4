package org.canbao.report.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.report.TableCode;
import org.canbao.report.Vocabulary;
import org.canbao.report.rows.SampleRow;
import org.canbao.report.rows.SampleRows;
import org.canbao.sample.Sample;
import org.canbao.spec.Listing;
import org.canbao.spec.Listing.Show;
import org.canbao.spec.Text;

/** The rows of a sample, one by one, in panels if it is asked for, with totals under each. */
final class ListingTable {
    private final Listing spec;
    private final TableContext context;
    private final SampleRows rows;
    private final List<Show> shown;

    private ListingTable(Listing spec, Sample sample, TableContext context) {
        this.spec = spec;
        this.context = context;
        this.rows = SampleRows.read(
                spec.id(), sample, spec.columnsRead(), spec.where(), spec.rows().panels(), context.protection());
        this.shown = spec.columns().stream().map(this::shown).toList();
    }

    /**
     * The table.
     *
     * @throws org.canbao.diag.CanbaoException CB0603, CB0608 as {@link SampleRows}; CB0604 if numbers are to be shown of a
     *     column that has none; CB0609 if two rows have the same key
     */
    static TableModel of(Listing spec, Sample sample, TableContext context) {
        return new ListingTable(spec, sample, context).model();
    }

    private TableModel model() {
        checkKeys();
        Map<String, List<SampleRow>> panels = rows.panels(spec.rows());
        boolean transposed = spec.transposed();
        List<Text> notes = new ArrayList<>();
        spec.notes().ifPresent(notes::add);
        context.notes().ifPresent(notes::add);
        return new TableModel(
                spec.id(),
                spec.title(),
                context.simulated(),
                spec.stub().orElse(Text.of("")),
                transposed && spec.rows().panels().isPresent() ? groups(panels) : List.of(),
                transposed ? names(panels) : headers(),
                transposed ? transposed(panels) : lines(panels),
                notes,
                Optional.empty());
    }

    private List<TableModel.Column> headers() {
        return spec.columns().stream()
                .map(column -> new TableModel.Column(header(column)))
                .toList();
    }

    private Text header(Listing.Column column) {
        return column.header().orElseGet(() -> context.labels().text(column.en().name()));
    }

    private List<TableModel.Row> lines(Map<String, List<SampleRow>> panels) {
        List<TableModel.Row> lines = new ArrayList<>();
        panels.forEach((panel, inside) -> {
            if (spec.rows().panels().isPresent()) {
                lines.add(new TableModel.Panel(heading(panel)));
            }
            inside.forEach(row -> lines.add(line(row)));
            if (!spec.totals().isEmpty() && panels.size() == 1) {
                lines.add(new TableModel.Rule());
            }
            spec.totals().forEach(total -> lines.add(total(total, panels.size() == 1 ? "" : panel + ":", inside)));
        });
        return lines;
    }

    private Text heading(String panel) {
        return spec.rows()
                .panels()
                .map(by -> context.labels().valueText(by.name(), panel))
                .orElse(Text.of(panel));
    }

    private List<TableModel.Group> groups(Map<String, List<SampleRow>> panels) {
        List<TableModel.Group> groups = new ArrayList<>();
        int first = 0;
        for (Map.Entry<String, List<SampleRow>> panel : panels.entrySet()) {
            groups.add(new TableModel.Group(
                    heading(panel.getKey()), first, panel.getValue().size()));
            first += panel.getValue().size();
        }
        return groups;
    }

    private List<TableModel.Column> names(Map<String, List<SampleRow>> panels) {
        return panels.values().stream()
                .flatMap(List::stream)
                .map(row -> new TableModel.Column(row.name(spec.rows().names(), context.labels())))
                .toList();
    }

    private List<TableModel.Row> transposed(Map<String, List<SampleRow>> panels) {
        List<TableModel.Row> lines = new ArrayList<>();
        for (int j = 0; j < spec.columns().size(); j++) {
            Listing.Column column = spec.columns().get(j);
            Show as = shown.get(j);
            List<Cell> cells = panels.values().stream()
                    .flatMap(List::stream)
                    .map(row -> cell(column, as, row))
                    .toList();
            lines.add(new TableModel.Line(column.en().name(), header(column), cells));
        }
        return lines;
    }

    private void checkKeys() {
        Set<String> seen = new HashSet<>();
        for (SampleRow row : rows.rows()) {
            String key = row.key(spec.rows().names());
            if (!seen.add(key)) {
                throw Diagnostic.error(TableCode.SAME_NAME, "two rows of `" + spec.id() + "` are called `" + key + "`")
                        .at(spec.rows().names().key().place())
                        .hint("name rows by {key: COLUMN, en: COLUMN}, with a key that no two rows share")
                        .toException();
            }
        }
    }

    private TableModel.Line line(SampleRow row) {
        List<Cell> cells = new ArrayList<>();
        for (int j = 0; j < spec.columns().size(); j++) {
            cells.add(cell(spec.columns().get(j), shown.get(j), row));
        }
        return new TableModel.Line(
                row.key(spec.rows().names()), row.name(spec.rows().names(), context.labels()), cells);
    }

    private Cell cell(Listing.Column column, Show as, SampleRow row) {
        Optional<String> sign = row.sign(column.en()).or(() -> row.sign(column.zh()));
        if (sign.isPresent()) {
            return new Cell.Hidden(sign.get());
        }
        if (as == Show.WORDS) {
            Text words = row.words(column.en(), column.zh(), context.labels());
            return words.en().isEmpty() && words.zh().isEmpty() ? Cell.BLANK : new Cell.Words(words);
        }
        double value = row.number(column.en());
        if (Double.isNaN(value)) {
            return Cell.BLANK;
        }
        return switch (as) {
            case FLAG -> new Cell.Flag(value != 0);
            case COUNT -> Cell.Count.ofOther(Math.round(value));
            default -> new Cell.Number(value, digits(column), true);
        };
    }

    private TableModel.Line total(Listing.Total total, String panel, List<SampleRow> inside) {
        List<Cell> cells = new ArrayList<>();
        for (int j = 0; j < spec.columns().size(); j++) {
            Listing.Column column = spec.columns().get(j);
            cells.add(
                    shown.get(j) == Show.NUMBER || shown.get(j) == Show.COUNT
                            ? Totals.cell(total, inside, column.en(), shown.get(j) == Show.COUNT, digits(column))
                            : Cell.BLANK);
        }
        String name = total.name();
        return new TableModel.Line(
                panel + name.toLowerCase(Locale.ROOT),
                Vocabulary.valueOf("STAT_" + name).text(),
                cells);
    }

    /** Whole numbers have no decimals, unless the column says so. */
    private int digits(Listing.Column column) {
        Variable variable = rows.variable(column.en());
        return column.digits().orElse(variable.type().isIntegral() ? 0 : spec.digits());
    }

    private Show shown(Listing.Column column) {
        Variable variable = rows.variable(column.en());
        Show as = column.as().orElseGet(() -> usual(variable.type(), column));
        if (as != Show.WORDS && !variable.type().isNumeric()) {
            throw Diagnostic.error(TableCode.NOT_NUMERIC, "column `" + column.en() + "` holds no numbers")
                    .at(column.en().place())
                    .hint("`as: words` shows it as it is")
                    .toException();
        }
        return as;
    }

    private static Show usual(ValueType type, Listing.Column column) {
        if (!type.isNumeric() || !column.en().name().equals(column.zh().name())) {
            return Show.WORDS;
        }
        return type == ValueType.BOOLEAN ? Show.FLAG : Show.NUMBER;
    }
}
