package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.canbao.design.Design;
import org.canbao.design.Key;
import org.canbao.math.CounterRandom;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Randomization;

/** Treatments that rows exchange, within strata if there are any; each cell of the design is one row. */
final class RowTreatments implements CellTreatments {
    private final Randomization spec;
    private final double[] actual;
    private final List<int[]> strata;

    RowTreatments(Randomization spec, Design design) {
        this.spec = spec;
        Key treatment = design.key(spec.treatment().orElseThrow());
        this.actual = new double[treatment.size()];
        for (int row = 0; row < actual.length; row++) {
            actual[row] = treatment.number(row);
        }
        this.strata = strata(spec.within().map(design::key), actual.length);
    }

    /** The columns that the design must have as keys. */
    static List<ColumnRef> keys(Randomization spec) {
        List<ColumnRef> keys = new ArrayList<>(spec.treatment().stream().toList());
        spec.within().ifPresent(keys::add);
        return keys;
    }

    @Override
    public int size() {
        return spec.draws();
    }

    @Override
    public double[] actual() {
        return actual.clone();
    }

    @Override
    public double[] draw(int draw) {
        CounterRandom random = new CounterRandom(spec.seed(), spec.common().id(), draw);
        double[] drawn = new double[actual.length];
        for (int[] members : strata) {
            int[] order = random.permutation(members.length);
            for (int i = 0; i < order.length; i++) {
                drawn[members[i]] = actual[members[order[i]]];
            }
        }
        return drawn;
    }

    private static List<int[]> strata(Optional<Key> within, int rows) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int row = 0; row < rows; row++) {
            int stratum = within.isPresent() ? within.get().code(row) : 0;
            members.computeIfAbsent(stratum, s -> new ArrayList<>()).add(row);
        }
        return members.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
