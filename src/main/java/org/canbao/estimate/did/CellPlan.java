package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which comparisons are made.
 *
 * <p>From the cohort's first treated period g on, the base is the last period before g less the anticipation. Before, it is
 * the period just before (varying; the first period has none) or the same as afterwards (universal). Not-yet-treated
 * controls are the never treated and the other cohorts treated after the later of period and base, plus the anticipation.
 *
 * @param notYet whether cohorts that are not yet treated are controls, beside the never treated
 * @param universal whether all periods have the same base
 * @param anticipation periods before treatment in which it may already have effects
 */
record CellPlan(boolean notYet, boolean universal, int anticipation) {
    /** The comparisons, by cohort and then by period. */
    List<Cell> cells(Cohorts cohorts) {
        List<Cell> cells = new ArrayList<>();
        for (int g = 0; g < cohorts.treated(); g++) {
            int last = lastClean(cohorts, g);
            for (int t = universal ? 0 : 1; t < cohorts.periods(); t++) {
                int base = universal || cohorts.period(t) >= cohorts.value(g) ? last : t - 1;
                cells.add(new Cell(g, t, base, controls(cohorts, g, Math.max(t, base))));
            }
        }
        return cells;
    }

    /** The last period before a cohort's treatment and its anticipation. */
    private int lastClean(Cohorts cohorts, int cohort) {
        return (int) IntStream.range(0, cohorts.periods())
                        .filter(t -> (long) cohorts.period(t) + anticipation < cohorts.value(cohort))
                        .count()
                - 1;
    }

    private List<Integer> controls(Cohorts cohorts, int treated, int latest) {
        long until = (long) cohorts.period(latest) + anticipation;
        List<Integer> controls = new ArrayList<>();
        for (int c = 0; c < cohorts.treated() && notYet; c++) {
            if (c != treated && cohorts.value(c) > until) {
                controls.add(c);
            }
        }
        if (cohorts.hasNever()) {
            controls.add(cohorts.never());
        }
        return controls;
    }
}
