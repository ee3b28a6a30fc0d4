package org.canbao.choices;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.canbao.math.CounterRandom;
import org.canbao.spec.CurveSpec;
import org.canbao.spec.CurveSpec.Combine;

/**
 * The combinations of options that a curve goes through: all of them, or draws where there are more than its limit. A
 * combination is a list with one option per point, by its position; the default of every point comes first.
 */
final class Combinations {
    /** Draws that may find nothing new, per specification that is wanted. */
    private static final int TRIES = 20;

    private final CurveSpec curve;
    private final List<List<Integer>> options;

    /**
     * The combinations of a curve.
     *
     * @param options the positions of the options of each point, the default first
     */
    Combinations(CurveSpec curve, List<List<Integer>> options) {
        this.curve = curve;
        this.options = List.copyOf(options);
    }

    /** How many there are; the greatest {@code long} if there are more. */
    long size() {
        if (curve.combine() == Combine.ONE_AT_A_TIME) {
            return 1 + options.stream().mapToLong(own -> own.size() - 1L).sum();
        }
        long size = 1;
        for (List<Integer> own : options) {
            size = size > Long.MAX_VALUE / own.size() ? Long.MAX_VALUE : size * own.size();
        }
        return size;
    }

    /** Whether some of them are drawn rather than all gone through. */
    boolean isDrawn() {
        return size() > curve.limit();
    }

    /**
     * Goes through them.
     *
     * @param visitor says whether a combination was new; with draws, new ones are sought up to the limit
     */
    void visit(Predicate<List<Integer>> visitor) {
        if (isDrawn()) {
            draw(visitor);
        } else if (curve.combine() == Combine.ONE_AT_A_TIME) {
            for (List<Integer> options : alone()) {
                boolean unused = visitor.test(options);
            }
        } else {
            for (long index = 0; index < size(); index++) {
                boolean unused = visitor.test(combination(index));
            }
        }
    }

    private void draw(Predicate<List<Integer>> visitor) {
        int found = visitor.test(defaults()) ? 1 : 0;
        long most = (long) TRIES * curve.limit();
        List<List<Integer>> alone = curve.combine() == Combine.ONE_AT_A_TIME ? alone() : List.of();
        for (long draw = 0; found < curve.limit() && draw < most; draw++) {
            CounterRandom random = new CounterRandom(curve.seed(), "choices " + curve.id(), draw);
            List<Integer> drawn = alone.isEmpty() ? drawn(random) : alone.get(random.nextInt(alone.size()));
            found += visitor.test(drawn) ? 1 : 0;
        }
    }

    private List<Integer> drawn(CounterRandom random) {
        return options.stream().map(own -> own.get(random.nextInt(own.size()))).toList();
    }

    private List<Integer> defaults() {
        return Collections.nCopies(options.size(), 0);
    }

    private List<List<Integer>> alone() {
        List<List<Integer>> all = new ArrayList<>(List.of(defaults()));
        for (int p = 0; p < options.size(); p++) {
            for (int option : options.get(p).subList(1, options.get(p).size())) {
                List<Integer> one = new ArrayList<>(defaults());
                one.set(p, option);
                all.add(one);
            }
        }
        return all;
    }

    /** The combination at a place of the list of all, in which the options of the last point change fastest. */
    private List<Integer> combination(long index) {
        Integer[] picks = new Integer[options.size()];
        long left = index;
        for (int p = options.size() - 1; p >= 0; p--) {
            List<Integer> own = options.get(p);
            picks[p] = own.get((int) (left % own.size()));
            left /= own.size();
        }
        return List.of(picks);
    }
}
