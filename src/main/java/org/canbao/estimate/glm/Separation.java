package org.canbao.estimate.glm;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.canbao.design.Design;
import org.canbao.math.GroupIndex;

/**
 * Rows whose likelihood only rises: no maximum exists while they are there, and the other rows' estimates are what they
 * would be without them (Correia, Guimaraes and Zylkin 2019).
 *
 * <p>Levels of an effect whose outcomes are all zero (in a logit, or all one) are found by counting, again and again with
 * levels that are left with a single row. Others need a direction d in the space of regressors and effects with d = 0
 * where the outcome is inside its range, d {@literal <=} 0 where it is at the lower end and d {@literal >=} 0 at the
 * upper, and not zero everywhere. Newton's method goes in such a direction when it has nothing else left to do: a step
 * that satisfies the conditions is their certificate.
 */
final class Separation {
    /** Share of the largest step below which a row has not moved. */
    private static final double STILL = 1e-5;
    /** Steps of separated rows are about one; smaller ones may still shrink. */
    private static final double MOVING = 0.1;

    private final Design design;
    private final Family family;
    private final boolean keepSingletons;
    private final Map<String, Long> lost = new LinkedHashMap<>();
    private final boolean[] dropped;

    private Separation(Design design, Family family, boolean keepSingletons) {
        this.design = design;
        this.family = family;
        this.keepSingletons = keepSingletons;
        this.dropped = new boolean[design.size()];
    }

    /** The design without levels whose outcomes are all at the same end. */
    static Design withoutFlatLevels(Design design, Family family, boolean keepSingletons) {
        Separation separation = new Separation(design, family, keepSingletons);
        boolean again = true;
        while (again) {
            again = false;
            for (Design.Effect effect : design.effects()) {
                again |= effect.effect().intercepts() && separation.drop(effect);
            }
        }
        return separation.rest();
    }

    /** The design without separated cells. */
    static Design without(Design design, boolean[] separated) {
        Separation separation = new Separation(design, new PoissonFamily(), true);
        long rows = 0;
        for (int cell = 0; cell < separated.length; cell++) {
            separation.dropped[cell] = separated[cell];
            rows += separated[cell] ? design.count(cell) : 0;
        }
        separation.lost.put("separated", rows);
        return separation.rest();
    }

    /** The cells that a step certifies as separated; none if it is no certificate. */
    static boolean[] certified(double[] outcome, Family family, double[] from, double[] to) {
        double most = farthest(from, to);
        boolean[] separated = new boolean[outcome.length];
        if (most < MOVING) {
            return new boolean[0];
        }
        for (int cell = 0; cell < outcome.length; cell++) {
            double moved = to[cell] - from[cell];
            int end = family.boundary(outcome[cell]);
            separated[cell] = end != 0 && end * moved > MOVING;
            if (!separated[cell] && (end == 0 || end * moved < 0) && Math.abs(moved) > STILL * most) {
                return new boolean[0];
            }
        }
        return separated;
    }

    /** The largest move of any cell. */
    static double farthest(double[] from, double[] to) {
        double most = 0;
        for (int cell = 0; cell < from.length; cell++) {
            most = Math.max(most, Math.abs(to[cell] - from[cell]));
        }
        return most;
    }

    private boolean drop(Design.Effect effect) {
        GroupIndex groups = effect.effect().groups();
        long[] rows = new long[groups.groups()];
        int[] ends = new int[groups.groups()];
        double[] outcome = design.values(design.outcome());
        Arrays.fill(ends, Integer.MIN_VALUE);
        for (int cell = 0; cell < dropped.length; cell++) {
            if (!dropped[cell]) {
                int end = family.boundary(outcome[cell]);
                int level = groups.code(cell);
                rows[level] += design.count(cell);
                ends[level] = ends[level] == Integer.MIN_VALUE || ends[level] == end ? end : 0;
            }
        }
        long flat = 0;
        long single = 0;
        for (int cell = 0; cell < dropped.length; cell++) {
            int level = groups.code(cell);
            boolean isFlat = ends[level] != 0;
            boolean isSingle = !keepSingletons && rows[level] == 1;
            if (!dropped[cell] && (isFlat || isSingle)) {
                dropped[cell] = true;
                flat += isFlat ? design.count(cell) : 0;
                single += isFlat ? 0 : 1;
            }
        }
        count("flat: " + columns(effect), flat);
        count("singleton: " + columns(effect), single);
        return flat + single > 0;
    }

    private void count(String reason, long rows) {
        if (rows > 0) {
            lost.merge(reason, rows, Long::sum);
        }
    }

    /** The levels of an effect as losses name them: without its slopes. */
    private static String columns(Design.Effect effect) {
        int bracket = effect.text().indexOf('[');
        return bracket < 0 ? effect.text() : effect.text().substring(0, bracket);
    }

    private Design rest() {
        int[] kept = new int[dropped.length];
        int size = 0;
        for (int cell = 0; cell < dropped.length; cell++) {
            if (!dropped[cell]) {
                kept[size++] = cell;
            }
        }
        return size == dropped.length ? design : design.keeping(Arrays.copyOf(kept, size), lost);
    }
}
