package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import org.canbao.design.Design;
import org.canbao.diag.Diagnostic;
import org.canbao.math.GroupIndex;

/** The ways of clustering and their intersections, with the signs of inclusion and exclusion. */
final class ClusterWays {
    private final GroupIndex finest;
    private final List<Term> terms = new ArrayList<>();
    private final int ways;

    /**
     * A term of the sum.
     *
     * @param sign +1 for an odd number of ways that intersect, else -1
     * @param home for each group of the finest index, its group here
     */
    record Term(int sign, GroupIndex home) {}

    /**
     * @param clusters the ways
     * @param cells how many cells there are
     */
    ClusterWays(List<Design.Cluster> clusters, int cells) {
        ways = clusters.size();
        finest = clusters.stream()
                .map(Design.Cluster::groups)
                .reduce(GroupIndex::cross)
                .orElseGet(() -> GroupIndex.of(new int[cells]));
        for (Design.Cluster cluster : clusters) {
            if (cluster.groups().groups() < 2) {
                throw Diagnostic.error(
                                EstimateCode.ONE_CLUSTER,
                                "cluster variable `" + cluster.text() + "` has one value in the rows used")
                        .hint("a clustered covariance compares clusters: it needs at least two, and should have many")
                        .toException();
            }
        }
        for (int subset = 1; subset < 1 << ways; subset++) {
            terms.add(term(clusters, subset));
        }
    }

    GroupIndex finest() {
        return finest;
    }

    /** One term per non-empty subset of the ways, single ways at powers of two. */
    List<Term> terms() {
        return terms;
    }

    /** How many clusters each way has. */
    List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>();
        for (int way = 0; way < ways; way++) {
            sizes.add(terms.get((1 << way) - 1).home().groups());
        }
        return sizes;
    }

    boolean isMultiWay() {
        return ways > 1;
    }

    private Term term(List<Design.Cluster> clusters, int subset) {
        List<GroupIndex> members = new ArrayList<>();
        for (int way = 0; way < ways; way++) {
            if ((subset & (1 << way)) != 0) {
                members.add(clusters.get(way).groups());
            }
        }
        GroupIndex groups = members.stream().reduce(GroupIndex::cross).orElseThrow();
        int[] home = new int[finest.groups()];
        for (int cell = 0; cell < groups.size(); cell++) {
            home[finest.code(cell)] = groups.code(cell);
        }
        return new Term(members.size() % 2 == 1 ? 1 : -1, GroupIndex.of(home));
    }
}
