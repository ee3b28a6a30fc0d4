package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Averages of group-time effects (Callaway and Sant'Anna 2021, section 3): effects without an estimate are left out.
 *
 * @param effects the effects
 * @param window which event times are averaged
 */
record Averages(Effects effects, EventWindow window) {
    /**
     * Which event times are averaged.
     *
     * @param first the first event time of {@link #dynamic()}
     * @param last the last event time, but for {@link #calendar()}
     * @param balance if given, {@link #dynamic()} has only cohorts that are observed so long, and event times up to it for
     *     which these are all observed
     */
    record EventWindow(int first, int last, Optional<Integer> balance) {}

    /**
     * An average, and those by event time, cohort or period that it sums up.
     *
     * @param overall empty if there is no effect to average
     */
    record Average(Optional<Target> overall, List<Integer> at, List<Target> by) {}

    /** All effects from treatment on, weighted by the size of their cohorts. */
    Average simple() {
        List<Integer> after = cells(k -> effects.event(k) >= 0 && effects.event(k) <= window.last());
        return new Average(after.isEmpty() ? Optional.empty() : Optional.of(effects.average(after)), List.of(), List.of());
    }

    /** By event time, cohorts weighted by their sizes; overall the plain mean over event times from zero on. */
    Average dynamic() {
        Map<Integer, Target> by = by(this::isShown, effects::event);
        List<Target> after = by.entrySet().stream()
                .filter(e -> e.getKey() >= 0)
                .map(Map.Entry::getValue)
                .toList();
        return average(by, after);
    }

    /** By period, cohorts weighted by their sizes; overall the plain mean over periods. */
    Average calendar() {
        Map<Integer, Target> by = by(k -> effects.event(k) >= 0, effects::time);
        return average(by, List.copyOf(by.values()));
    }

    /** By cohort, the plain mean over its periods; overall cohorts are weighted by their sizes. */
    Average group() {
        List<Integer> members = new ArrayList<>();
        List<Target> by = new ArrayList<>();
        for (int g = 0; g < effects.cohorts().treated(); g++) {
            int cohort = g;
            List<Integer> after = cells(k -> effects.cells().get(k).cohort() == cohort
                    && effects.event(k) >= 0
                    && effects.event(k) <= window.last());
            if (!after.isEmpty()) {
                members.add(g);
                by.add(Target.mean(after.stream().map(effects::alone).toList()));
            }
        }
        Optional<Target> overall = by.isEmpty() ? Optional.empty() : Optional.of(effects.average(members, by));
        return new Average(overall, members.stream().map(effects.cohorts()::value).toList(), by);
    }

    private boolean isShown(int cell) {
        int event = effects.event(cell);
        if (event < window.first() || event > window.last()) {
            return false;
        }
        if (window.balance().isEmpty()) {
            return true;
        }
        List<Integer> times = effects.cohorts().times();
        int firstTime = times.get(0);
        int lastTime = times.get(times.size() - 1);
        int balance = window.balance().get();
        return lastTime - effects.cohort(cell) >= balance
                && event <= balance
                && event >= balance - lastTime + firstTime;
    }

    private Map<Integer, Target> by(IntPredicate chosen, IntUnaryOperator key) {
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int cell : cells(chosen)) {
            groups.computeIfAbsent(key.applyAsInt(cell), at -> new ArrayList<>()).add(cell);
        }
        Map<Integer, Target> averages = new TreeMap<>();
        groups.forEach((at, group) -> averages.put(at, effects.average(group)));
        return averages;
    }

    private static Average average(Map<Integer, Target> by, List<Target> over) {
        return new Average(
                over.isEmpty() ? Optional.empty() : Optional.of(Target.mean(over)),
                List.copyOf(by.keySet()),
                List.copyOf(by.values()));
    }

    private List<Integer> cells(IntPredicate chosen) {
        return IntStream.range(0, effects.cells().size())
                .filter(k -> !Double.isNaN(effects.estimates()[k]))
                .filter(chosen)
                .boxed()
                .toList();
    }
}
