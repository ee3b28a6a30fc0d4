package org.canbao.report.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.canbao.privacy.Complement;
import org.canbao.privacy.Protection;

/**
 * Rows of cells without the counts of persons that may not be shown.
 *
 * @param shown the rows, in their order
 * @param hidden how many counts are left out
 */
record HiddenCounts(List<SampleRow> shown, int hidden) {
    /** Leaves out what may not be shown, column by column. */
    static HiddenCounts of(List<SampleRow> rows, Set<String> columns, Protection protection) {
        List<Map<String, Double>> numbers = new ArrayList<>();
        List<Map<String, String>> texts = new ArrayList<>();
        rows.forEach(row -> {
            numbers.add(new HashMap<>(row.numbers()));
            texts.add(new HashMap<>(row.texts()));
        });
        int hidden = 0;
        for (String column : columns) {
            boolean[] without = hidden(rows, column, protection);
            for (int i = 0; i < without.length; i++) {
                if (without[i]) {
                    numbers.get(i).remove(column);
                    texts.get(i).remove(column);
                    hidden++;
                }
            }
        }
        List<SampleRow> shown = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            shown.add(new SampleRow(texts.get(i), numbers.get(i)));
        }
        return new HiddenCounts(List.copyOf(shown), hidden);
    }

    private static boolean[] hidden(List<SampleRow> rows, String column, Protection protection) {
        double[] counts = new double[rows.size()];
        boolean[] small = new boolean[rows.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = rows.get(i).numbers().getOrDefault(column, Double.NaN);
            small[i] = protection.hidesValue(column, counts[i]);
        }
        return Complement.ofLine(counts, small);
    }
}
