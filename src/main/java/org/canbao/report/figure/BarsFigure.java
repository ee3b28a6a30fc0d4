package org.canbao.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.report.ExhibitData;
import org.canbao.report.TableCode;
import org.canbao.report.figure.BarChart.Bar;
import org.canbao.report.figure.BarChart.Panel;
import org.canbao.report.figure.BarChart.Part;
import org.canbao.report.rows.SampleRow;
import org.canbao.report.rows.SampleRows;
import org.canbao.spec.Bars;
import org.canbao.spec.ColumnRef;

/** Bars of the rows of a sample. */
final class BarsFigure {
    private final Bars spec;
    private final FigureContext context;
    private final FigureWords words;
    private final SampleRows rows;
    private final List<String> levels;

    private BarsFigure(Bars spec, ExhibitData data, FigureContext context) {
        this.spec = spec;
        this.context = context;
        this.words = new FigureWords(context);
        this.rows = SampleRows.read(
                spec.id(),
                data.sample().get(),
                spec.columnsRead(),
                spec.where(),
                spec.rows().panels(),
                context.protection());
        this.levels = spec.by()
                .map(by -> rows.rows(spec.rows().order()).stream()
                        .flatMap(row -> row.text(by).stream())
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    /**
     * The figure.
     *
     * @throws org.canbao.diag.CanbaoException CB0603, CB0608 as {@link SampleRows}; CB0604 for values that are no numbers;
     *     CB0609 if a bar has two values; CB0653, CB0654 as {@link BarChart}
     */
    static FigureModel of(Bars spec, ExhibitData data, FigureContext context) {
        return new BarsFigure(spec, data, context).model();
    }

    private FigureModel model() {
        checkNumeric();
        List<Panel> panels = new ArrayList<>();
        rows.panels(spec.rows())
                .forEach((name, inside) -> panels.add(new Panel(
                        spec.rows()
                                .panels()
                                .map(by -> context.labels().ofValue(by.name(), name, context.lang()))
                                .orElse(""),
                        bars(inside))));
        BarChart chart = new BarChart(parts(), panels, spec.stacked());
        chart.check(spec.id());
        ColumnRef first = spec.values().get(0);
        return chart.model(
                context,
                spec.id(),
                spec.title().in(context.lang()),
                spec.axis().map(axis -> axis.in(context.lang())).orElseGet(() -> context.label(first.name())),
                context.simulated() ? Optional.of(words.simulated()) : Optional.empty(),
                words.notes(spec.notes(), rows.hidden() > 0));
    }

    private List<String> parts() {
        return spec.by()
                .map(by -> levels.stream()
                        .map(level -> context.labels().ofValue(by.name(), level, context.lang()))
                        .toList())
                .orElseGet(() -> spec.values().stream()
                        .map(value -> context.label(value.name()))
                        .toList());
    }

    private List<Bar> bars(List<SampleRow> inside) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Part[]> values = new LinkedHashMap<>();
        for (SampleRow row : inside) {
            String key = row.key(spec.rows().names());
            names.putIfAbsent(
                    key, row.name(spec.rows().names(), context.labels()).in(context.lang()));
            Part[] parts = values.computeIfAbsent(key, k -> new Part[parts().size()]);
            if (spec.by().isPresent()) {
                int level = levels.indexOf(row.text(spec.by().get()).orElse(""));
                if (level >= 0) {
                    put(parts, level, row, spec.values().get(0), key);
                }
            } else {
                for (int p = 0; p < parts.length; p++) {
                    put(parts, p, row, spec.values().get(p), key);
                }
            }
        }
        List<Bar> bars = new ArrayList<>();
        values.forEach((key, parts) -> {
            List<Part> all = new ArrayList<>();
            for (Part part : parts) {
                all.add(part == null ? Part.NONE : part);
            }
            bars.add(new Bar(names.getOrDefault(key, key), all));
        });
        return bars;
    }

    private void put(Part[] parts, int at, SampleRow row, ColumnRef value, String key) {
        if (parts[at] != null) {
            throw Diagnostic.error(TableCode.SAME_NAME, "figure `" + spec.id() + "`: two rows are called `" + key + "`")
                    .at(spec.rows().names().key().place())
                    .hint(
                            "name rows by {key: COLUMN, en: COLUMN}, with a key that no two rows share; or tell them apart"
                                    + " with `by`")
                    .toException();
        }
        Bars.Ends ends = spec.intervals().get(value.name());
        parts[at] = ends == null
                ? Part.of(row.number(value))
                : new Part(row.number(value), row.number(ends.low()), row.number(ends.high()));
    }

    private void checkNumeric() {
        List<ColumnRef> numbers = new ArrayList<>(spec.values());
        spec.intervals().values().forEach(ends -> numbers.addAll(List.of(ends.low(), ends.high())));
        for (ColumnRef column : numbers) {
            if (!rows.variable(column).type().isNumeric()) {
                throw Diagnostic.error(TableCode.NOT_NUMERIC, "column `" + column + "` holds no numbers")
                        .at(column.place())
                        .hint("bars have the length of numbers; derive one under `derive`")
                        .toException();
            }
        }
    }
}
