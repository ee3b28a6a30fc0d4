package org.canbao.estimate.did;

import java.util.Arrays;
import java.util.List;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.EstimateCode;
import org.canbao.spec.CallawaySantanna;
import org.canbao.spec.ColumnRef;

/** The units of a panel: what must hold of them, and which are observed in every period. */
final class PanelUnits {
    private final CallawaySantanna spec;
    private final ColumnRef unit;
    private final List<String> names;

    /**
     * @param spec what was asked for; it has a unit
     * @param names the units
     */
    PanelUnits(CallawaySantanna spec, List<String> names) {
        this.spec = spec;
        this.unit = spec.unit().orElseThrow();
        this.names = names;
    }

    /**
     * Requires one row per unit and period, one cohort per unit and one cluster per unit.
     *
     * @throws CanbaoException for the first unit of which this is not true
     */
    void check(Observations rows) {
        int[] units = rows.units().orElseThrow();
        Blocks byUnit = Blocks.of(units, names.size());
        int bad = firstBad(rows, byUnit, rows.clusters().orElse(units));
        if (bad >= 0) {
            refuse(rows, byUnit, bad);
        }
    }

    /** The first unit whose rows differ in cohort or cluster, or share a period; -1 if there is none. */
    private static int firstBad(Observations rows, Blocks byUnit, int[] clusters) {
        int[] cohorts = rows.cohorts().codes();
        int[] times = rows.times().codes();
        int[] seen = new int[rows.times().values().length];
        Arrays.fill(seen, -1);
        int[] order = byUnit.order();
        for (int u = 0; u < byUnit.starts().length - 1; u++) {
            int to = byUnit.starts()[u + 1];
            for (int at = byUnit.starts()[u]; at < to; at++) {
                int row = order[at];
                int before = order[Math.max(at - 1, byUnit.starts()[u])];
                if (cohorts[row] != cohorts[before] || clusters[row] != clusters[before] || seen[times[row]] == u) {
                    return u;
                }
                seen[times[row]] = u;
            }
        }
        return -1;
    }

    private void refuse(Observations rows, Blocks byUnit, int u) {
        int[] clusters = rows.clusters().orElseGet(() -> new int[rows.size()]);
        int first = byUnit.order()[byUnit.starts()[u]];
        int[] times = new int[byUnit.size(u)];
        for (int i = 0; i < times.length; i++) {
            int row = byUnit.order()[byUnit.starts()[u] + i];
            times[i] = rows.times().value(row);
            if (rows.cohorts().value(row) != rows.cohorts().value(first)) {
                throw severalCohorts(
                        u, rows.cohorts().value(first), rows.cohorts().value(row));
            }
            if (clusters[row] != clusters[first]) {
                throw severalClusters(u);
            }
        }
        requireDistinct(u, times);
    }

    /** The first row of each unit that has one. */
    static int[] firstRows(int[] units) {
        int most = -1;
        for (int u : units) {
            most = Math.max(most, u);
        }
        boolean[] seen = new boolean[most + 1];
        int[] first = new int[most + 1];
        int size = 0;
        for (int i = 0; i < units.length; i++) {
            if (!seen[units[i]]) {
                seen[units[i]] = true;
                first[size++] = i;
            }
        }
        return Arrays.copyOf(first, size);
    }

    /** The rows of units that are observed in every period. */
    Observations balanced(Observations rows) {
        int[] units = rows.units().orElseThrow();
        int periods = rows.times().distinct().length;
        Observations kept = rows.where(units, observed(units, periods));
        if (kept.size() == 0) {
            throw Diagnostic.error(
                            EstimateCode.NO_BALANCED_UNIT,
                            "no unit of `" + unit + "` is observed in all " + periods + " periods")
                    .at(unit.place())
                    .hint("without `unit`, rows are repeated cross-sections; `where` can leave periods out")
                    .toException();
        }
        return kept;
    }

    /** Which units have so many rows. */
    private boolean[] observed(int[] units, int periods) {
        int[] counts = new int[names.size()];
        for (int u : units) {
            counts[u]++;
        }
        boolean[] observed = new boolean[counts.length];
        for (int u = 0; u < counts.length; u++) {
            observed[u] = counts[u] == periods;
        }
        return observed;
    }

    private void requireDistinct(int u, int[] times) {
        Arrays.sort(times);
        for (int i = 1; i < times.length; i++) {
            if (times[i] == times[i - 1]) {
                throw Diagnostic.error(
                                EstimateCode.DUPLICATE_UNIT,
                                "unit `" + names.get(u) + "` of `" + unit + "` has several rows in period " + times[i])
                        .at(unit.place())
                        .hint("a panel has one row per unit and period; without `unit`, rows are repeated"
                                + " cross-sections")
                        .toException();
            }
        }
    }

    private CanbaoException severalCohorts(int u, int one, int other) {
        return Diagnostic.error(
                        EstimateCode.SEVERAL_COHORTS,
                        "unit `" + names.get(u) + "` of `" + unit + "` has the cohorts " + text(one) + " and "
                                + text(other))
                .at(spec.cohort().place())
                .hint("a cohort is the first treated period of a unit, the same in all of its rows")
                .toException();
    }

    private CanbaoException severalClusters(int u) {
        return Diagnostic.error(
                        EstimateCode.SEVERAL_CLUSTERS,
                        "unit `" + names.get(u) + "` of `" + unit + "` is in several clusters")
                .at(spec.common().place())
                .hint("units of a panel stay in one cluster; cluster by something that does not change")
                .toException();
    }

    private static String text(int cohort) {
        return cohort == Observations.NEVER ? "never" : String.valueOf(cohort);
    }
}
