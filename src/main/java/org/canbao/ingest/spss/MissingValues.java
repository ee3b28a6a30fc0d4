package org.canbao.ingest.spss;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.data.ValueType;

/**
 * Which values of a variable its file declares missing.
 *
 * @param numbers single numbers
 * @param ranges ranges of numbers, at most one
 * @param texts texts, without trailing blanks
 */
record MissingValues(List<Double> numbers, List<Range> ranges, List<String> texts) {
    /** The value that stands for "lowest" in a range: the number next to system-missing. */
    private static final double LOWEST = Math.nextUp(-Double.MAX_VALUE);

    MissingValues {
        numbers = List.copyOf(numbers);
        ranges = List.copyOf(ranges);
        texts = List.copyOf(texts);
    }

    /**
     * All numbers from one to another.
     *
     * @param low the first
     * @param high the last
     */
    record Range(double low, double high) {
        boolean contains(double value) {
            return value >= low && value <= high;
        }

        /** As in SPSS syntax: {@code 97 thru 99}, {@code LO thru -1}, {@code 90 thru HI}. */
        String key(ValueType type) {
            return (low <= LOWEST ? "LO" : SavTime.key(type, low)) + " thru "
                    + (high == Double.MAX_VALUE ? "HI" : SavTime.key(type, high));
        }
    }

    static MissingValues ofNumbers(List<Double> numbers) {
        return new MissingValues(numbers, List.of(), List.of());
    }

    /** The first two are the ends of a range; a single number may follow. */
    static MissingValues ofRange(List<Double> numbers) {
        Range range = new Range(numbers.get(0), numbers.get(1));
        return new MissingValues(numbers.subList(2, numbers.size()), List.of(range), List.of());
    }

    static MissingValues ofTexts(List<String> texts) {
        return new MissingValues(List.of(), List.of(), texts);
    }

    boolean contains(double value) {
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) == value) {
                return true;
            }
        }
        return !ranges.isEmpty() && ranges.get(0).contains(value);
    }

    boolean contains(String text) {
        return !texts.isEmpty() && texts.contains(text);
    }

    /**
     * The declared values and ranges, and the labelled values inside a range, each with its label.
     *
     * @param labels labels by value as text
     * @param labelled the numbers that have labels
     */
    Map<String, String> codes(ValueType type, Map<String, String> labels, List<Double> labelled) {
        Map<String, String> codes = new LinkedHashMap<>();
        texts.forEach(value -> codes.put(value, labels.getOrDefault(value, "")));
        for (double value : numbers) {
            String key = SavTime.key(type, value);
            codes.put(key, labels.getOrDefault(key, ""));
        }
        for (Range range : ranges) {
            codes.put(range.key(type), "");
            for (double value : labelled) {
                if (range.contains(value)) {
                    String key = SavTime.key(type, value);
                    codes.put(key, labels.getOrDefault(key, ""));
                }
            }
        }
        return codes;
    }
}
