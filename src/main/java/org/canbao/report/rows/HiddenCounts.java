package org.canbao.report.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.canbao.privacy.Complement;
import org.canbao.privacy.Protection;
import org.canbao.spec.ColumnRef;

/**
 * Rows of cells without the counts of persons that may not be shown, and without what is made of these. Totals of a column,
 * over a panel and over all rows, are taken as known; where rows have several counts, so is what these come to in a row.
 */
final class HiddenCounts {
    private final List<SampleRow> rows;
    private final List<String> columns;
    private final Protection protection;
    private final double[][] counts;
    private final boolean[][] small;

    private HiddenCounts(List<SampleRow> rows, Collection<String> columns, Protection protection) {
        this.rows = rows;
        this.protection = protection;
        this.columns = columns.stream().filter(protection.counts()::contains).toList();
        this.counts = new double[rows.size()][this.columns.size()];
        this.small = new boolean[rows.size()][this.columns.size()];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                String column = this.columns.get(j);
                counts[i][j] = rows.get(i).numbers().getOrDefault(column, Double.NaN);
                small[i][j] = protection.hidesValue(column, counts[i][j]);
            }
        }
    }

    /**
     * The rows as they may be shown, in their order.
     *
     * @param columns those that were read, the counts behind them included
     * @param panels the column that tells panels apart, if there are any
     */
    static List<SampleRow> leaveOut(
            List<SampleRow> rows, Collection<String> columns, Optional<ColumnRef> panels, Protection protection) {
        HiddenCounts hidden = new HiddenCounts(rows, columns, protection);
        return hidden.shown(columns, hidden.of(panels));
    }

    /** Which counts are hidden, by row and column. */
    private boolean[][] of(Optional<ColumnRef> panels) {
        Map<String, List<Integer>> byPanel = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            byPanel.computeIfAbsent(panels.flatMap(rows.get(i)::text).orElse(""), name -> new ArrayList<>())
                    .add(i);
        }
        boolean[][] hidden = small;
        if (byPanel.size() > 1) {
            for (List<Integer> panel : byPanel.values()) {
                hidden = close(hidden, panel);
            }
        }
        return close(hidden, IntStream.range(0, counts.length).boxed().toList());
    }

    private boolean[][] close(boolean[][] hidden, List<Integer> of) {
        boolean[][] all = hidden.clone();
        boolean[][] closed = Complement.of(
                of.stream().map(i -> counts[i]).toArray(double[][]::new),
                of.stream().map(i -> hidden[i]).toArray(boolean[][]::new),
                columns.size() > 1,
                true);
        for (int k = 0; k < closed.length; k++) {
            all[of.get(k)] = closed[k];
        }
        return all;
    }

    private List<SampleRow> shown(Collection<String> read, boolean[][] hidden) {
        List<SampleRow> shown = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            Map<String, String> signs = new HashMap<>();
            for (int j = 0; j < columns.size(); j++) {
                if (hidden[i][j]) {
                    signs.put(columns.get(j), small[i][j] ? protection.sign() : Protection.COMPLEMENT);
                }
            }
            Set<String> counted = Set.copyOf(signs.keySet());
            read.stream()
                    .filter(column ->
                            protection.behind(List.of(column)).stream().anyMatch(counted::contains))
                    .forEach(column -> signs.putIfAbsent(column, Protection.COMPLEMENT));
            shown.add(without(rows.get(i), signs));
        }
        return List.copyOf(shown);
    }

    private static SampleRow without(SampleRow row, Map<String, String> signs) {
        Map<String, Double> numbers = new HashMap<>(row.numbers());
        Map<String, String> texts = new HashMap<>(row.texts());
        numbers.keySet().removeAll(signs.keySet());
        texts.keySet().removeAll(signs.keySet());
        return new SampleRow(texts, numbers, signs);
    }
}
