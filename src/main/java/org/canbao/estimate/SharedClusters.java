package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.canbao.design.Design;
import org.canbao.design.Key;
import org.canbao.math.GroupIndex;
import org.canbao.spec.VcovSpec;

/** The clusters of several designs as one list, so that a draw gives a cluster the same weight in all of them. */
final class SharedClusters {
    private final List<List<String>> names = new ArrayList<>();
    private final TreeMap<String, Integer> positions = new TreeMap<>();

    /** Clusters are the same where the values of their columns are. */
    SharedClusters(List<Design> designs, List<VcovSpec.ClusterTerm> terms) {
        TreeSet<String> all = new TreeSet<>();
        for (int i = 0; i < designs.size(); i++) {
            names.add(names(designs.get(i), terms.get(i)));
            all.addAll(names.get(i));
        }
        all.forEach(name -> positions.put(name, positions.size()));
    }

    /** How many clusters there are in all. */
    int size() {
        return positions.size();
    }

    /** Where the clusters of one design stand in the list. */
    int[] positions(int design) {
        return names.get(design).stream().mapToInt(positions::get).toArray();
    }

    /** The weights of the clusters of one design, out of weights for all. */
    DrawnWeights of(int design, DrawnWeights all) {
        int[] at = positions(design);
        return new DrawnWeights() {
            @Override
            public int draws() {
                return all.draws();
            }

            @Override
            public double[] values() {
                return all.values();
            }

            @Override
            public void fill(double[] weights, int draw) {
                double[] every = new double[size()];
                all.fill(every, draw);
                for (int g = 0; g < weights.length; g++) {
                    weights[g] = every[at[g]];
                }
            }
        };
    }

    private static List<String> names(Design design, VcovSpec.ClusterTerm term) {
        List<Key> keys = term.columns().stream().map(design::key).toList();
        GroupIndex groups = design.clusters().get(0).groups();
        String[] names = new String[groups.groups()];
        for (int cell = 0; cell < groups.size(); cell++) {
            int at = cell;
            names[groups.code(cell)] = keys.stream()
                    .map(key -> key.levels().names().get(key.code(at)))
                    .collect(Collectors.joining("\u0000"));
        }
        return List.of(names);
    }
}
