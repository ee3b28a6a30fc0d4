package org.canbao.design;

import java.util.AbstractList;
import java.util.List;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;

/**
 * The distinct values of a column in ascending order: numbers by size, text by character. There can be millions, of which
 * few are ever shown: the names of numbers are made when they are asked for.
 */
public final class LevelSet {
    private final List<String> names;
    private final List<Double> numbers;

    private LevelSet(List<String> names, List<Double> numbers) {
        this.names = names;
        this.numbers = numbers;
    }

    /** Words, sorted. */
    static LevelSet ofWords(List<String> words) {
        return new LevelSet(List.copyOf(words), List.of());
    }

    /** Numbers, sorted, which are not to be written to; {@code name} is what each is called. */
    static LevelSet ofNumbers(double[] sorted, DoubleFunction<String> name) {
        return new LevelSet(view(sorted.length, i -> name.apply(sorted[i])), view(sorted.length, i -> sorted[i]));
    }

    /** Whole numbers, sorted, which are not to be written to. */
    static LevelSet ofWhole(long[] sorted) {
        return new LevelSet(
                view(sorted.length, i -> String.valueOf(sorted[i])), view(sorted.length, i -> (double) sorted[i]));
    }

    /** Each value as text. */
    public List<String> names() {
        return names;
    }

    /** Each value as a number; empty for text. */
    public List<Double> numbers() {
        return numbers;
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

    private static <T> List<T> view(int size, IntFunction<T> element) {
        return new View<>(size, element);
    }

    private static final class View<T> extends AbstractList<T> implements RandomAccess {
        private final int size;
        private final IntFunction<T> element;

        View(int size, IntFunction<T> element) {
            this.size = size;
            this.element = element;
        }

        @Override
        public T get(int index) {
            return element.apply(index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
