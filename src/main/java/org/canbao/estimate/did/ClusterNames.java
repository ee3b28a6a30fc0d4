package org.canbao.estimate.did;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.canbao.design.Design;
import org.canbao.design.Key;
import org.canbao.math.GroupIndex;
import org.canbao.spec.ColumnRef;

/** The clusters of a design by the levels that they stand for, so that those of another design can be found among them. */
final class ClusterNames {
    private final List<ColumnRef> columns;
    private final Map<List<String>, Integer> codes = new HashMap<>();

    /**
     * @param design clustered one way
     * @param columns those of its way of clustering
     */
    ClusterNames(Design design, List<ColumnRef> columns) {
        this.columns = columns;
        GroupIndex groups = design.clusters().get(0).groups();
        for (int cell = 0; cell < design.size(); cell++) {
            codes.put(name(design, cell), groups.code(cell));
        }
    }

    /** How many. */
    int size() {
        return codes.size();
    }

    /** The clusters by their numbers, as text. */
    List<String> texts() {
        String[] texts = new String[codes.size()];
        codes.forEach((levels, code) -> texts[code] = String.join("^", levels));
        return List.of(texts);
    }

    /** Where the clusters of another design, on some of the rows, stand here. */
    int[] homes(Design some) {
        GroupIndex groups = some.clusters().get(0).groups();
        int[] homes = new int[groups.groups()];
        for (int cell = 0; cell < some.size(); cell++) {
            homes[groups.code(cell)] = codes.getOrDefault(name(some, cell), -1);
        }
        return homes;
    }

    private List<String> name(Design design, int cell) {
        return columns.stream().map(column -> level(design.key(column), cell)).toList();
    }

    private static String level(Key key, int cell) {
        return key.levels().names().get(key.code(cell));
    }
}
