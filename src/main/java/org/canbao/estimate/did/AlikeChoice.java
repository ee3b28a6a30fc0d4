package org.canbao.estimate.did;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.canbao.design.Design;
import org.canbao.design.Key;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.CohortTimes;
import org.canbao.estimate.EstimateCode;
import org.canbao.math.GroupIndex;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Imputation;

/** Which effects a spec takes for alike, and whether each of them can be held against those of other clusters. */
final class AlikeChoice {
    /** A cluster's share in a group above which it is the group, as in Stata's did_imputation. */
    private static final double ALONE = 0.99999;

    private final Imputation spec;
    private final Design design;
    private final CohortTimes times;

    AlikeChoice(Imputation spec, Design design, CohortTimes times) {
        this.spec = spec;
        this.design = design;
        this.times = times;
    }

    /**
     * The effects alike.
     *
     * @param counterfactual which cells have effects
     * @throws CanbaoException CB0546 if a cluster should be left out of an average that is its own
     */
    AlikeEffects of(Counterfactual counterfactual) {
        AlikeEffects alike = AlikeEffects.of(groups(), design.clusters().get(0).groups());
        if (!spec.leaveOut()) {
            return alike;
        }
        double[] weights = IntStream.range(0, design.size())
                .mapToDouble(
                        cell -> times.isTreated(cell) && counterfactual.isIdentified(cell) ? design.weights()[cell] : 0)
                .toArray();
        double[] shares = alike.shares(weights);
        int[] alone = IntStream.range(0, shares.length)
                .filter(cell -> shares[cell] > ALONE)
                .toArray();
        if (alone.length > 0) {
            throw alone(alike, alone);
        }
        return alike.leavingOut(shares);
    }

    private GroupIndex groups() {
        int[] horizons = new int[design.size()];
        int[] cohorts = new int[design.size()];
        Key cohort = design.key(spec.cohort());
        for (int cell = 0; cell < horizons.length; cell++) {
            boolean treated = times.isTreated(cell);
            horizons[cell] = treated ? times.at(cell) + 1 : 0;
            cohorts[cell] = treated ? cohort.code(cell) + 1 : 0;
        }
        GroupIndex byHorizon = GroupIndex.of(horizons);
        return spec.averages() == Imputation.Averages.HORIZON ? byHorizon : byHorizon.cross(GroupIndex.of(cohorts));
    }

    private CanbaoException alone(AlikeEffects alike, int[] cells) {
        int first = cells[0];
        for (int cell : cells) {
            first = alike.group(cell) < alike.group(first) ? cell : first;
        }
        long others = IntStream.of(cells).map(alike::group).distinct().count() - 1;
        boolean byHorizon = spec.averages() == Imputation.Averages.HORIZON;
        String group = byHorizon
                ? "at event time " + times.at(first)
                : "of cohort " + level(spec.cohort(), first) + " in period " + level(spec.time(), first);
        return Diagnostic.error(
                        EstimateCode.ONE_CLUSTER_ALIKE,
                        cluster(first) + " is the only cluster with effects " + group
                                + ", so that no average is left without it"
                                + (others == 0 ? "" : "; the same is true of " + others + " more"))
                .at(spec.cohort().place())
                .hint(
                        byHorizon
                                ? "leave such rows out with `where`, or cluster by smaller groups"
                                : "`averages: horizon` takes the effects of all cohorts at an event time for alike")
                .hint("to do without `leave_out` is no cure: the errors of these effects then count for nothing")
                .toException();
    }

    private String cluster(int cell) {
        List<ColumnRef> columns = spec.common().vcov().clusters().get(0).columns();
        return columns.stream()
                .map(column -> "`" + column + "` " + level(column, cell))
                .collect(Collectors.joining(" and "));
    }

    private String level(ColumnRef column, int cell) {
        Key key = design.key(column);
        return key.levels().names().get(key.code(cell));
    }
}
