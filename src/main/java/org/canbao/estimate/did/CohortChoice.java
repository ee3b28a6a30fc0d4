package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.EstimateCode;
import org.canbao.result.CallawaySantannaFit.Cohort;
import org.canbao.result.CallawaySantannaFit.Role;
import org.canbao.result.Inference;
import org.canbao.spec.CallawaySantanna;
import org.canbao.spec.CallawaySantanna.Control;

/**
 * Which cohorts, periods and units are used, and why the others are not, by the rules of R's did: cohorts treated after the
 * last period are never treated; without never-treated units the last cohort is control, and only periods before its
 * treatment are used; cohorts without a period before treatment are left out; so are units of a panel that are not observed
 * in every period.
 */
final class CohortChoice {
    private final CallawaySantanna spec;
    private final Map<Integer, Long> sizes;
    private final Map<Integer, String> dropped = new TreeMap<>();
    private final Map<Integer, String> controls = new TreeMap<>();
    private final List<Inference.Loss> lost = new ArrayList<>();
    private Observations rows;

    private CohortChoice(CallawaySantanna spec, Observations rows) {
        this.spec = spec;
        this.rows = rows;
        this.sizes = sizes(rows);
    }

    /**
     * The choice.
     *
     * @param rows the rows that are used
     * @param cohorts the cohorts and periods in them
     * @param ledger all cohorts, and what became of them
     * @param lost rows that are not used, by reason
     * @param clusters the clusters that rows are in, by their numbers as read; empty without clusters
     */
    record Chosen(Observations rows, Cohorts cohorts, List<Cohort> ledger, List<Inference.Loss> lost, int[] clusters) {}

    /**
     * Chooses.
     *
     * @param units the names of the units; empty with repeated cross-sections
     * @throws org.canbao.diag.CanbaoException if nothing is left to estimate, or the units are not those of a panel
     */
    static Chosen of(CallawaySantanna spec, Observations all, List<String> units) {
        CohortChoice choice = new CohortChoice(spec, all);
        choice.refuseZero();
        Optional<PanelUnits> panel = spec.unit().map(unit -> new PanelUnits(spec, units));
        panel.ifPresent(p -> p.check(all));
        choice.treatLateAsNever();
        choice.ensureControls();
        choice.dropEarly();
        panel.ifPresent(choice::balance);
        return choice.chosen();
    }

    private void refuseZero() {
        int[] cohorts = rows.cohorts().distinct();
        int first = rows.times().distinct()[0];
        if (Arrays.binarySearch(cohorts, 0) >= 0 && first > 0) {
            throw Diagnostic.error(
                            EstimateCode.COHORT_ZERO,
                            "column `" + spec.cohort() + "` has the value 0, and the first period is " + first)
                    .at(spec.cohort().place())
                    .hint("never treated is a missing cohort: derive `nullif(" + spec.cohort() + ", 0)`")
                    .hint("if 0 is a period before the data begin, leave these rows out with `where`")
                    .toException();
        }
    }

    private void treatLateAsNever() {
        int[] times = rows.times().distinct();
        int last = times[times.length - 1];
        for (int cohort : rows.cohorts().distinct()) {
            if (cohort > last && cohort != Observations.NEVER) {
                controls.put(cohort, "first treated after the last period, " + last);
                never(cohort);
            }
        }
    }

    private void ensureControls() {
        int[] cohorts = rows.cohorts().distinct();
        int last = cohorts[cohorts.length - 1];
        if (last == Observations.NEVER) {
            return;
        }
        if (spec.control() == Control.NEVER_TREATED) {
            throw Diagnostic.error(
                            EstimateCode.NO_NEVER_TREATED,
                            "no row of spec `" + spec.common().id() + "` is never treated: no value of `"
                                    + spec.cohort() + "` is missing or after the last period")
                    .at(spec.cohort().place())
                    .hint("`control: not-yet-treated` uses cohorts before their treatment")
                    .toException();
        }
        keep(
                "no controls left from period " + ((long) last - spec.anticipation()) + " on",
                rows.times(),
                time -> time < (long) last - spec.anticipation());
        controls.put(last, "the last cohort, a control until its treatment");
        never(last);
    }

    private void dropEarly() {
        requireRows();
        int first = rows.times().distinct()[0];
        for (int cohort : rows.cohorts().distinct()) {
            if (cohort <= first) {
                dropped.put(cohort, "already treated in the first period, " + first);
            } else if (cohort != Observations.NEVER && cohort <= (long) first + spec.anticipation()) {
                dropped.put(cohort, "no period before its treatment and anticipation");
            }
        }
        keep("cohort already treated in the first period", rows.cohorts(), cohort -> cohort > first);
        keep(
                "cohort without a period before its treatment and anticipation",
                rows.cohorts(),
                cohort -> !dropped.containsKey(cohort));
    }

    private void balance(PanelUnits panel) {
        requireRows();
        long before = rows.size();
        rows = panel.balanced(rows);
        lose("unit not observed in every period", before - rows.size());
    }

    private Chosen chosen() {
        requireRows();
        List<Integer> treated = new ArrayList<>();
        boolean never = false;
        for (int cohort : rows.cohorts().distinct()) {
            never |= cohort == Observations.NEVER;
            if (cohort != Observations.NEVER) {
                treated.add(cohort);
            }
        }
        if (treated.isEmpty()) {
            throw noCohort();
        }
        List<Integer> times = Arrays.stream(rows.times().distinct()).boxed().toList();
        int[] clusters = rows.clusters()
                .map(codes -> Arrays.stream(codes).sorted().distinct().toArray())
                .orElseGet(() -> new int[0]);
        return new Chosen(rows.renumbered(), new Cohorts(treated, times, never), ledger(), List.copyOf(lost), clusters);
    }

    private List<Cohort> ledger() {
        Map<Integer, Long> used = sizes(rows);
        List<Cohort> ledger = new ArrayList<>();
        sizes.forEach((cohort, size) -> {
            long left = used.getOrDefault(cohort, 0L);
            boolean control = cohort == Observations.NEVER || controls.containsKey(cohort);
            Role role = left == 0 ? Role.DROPPED : control ? Role.CONTROL : Role.TREATED;
            Optional<String> reason = Optional.ofNullable(control ? controls.get(cohort) : dropped.get(cohort));
            ledger.add(new Cohort(
                    cohort == Observations.NEVER ? Optional.empty() : Optional.of(cohort),
                    size,
                    left,
                    role,
                    role == Role.DROPPED && reason.isEmpty()
                            ? Optional.of("no unit is observed in every period")
                            : reason));
        });
        return ledger;
    }

    /** Rows, or units of a panel, of each cohort as read. */
    private static Map<Integer, Long> sizes(Observations rows) {
        long[] counts = rows.units()
                .map(units -> rows.origin().take(PanelUnits.firstRows(units)).counts())
                .orElseGet(rows.origin()::counts);
        Map<Integer, Long> sizes = new TreeMap<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                sizes.put(rows.origin().values()[code], counts[code]);
            }
        }
        return sizes;
    }

    private void never(int cohort) {
        rows = rows.relabelled(cohort, Observations.NEVER);
    }

    private void keep(String otherwise, Coded column, IntPredicate condition) {
        Observations kept = rows.where(column, condition);
        lose(otherwise, rows.size() - kept.size());
        rows = kept;
    }

    private void lose(String reason, long number) {
        if (number > 0) {
            lost.add(new Inference.Loss(reason, number));
        }
    }

    private void requireRows() {
        if (rows.size() == 0) {
            throw noCohort();
        }
    }

    private RuntimeException noCohort() {
        Diagnostic finding = Diagnostic.error(
                        EstimateCode.NO_COHORT,
                        "spec `" + spec.common().id() + "` has no cohort whose effects could be estimated")
                .at(spec.cohort().place());
        for (Map.Entry<Integer, String> cohort : dropped.entrySet()) {
            finding = finding.hint("cohort " + cohort.getKey() + ": " + cohort.getValue());
        }
        for (Map.Entry<Integer, String> cohort : controls.entrySet()) {
            finding = finding.hint("cohort " + cohort.getKey() + ": " + cohort.getValue());
        }
        return finding.toException();
    }
}
