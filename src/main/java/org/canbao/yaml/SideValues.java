package org.canbao.yaml;

import java.util.List;
import java.util.function.Function;
import org.canbao.diag.Problems;
import org.canbao.spec.RdDensityOptions.Sides;

/** Reads values about the sides of a cutoff. */
final class SideValues {
    private SideValues() {}

    /** A finite number. */
    static double finite(Located node) {
        double value = Values.number(node);
        if (Double.isInfinite(value)) {
            throw Values.wrongKind(node, "a number");
        }
        return value;
    }

    /** A number between 0 and 1, neither of them. */
    static double share(Located node) {
        double value = Values.number(node);
        if (!(value > 0 && value < 1)) {
            throw Values.wrongKind(node, "a number between 0 and 1");
        }
        return value;
    }

    /** A positive number for both sides, or one for each. */
    static Sides positive(Located node) {
        String expected = "a positive number, or two: [left, right]";
        List<Double> values = Values.oneOrMore(node, SideValues::finite);
        if (values.size() > 2 || values.stream().anyMatch(value -> !(value > 0))) {
            throw Values.wrongKind(node, expected);
        }
        return new Sides(values.get(0), values.get(values.size() - 1));
    }

    /** A positive whole number for both sides, or one for each. */
    static List<Integer> counts(Located node, int most) {
        List<Integer> values = Values.oneOrMore(node, item -> Values.wholeBetween(item, 1, most));
        if (values.size() > 2) {
            throw Values.wrongKind(node, "a positive whole number, or two: [left, right]");
        }
        return List.of(values.get(0), values.get(values.size() - 1));
    }

    /** A mapping inside a spec; all its findings are thrown together. */
    static <T> T mapping(Located node, KeySet keys, Function<Fields, T> reader) {
        Located.Mapping mapping = Values.mapping(node, "a mapping with " + String.join(", ", keys.keys()));
        Problems problems = new Problems();
        T read = reader.apply(new Fields(mapping, keys, problems, mapping.place()));
        problems.throwIfErrors();
        return read;
    }
}
