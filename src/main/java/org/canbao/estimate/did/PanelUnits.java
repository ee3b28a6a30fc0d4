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
        int[] clusters = rows.clusters().orElse(units);
        Blocks byUnit = Blocks.of(units, names.size());
        for (int u = 0; u < names.size(); u++) {
            int from = byUnit.starts()[u];
            int size = byUnit.size(u);
            int[] times = new int[size];
            for (int i = 0; i < size; i++) {
                int row = byUnit.order()[from + i];
                int first = byUnit.order()[from];
                times[i] = rows.times()[row];
                if (rows.cohorts()[row] != rows.cohorts()[first]) {
                    throw severalCohorts(u, rows.cohorts()[first], rows.cohorts()[row]);
                }
                if (clusters[row] != clusters[first]) {
                    throw severalClusters(u);
                }
            }
            requireDistinct(u, times);
        }
    }

    /** The rows of units that are observed in every period. */
    Observations balanced(Observations rows) {
        int[] units = rows.units().orElseThrow();
        int periods = rows.distinctTimes().length;
        int[] counts = new int[names.size()];
        for (int u : units) {
            counts[u]++;
        }
        Observations kept = rows.where(i -> counts[units[i]] == periods);
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
