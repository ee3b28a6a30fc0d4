package org.canbao.report.rows;

import java.util.Map;
import java.util.Optional;
import org.canbao.report.Labels;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.RowNames;
import org.canbao.spec.Text;

/**
 * A row of a sample.
 *
 * @param texts its values as text, by column; none where there is no value
 * @param numbers those of numeric columns, false and true as 0 and 1
 * @param signs what stands in the place of values that may not be shown, by column; these are not among the others
 */
public record SampleRow(Map<String, String> texts, Map<String, Double> numbers, Map<String, String> signs) {
    public SampleRow {
        signs = Map.copyOf(signs);
        texts = Map.copyOf(texts);
        numbers = Map.copyOf(numbers);
    }

    /** A value as text. */
    public Optional<String> text(ColumnRef column) {
        return Optional.ofNullable(texts.get(column.name()));
    }

    /** A value as a number; NaN where there is none. */
    public double number(ColumnRef column) {
        return numbers.getOrDefault(column.name(), Double.NaN);
    }

    /** What stands in the place of a value that may not be shown. */
    public Optional<String> sign(ColumnRef column) {
        return Optional.ofNullable(signs.get(column.name()));
    }

    /** What it is for machines; empty if it has no such value. */
    public String key(RowNames names) {
        return text(names.key()).orElse("");
    }

    /** What it is called. */
    public Text name(RowNames names, Labels labels) {
        return words(names.en(), names.zh(), labels);
    }

    /** The text of a column in each language; the labels of values where both are one column. */
    public Text words(ColumnRef en, ColumnRef zh, Labels labels) {
        String english = text(en).orElse("");
        return en.name().equals(zh.name())
                ? labels.valueText(en.name(), english)
                : new Text(english, text(zh).orElse(english));
    }
}
