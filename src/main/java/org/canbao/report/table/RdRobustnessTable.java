package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.canbao.report.ExhibitData;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.RdVocabulary;
import org.canbao.report.Vocabulary;
import org.canbao.report.Words;
import org.canbao.result.Coefficient;
import org.canbao.result.RdRobustnessFit;
import org.canbao.result.RdRobustnessFit.Line;
import org.canbao.result.RdRobustnessFit.Section;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;

/** A discontinuity under other choices as a table: a panel per section, a row per estimate. */
final class RdRobustnessTable {
    private static final int P_DIGITS = 3;
    private static final int WIDTH_DIGITS = 3;

    private final RdRobustnessFit fit;
    private final TableContext context;
    private final int digits;

    RdRobustnessTable(RdRobustnessFit fit, TableContext context, int digits) {
        this.fit = fit;
        this.context = context;
        this.digits = digits;
    }

    /** The table of a study. */
    static TableModel of(TableSpec.RdRobustness spec, ExhibitData data, TableContext context) {
        RdRobustnessFit fit = (RdRobustnessFit) data.fit(spec.spec());
        RdRobustnessTable table = new RdRobustnessTable(fit, context, spec.digits());
        List<Text> notes = new ArrayList<>(table.notes());
        spec.notes().ifPresent(notes::add);
        context.notes().ifPresent(notes::add);
        return table.model(spec.id(), spec.title(), notes);
    }

    /** The table with these notes. */
    TableModel model(String id, Text title, List<Text> notes) {
        return new TableModel(
                id,
                title,
                context.simulated(),
                Text.of(""),
                List.of(),
                columns(),
                rows(),
                notes,
                Optional.of(Vocabulary.LEGEND.text()));
    }

    private static List<TableModel.Column> columns() {
        return Stream.of(
                        Vocabulary.ESTIMATE,
                        Vocabulary.P_VALUE,
                        Vocabulary.CONF_LOW,
                        Vocabulary.CONF_HIGH,
                        Vocabulary.BANDWIDTHS,
                        RdVocabulary.LEFT_ROWS,
                        RdVocabulary.RIGHT_ROWS)
                .map(word -> new TableModel.Column(word.text()))
                .toList();
    }

    private List<TableModel.Row> rows() {
        List<TableModel.Row> rows = new ArrayList<>();
        for (Section section : Section.values()) {
            List<Line> lines = fit.lines(section);
            if (!lines.isEmpty()) {
                rows.add(new TableModel.Panel(heading(section).text()));
                lines.forEach(line -> rows.add(row(line)));
            }
        }
        return rows;
    }

    private TableModel.Row row(Line line) {
        List<Cell> cells = new ArrayList<>();
        if (line.estimate().isEmpty()) {
            cells.add(new Cell.Omitted());
            FitRows.pad(cells, columns().size());
        } else {
            Coefficient c = line.estimate().get();
            cells.add(new Cell.Estimate(c.estimate(), c.stdError(), c.pValue(), digits));
            cells.add(new Cell.Number(c.pValue(), P_DIGITS, true));
            cells.add(new Cell.Number(c.confLow(), digits, false));
            cells.add(new Cell.Number(c.confHigh(), digits, false));
            cells.add(width(line));
            cells.add(new Cell.Count(line.left()));
            cells.add(new Cell.Count(line.right()));
        }
        String key = line.section().name().toLowerCase(Locale.ROOT)
                + (Double.isNaN(line.value()) ? line.name() : Numbers.exact(line.value()));
        return new TableModel.Line(key, label(line), cells);
    }

    private static Cell width(Line line) {
        if (Double.isNaN(line.low())) {
            return Cell.BLANK;
        }
        String low = Numbers.fixed(line.low(), WIDTH_DIGITS);
        String high = Numbers.fixed(line.high(), WIDTH_DIGITS);
        return new Cell.Words(Text.of(low.equals(high) ? low : low + " / " + high));
    }

    private Text label(Line line) {
        Labels labels = context.labels();
        return switch (line.section()) {
            case BASELINE -> labels.text(fit.outcome());
            case COVARIATE -> labels.text(line.name());
            case DENSITY -> RdVocabulary.ROBUST_DENSITY_LINE.text();
            default -> Text.of(Numbers.exact(line.value()));
        };
    }

    private static Words heading(Section section) {
        return switch (section) {
            case BASELINE -> RdVocabulary.ROBUST_BASELINE;
            case CUTOFF -> RdVocabulary.ROBUST_CUTOFFS;
            case DONUT -> RdVocabulary.ROBUST_DONUTS;
            case BANDWIDTH -> RdVocabulary.ROBUST_BANDWIDTHS;
            case WINDOW -> RdVocabulary.ROBUST_WINDOWS;
            case ORDER -> RdVocabulary.ROBUST_ORDERS;
            case COVARIATE -> RdVocabulary.ROBUST_COVARIATES;
            case DENSITY -> RdVocabulary.ROBUST_DENSITY;
        };
    }

    /** What a reader must know of the numbers, and what could not be estimated. */
    List<Text> notes() {
        List<Text> notes = new ArrayList<>();
        notes.add(
                fit.baseModel().equals("rd-local")
                        ? RdVocabulary.ROBUST_LOCAL_NOTE.text()
                        : new SeWords(new EffectLabels(context.labels())).sentence(fit.inference()));
        if (!fit.lines(Section.CUTOFF).isEmpty()) {
            notes.add(RdVocabulary.ROBUST_CUTOFF_NOTE.text());
        }
        if (!fit.lines(Section.DENSITY).isEmpty()) {
            notes.add(RdVocabulary.ROBUST_DENSITY_NOTE.text());
        }
        for (Line line : fit.lines()) {
            if (line.estimate().isEmpty()) {
                notes.add(RdVocabulary.NOT_ESTIMATED.text(
                        heading(line.section()).text(), label(line), Text.of(line.reason())));
            }
        }
        return notes;
    }
}
