package org.canbao.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The rank of the columns of effects: how many of their parameters rows can tell apart. For two effects without slopes it
 * is their levels less their {@link MobilityGroups}; otherwise the effect with the most levels is eliminated in closed
 * form, and the rank of what is left of the other columns is found by a Cholesky factor.
 */
public final class EffectRank {
    /** Columns beside the largest effect for which a factor takes less than a few seconds. */
    public static final int MOST = 1200;

    private final Absorber.Effect first;
    private final List<double[]> values = new ArrayList<>();
    private final List<GroupIndex> levels = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();
    private int columns;

    private EffectRank(Absorber.Effect first, List<Absorber.Effect> effects) {
        this.first = first;
        for (Absorber.Effect effect : effects) {
            if (effect != first && effect.intercepts()) {
                double[] ones = new double[effect.groups().size()];
                Arrays.fill(ones, 1);
                add(effect.groups(), ones);
            }
            effect.slopes().forEach(slope -> add(effect.groups(), slope));
        }
    }

    /**
     * The rank.
     *
     * @param most columns beside the largest effect that may be factored, at most {@link #MOST}
     * @return empty if there are more
     */
    public static OptionalInt of(List<Absorber.Effect> effects, int most) {
        List<Absorber.Effect> intercepts =
                effects.stream().filter(Absorber.Effect::intercepts).toList();
        boolean slopes = effects.stream().anyMatch(effect -> !effect.slopes().isEmpty());
        if (intercepts.isEmpty()) {
            return effects.isEmpty() ? OptionalInt.of(0) : OptionalInt.empty();
        }
        if (!slopes && intercepts.size() == 2) {
            GroupIndex a = intercepts.get(0).groups();
            GroupIndex b = intercepts.get(1).groups();
            return OptionalInt.of(a.groups() + b.groups() - MobilityGroups.count(a, b));
        }
        Absorber.Effect largest = intercepts.get(0);
        for (Absorber.Effect effect : intercepts) {
            largest = effect.groups().groups() > largest.groups().groups() ? effect : largest;
        }
        EffectRank rank = new EffectRank(largest, effects);
        return rank.columns > most
                ? OptionalInt.empty()
                : OptionalInt.of(largest.groups().groups() + rank.ofOthers());
    }

    private void add(GroupIndex groups, double[] slope) {
        levels.add(groups);
        values.add(slope);
        offsets.add(columns);
        columns = Math.addExact(columns, groups.groups());
    }

    /** The rank of the other columns less their means within the levels of the first effect. */
    private int ofOthers() {
        double[][] gram = new double[columns][columns];
        double[] totals = new double[columns];
        int[] rows = byLevel();
        int from = 0;
        for (int to = 1; to <= rows.length; to++) {
            if (to == rows.length || level(rows[to]) != level(rows[from])) {
                addLevel(gram, totals, rows, from, to);
                from = to;
            }
        }
        for (int a = 0; a < columns; a++) {
            for (int b = 0; b < a; b++) {
                gram[b][a] = gram[a][b];
            }
        }
        return CholeskySolver.solve(gram, new double[columns], totals).size();
    }

    private void addLevel(double[][] gram, double[] totals, int[] rows, int from, int to) {
        double[] sums = new double[columns];
        for (int r = from; r < to; r++) {
            for (int i = 0; i < values.size(); i++) {
                int a = column(i, rows[r]);
                double x = values.get(i)[rows[r]];
                sums[a] += x;
                totals[a] += x * x;
                for (int j = 0; j < values.size(); j++) {
                    int b = column(j, rows[r]);
                    if (b <= a) {
                        gram[a][b] += x * values.get(j)[rows[r]];
                    }
                }
            }
        }
        int[] touched = Arrays.stream(rows, from, to)
                .flatMap(row -> IntStream.range(0, values.size()).map(i -> column(i, row)))
                .distinct()
                .toArray();
        for (int a : touched) {
            for (int b : touched) {
                if (b <= a) {
                    gram[a][b] -= sums[a] * sums[b] / (to - from);
                }
            }
        }
    }

    private int column(int i, int row) {
        return offsets.get(i) + levels.get(i).code(row);
    }

    private int level(int row) {
        return first.groups().code(row);
    }

    /** The rows in the order of the first effect's levels. */
    private int[] byLevel() {
        int[] next = new int[first.groups().groups() + 1];
        for (int row = 0; row < first.groups().size(); row++) {
            next[level(row) + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] rows = new int[first.groups().size()];
        for (int row = 0; row < rows.length; row++) {
            rows[next[level(row)]++] = row;
        }
        return rows;
    }
}
