package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.privacy.Protection;
import org.canbao.report.Vocabulary;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.TableSpec;
import org.canbao.spec.TableSpec.Statistic;
import org.canbao.spec.Text;
import tech.tablesaw.api.Table;

/**
 * Descriptive statistics of a sample, one row per variable; with {@code by}, one block of columns per level, and rows
 * without a level are counted in the notes. What the statistics are: {@link Distribution}. Missing and infinite values
 * are left out variable by variable, which is why the number of values is always shown.
 */
public final class SummaryTable {
    private final TableSpec.Summary spec;
    private final TableContext context;
    private final List<Statistic> statistics;
    private final SummaryLevels levels;

    private SummaryTable(TableSpec.Summary spec, TableContext context, SummaryLevels levels) {
        this.spec = spec;
        this.context = context;
        this.statistics = withCount(spec.statistics());
        this.levels = levels;
    }

    /**
     * The table.
     *
     * @param spec what was asked for
     * @param sample the sample, whose engine is asked for one variable at a time
     * @param context labels, notes of the study, whether data are simulated
     * @throws CanbaoException CB0603 for an unknown column, CB0604 for one without numbers, CB0605 if {@code by} has more
     *     than 24 levels, CB0606 for a negative weight
     */
    public static TableModel of(TableSpec.Summary spec, Sample sample, TableContext context) {
        SummaryVariables variables = SummaryVariables.of(spec, sample);
        SummaryLevels levels = SummaryLevels.of(spec, sample, variables);
        SummaryTable table = new SummaryTable(spec, context, levels);
        List<TableModel.Row> rows = new ArrayList<>();
        for (Variable variable : variables.described()) {
            SummaryProtection protection =
                    new SummaryProtection(variable.name(), context.protection(), table.smallBehind(variable, sample));
            Table values = SampleColumn.read(sample, variable, variables.weights(), variables.by());
            rows.add(table.row(variable, values, protection));
        }
        return table.model(rows);
    }

    private TableModel model(List<TableModel.Row> rows) {
        return new TableModel(
                spec.id(),
                spec.title(),
                context.simulated(),
                Vocabulary.VARIABLE.text(),
                groups(),
                columns(),
                rows,
                notes(),
                Optional.empty());
    }

    /** Whether a variable is made of counts of persons of which some are too small. */
    private boolean smallBehind(Variable variable, Sample sample) {
        Protection protection = context.protection();
        return protection.behind(List.of(variable.name())).stream()
                .flatMap(count -> sample.variable(count).stream())
                .anyMatch(count -> Distribution.of(SampleColumn.read(sample, count, Optional.empty(), Optional.empty()))
                        .has(value -> protection.hidesValue(count.name(), value)));
    }

    private TableModel.Row row(Variable variable, Table values, SummaryProtection protection) {
        List<Cell> cells = new ArrayList<>();
        for (Table block : levels.split(values)) {
            Distribution distribution = Distribution.of(block);
            for (Statistic statistic : statistics) {
                cells.add(
                        protection.hides(distribution, statistic)
                                ? new Cell.Hidden(Protection.COMPLEMENT)
                                : cell(distribution, statistic));
            }
        }
        return new TableModel.Line(variable.name(), context.labels().text(variable.name()), cells);
    }

    private Cell cell(Distribution distribution, Statistic statistic) {
        if (statistic == Statistic.N) {
            return new Cell.Count(distribution.count());
        }
        double value = distribution.statistic(statistic);
        return Double.isNaN(value) ? Cell.BLANK : new Cell.Number(value, spec.digits(), false);
    }

    private List<TableModel.Group> groups() {
        List<TableModel.Group> groups = new ArrayList<>();
        spec.by().map(ColumnRef::name).ifPresent(by -> {
            for (String level : levels.names()) {
                groups.add(new TableModel.Group(
                        levelLabel(by, level), groups.size() * statistics.size(), statistics.size()));
            }
        });
        return groups;
    }

    /** The label of the level, or "Year = 2013" if it has none. */
    private Text levelLabel(String by, String level) {
        Text label = context.labels().valueText(by, level);
        return label.equals(Text.of(level)) ? context.labels().text(by + "::" + level) : label;
    }

    private List<TableModel.Column> columns() {
        List<TableModel.Column> columns = new ArrayList<>();
        for (int block = 0; block < levels.blocks(); block++) {
            statistics.forEach(s -> columns.add(
                    new TableModel.Column(Vocabulary.valueOf("STAT_" + s.name()).text())));
        }
        return columns;
    }

    private List<Text> notes() {
        List<Text> notes = new ArrayList<>();
        spec.weights().ifPresent(w -> {
            notes.add(Vocabulary.WEIGHTED.text(Prose.inline(context.labels().text(w.name()))));
            notes.add(Vocabulary.WEIGHT_NEEDED.text());
            if (statistics.stream().anyMatch(SummaryTable::isQuantile)) {
                notes.add(Vocabulary.QUANTILES_WEIGHTED.text());
            }
        });
        if (levels.rowsWithout() > 0) {
            String by = spec.by().map(ColumnRef::name).orElseThrow();
            notes.add(Vocabulary.LEVEL_MISSING.text(
                    LossWords.rows(levels.rowsWithout(), context.protection()),
                    Prose.inline(context.labels().text(by))));
        }
        spec.notes().ifPresent(notes::add);
        context.notes().ifPresent(notes::add);
        return notes;
    }

    private static boolean isQuantile(Statistic statistic) {
        return statistic == Statistic.P25 || statistic == Statistic.MEDIAN || statistic == Statistic.P75;
    }

    private static List<Statistic> withCount(List<Statistic> asked) {
        List<Statistic> statistics = new ArrayList<>(asked);
        if (!statistics.contains(Statistic.N)) {
            statistics.add(0, Statistic.N);
        }
        return statistics;
    }
}
