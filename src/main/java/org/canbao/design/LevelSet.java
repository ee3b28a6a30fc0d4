package org.canbao.design;

import java.util.List;
import java.util.OptionalInt;

/**
 * The distinct values of a column in ascending order: numbers by size, text by character.
 *
 * @param names each value as text
 * @param numbers each value as a number; empty for text
 */
public record LevelSet(List<String> names, List<Double> numbers) {
    public LevelSet {
        names = List.copyOf(names);
        numbers = List.copyOf(numbers);
    }

    /** How many. */
    public int size() {
        return names.size();
    }

    /** Whether the values are numbers. */
    public boolean isNumeric() {
        return numbers.size() == names.size();
    }

    /** The position of a level that a user wrote: {@code 2015}, {@code 2015.0} and {@code +2015} are the same number. */
    public OptionalInt find(String level) {
        int exact = names.indexOf(level);
        if (exact >= 0) {
            return OptionalInt.of(exact);
        }
        try {
            int number = isNumeric() ? numbers.indexOf(Double.valueOf(level.strip()) + 0.0) : -1;
            return number >= 0 ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
