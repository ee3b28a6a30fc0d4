package org.canbao.ingest.spss;

import java.util.List;

/**
 * Which values of a variable its file declares missing.
 *
 * @param numbers single numbers
 * @param ranges ranges of numbers, at most one
 * @param texts texts, without trailing blanks
 */
record MissingValues(List<Double> numbers, List<Range> ranges, List<String> texts) {
    /** None. */
    static final MissingValues NONE = new MissingValues(List.of(), List.of(), List.of());

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

        boolean fromLowest() {
            return low <= LOWEST;
        }

        boolean toHighest() {
            return high == Double.MAX_VALUE;
        }
    }

    boolean isEmpty() {
        return numbers.isEmpty() && ranges.isEmpty() && texts.isEmpty();
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
}
