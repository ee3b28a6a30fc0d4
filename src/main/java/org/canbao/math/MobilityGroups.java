package org.canbao.math;

/**
 * The parts into which two effects fall: levels of one and of the other belong together if some row has both (Abowd,
 * Creecy and Kramarz 2002). The indicators of two effects have as many redundant columns as there are parts.
 */
public final class MobilityGroups {
    private MobilityGroups() {}

    /** How many parts. */
    public static int count(GroupIndex a, GroupIndex b) {
        int[] parent = new int[a.groups() + b.groups()];
        for (int level = 0; level < parent.length; level++) {
            parent[level] = level;
        }
        int parts = parent.length;
        for (int i = 0; i < a.size(); i++) {
            int one = root(parent, a.code(i));
            int two = root(parent, a.groups() + b.code(i));
            if (one != two) {
                parent[Math.max(one, two)] = Math.min(one, two);
                parts--;
            }
        }
        return parts;
    }

    private static int root(int[] parent, int level) {
        int root = level;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }
}
