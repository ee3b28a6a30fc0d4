package org.canbao.report.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.privacy.Protection;
import org.canbao.report.SampleColumns;
import org.canbao.report.TableCode;
import org.canbao.sample.ColumnReader;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.RowOrder;
import org.canbao.spec.RowsSpec;
import org.canbao.spec.SqlExpression;
import org.jspecify.annotations.Nullable;

/** The rows of a sample that an exhibit shows one by one: facts about places, cells that were counted. */
public final class SampleRows {
    /** What can be shown on paper. */
    static final int MOST = 400;

    private final Map<String, Variable> columns;
    private final List<SampleRow> rows;

    private SampleRows(Map<String, Variable> columns, List<SampleRow> rows) {
        this.columns = columns;
        this.rows = List.copyOf(rows);
    }

    /**
     * Reads some columns of the rows that meet a condition, without counts of few persons, those from which these follow
     * where a total of their column is known, and what is made of either.
     *
     * @param exhibit what shows them
     * @param panels the column that tells panels apart, if there are any
     * @throws org.canbao.diag.CanbaoException CB0603 for columns that are not there, CB0608 if there are no rows or too many,
     *     CB0610 if rows are persons, who are shown one by one nowhere
     */
    public static SampleRows read(
            String exhibit,
            Sample sample,
            Collection<ColumnRef> read,
            Optional<SqlExpression> where,
            Optional<ColumnRef> panels,
            Protection protection) {
        if (protection.isOn() && !protection.cells()) {
            throw Diagnostic.error(
                            TableCode.PERSONS,
                            "`" + exhibit + "` would show rows one by one, which are of single persons")
                    .hint("count them in `cells` first, or show them in a table of kind `summary` or `share`")
                    .toException();
        }
        SampleRows rows = read(exhibit, sample, withCounts(read, protection), where);
        return protection.isOn()
                ? new SampleRows(
                        rows.columns, HiddenCounts.leaveOut(rows.rows, rows.columns.keySet(), panels, protection))
                : rows;
    }

    /** The columns and the counts that they are made of. */
    private static List<ColumnRef> withCounts(Collection<ColumnRef> read, Protection protection) {
        List<ColumnRef> all = new ArrayList<>(read);
        for (ColumnRef column : read) {
            protection.behind(List.of(column.name())).forEach(count -> all.add(new ColumnRef(count, column.place())));
        }
        return all;
    }

    private static SampleRows read(
            String exhibit, Sample sample, Collection<ColumnRef> read, Optional<SqlExpression> where) {
        Map<String, Variable> columns = columns(sample, read);
        List<Variable> all = List.copyOf(columns.values());
        List<Variable> numeric = all.stream().filter(v -> v.type().isNumeric()).toList();
        List<SampleRow> rows = new ArrayList<>();
        ColumnReader.read(sample, numeric, all, where, (numbers, texts) -> {
            int count = texts.length == 0 ? 0 : texts[0].length;
            for (int i = 0; i < count && rows.size() <= MOST; i++) {
                rows.add(row(numeric, numbers, all, texts, i));
            }
        });
        if (rows.isEmpty() || rows.size() > MOST) {
            throw Diagnostic.error(
                            TableCode.ROWS_SHOWN,
                            "`" + exhibit + "` shows rows one by one, and there are "
                                    + (rows.isEmpty() ? "none" : "more than " + MOST))
                    .at(place(read, where))
                    .hint(
                            rows.isEmpty()
                                    ? "no row of the sample meets its `where`"
                                    : "count them in `cells` first, or choose some with `where`")
                    .toException();
        }
        return new SampleRows(columns, rows);
    }

    /** How many values are left out because they are counts of few persons, or tell them. */
    public int hidden() {
        return rows.stream().mapToInt(row -> row.signs().size()).sum();
    }

    /** The rows. */
    public List<SampleRow> rows() {
        return rows;
    }

    /** The rows in an order; equal ones stay as they are, those without a value come last. */
    public List<SampleRow> rows(List<RowOrder> order) {
        List<SampleRow> sorted = new ArrayList<>(rows);
        Comparator<SampleRow> comparator = (a, b) -> 0;
        for (RowOrder level : order) {
            comparator = comparator.thenComparing(comparator(level));
        }
        sorted.sort(comparator);
        return List.copyOf(sorted);
    }

    /** The rows of each panel, panels in the order of their first rows; one without a name if there are none. */
    public Map<String, List<SampleRow>> panels(RowsSpec spec) {
        Map<String, List<SampleRow>> panels = new LinkedHashMap<>();
        for (SampleRow row : rows(spec.order())) {
            String panel = spec.panels().flatMap(row::text).orElse("");
            panels.computeIfAbsent(panel, name -> new ArrayList<>()).add(row);
        }
        return panels;
    }

    /** A column that was read. */
    public Variable variable(ColumnRef column) {
        return Objects.requireNonNull(columns.get(column.name()), column.name());
    }

    private static Map<String, Variable> columns(Sample sample, Collection<ColumnRef> read) {
        Problems problems = new Problems();
        Map<String, Variable> columns = new LinkedHashMap<>();
        SampleColumns wanted = new SampleColumns(sample, problems);
        Set<String> seen = new LinkedHashSet<>();
        for (ColumnRef ref : read) {
            if (seen.add(ref.name())) {
                wanted.known(ref).ifPresent(variable -> columns.put(ref.name(), variable));
            }
        }
        problems.throwIfErrors();
        return columns;
    }

    private static SampleRow row(
            List<Variable> numeric, double[][] numbers, List<Variable> all, @Nullable String[][] texts, int at) {
        Map<String, Double> values = new HashMap<>();
        for (int j = 0; j < numeric.size(); j++) {
            values.put(numeric.get(j).name(), numbers[j][at]);
        }
        Map<String, String> words = new HashMap<>();
        for (int j = 0; j < all.size(); j++) {
            String text = texts[j][at];
            if (text != null) {
                words.put(all.get(j).name(), text);
            }
        }
        return new SampleRow(words, values, Map.of());
    }

    private Comparator<SampleRow> comparator(RowOrder level) {
        Comparator<SampleRow> missingLast =
                Comparator.comparing(row -> row.text(level.column()).isEmpty());
        Comparator<SampleRow> values = variable(level.column()).type().isNumeric()
                ? Comparator.comparingDouble(row -> row.number(level.column()))
                : Comparator.comparing(row -> row.text(level.column()).orElse(""));
        return missingLast.thenComparing(level.descending() ? values.reversed() : values);
    }

    private static Place place(Collection<ColumnRef> read, Optional<SqlExpression> where) {
        return where.map(SqlExpression::place)
                .orElseGet(() -> read.iterator().next().place());
    }
}
