package org.canbao.report.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.report.Labels;
import org.canbao.report.Vocabulary;
import org.canbao.spec.Text;

/** What readers call fixed effects, which fits name as formulas do: {@code city}, {@code city^year}, {@code city[year]}. */
final class EffectLabels {
    private final Labels labels;

    EffectLabels(Labels labels) {
        this.labels = labels;
    }

    /**
     * The rows that an effect stands for, by a key: {@code city[year]} is city intercepts ({@code fe:city}) and slopes in
     * year ({@code slope:city[year]}); {@code city[[year]]} the slopes alone.
     */
    Map<String, Text> rows(String effect) {
        int bracket = effect.indexOf('[');
        String levels = bracket < 0 ? effect : effect.substring(0, bracket);
        Map<String, Text> rows = new LinkedHashMap<>();
        if (!effect.contains("[[")) {
            rows.put("fe:" + levels, Vocabulary.FIXED_EFFECTS.text(levels(levels)));
        }
        for (String slope : slopes(effect)) {
            rows.put(
                    "slope:" + levels + "[" + slope + "]",
                    Vocabulary.SPECIFIC_SLOPES.text(levels(levels), Prose.inline(labels.text(slope))));
        }
        return rows;
    }

    /** The effect inside a sentence: "city fixed effects". */
    Text name(String effect) {
        return Vocabulary.list(rows(effect).values().stream().map(Prose::inline).toList());
    }

    /** The effect as a formula has it, with labels: "City", "City × year", "City[year]". */
    Text text(String effect) {
        Text levels = levels(effect);
        List<String> slopes = slopes(effect);
        if (slopes.isEmpty()) {
            return levels;
        }
        Text inside = Vocabulary.list(slopes.stream().map(labels::text).toList());
        return new Text(levels.en() + "[" + inside.en() + "]", levels.zh() + "[" + inside.zh() + "]");
    }

    /** The columns whose combinations are the levels of an effect or a way of clustering: "City", or "City × year". */
    Text levels(String effect) {
        int bracket = effect.indexOf('[');
        List<String> columns = Arrays.asList((bracket < 0 ? effect : effect.substring(0, bracket)).split("\\^"));
        Text text = labels.text(columns.get(0));
        for (String column : columns.subList(1, columns.size())) {
            text = Vocabulary.TIMES.text(text, Prose.inline(labels.text(column)));
        }
        return text;
    }

    private static List<String> slopes(String effect) {
        int open = effect.indexOf('[');
        if (open < 0) {
            return List.of();
        }
        List<String> slopes = new ArrayList<>();
        for (String slope :
                effect.substring(open).replace("[", "").replace("]", "").split(",")) {
            slopes.add(slope.trim());
        }
        return slopes;
    }
}
