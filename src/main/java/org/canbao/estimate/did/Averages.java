package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.canbao.result.CallawaySantannaFit;

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
     * @param by ascending
     */
    record Average(Optional<Target> overall, List<Point> by) {}

    /**
     * An average at an event time, of a cohort or in a period.
     *
     * @param at the event time, cohort or period
     * @param target the average
     * @param cells the effects that are averaged
     */
    record Point(int at, Target target, List<Integer> cells) {}

    /** All of them by name. */
    Map<String, Average> all() {
        Map<String, Average> all = new LinkedHashMap<>();
        all.put("simple", simple());
        all.put(CallawaySantannaFit.DYNAMIC, dynamic());
        all.put("group", group());
        all.put("calendar", calendar());
        return all;
    }

    /** All effects from treatment on, weighted by the size of their cohorts. */
    Average simple() {
        List<Integer> after = cells(this::isAfter);
        return new Average(after.isEmpty() ? Optional.empty() : Optional.of(effects.average(after)), List.of());
    }

    /** By event time, cohorts weighted by their sizes; overall the plain mean over event times from zero on. */
    Average dynamic() {
        List<Point> by = by(this::isShown, effects::event);
        return new Average(mean(by.stream().filter(point -> point.at() >= 0).toList()), by);
    }

    /** By period, cohorts weighted by their sizes; overall the plain mean over periods. */
    Average calendar() {
        List<Point> by = by(k -> effects.event(k) >= 0, effects::time);
        return new Average(mean(by), by);
    }

    /** By cohort, the plain mean over its periods; overall cohorts are weighted by their sizes. */
    Average group() {
        List<Integer> members = new ArrayList<>();
        List<Point> by = new ArrayList<>();
        for (int g = 0; g < effects.cohorts().treated(); g++) {
            int cohort = g;
            List<Integer> after = cells(k -> effects.cells().get(k).cohort() == cohort && isAfter(k));
            if (!after.isEmpty()) {
                members.add(g);
                Target mean = Target.mean(after.stream().map(effects::alone).toList());
                by.add(new Point(effects.cohorts().value(g), mean, after));
            }
        }
        List<Target> targets = by.stream().map(Point::target).toList();
        return new Average(by.isEmpty() ? Optional.empty() : Optional.of(effects.average(members, targets)), by);
    }

    private boolean isAfter(int cell) {
        return effects.event(cell) >= 0 && effects.event(cell) <= window.last();
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

    private List<Point> by(IntPredicate chosen, IntUnaryOperator key) {
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int cell : cells(chosen)) {
            groups.computeIfAbsent(key.applyAsInt(cell), at -> new ArrayList<>())
                    .add(cell);
        }
        return groups.entrySet().stream()
                .map(group -> new Point(group.getKey(), effects.average(group.getValue()), group.getValue()))
                .toList();
    }

    private static Optional<Target> mean(List<Point> points) {
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(Target.mean(points.stream().map(Point::target).toList()));
    }

    private List<Integer> cells(IntPredicate chosen) {
        return IntStream.range(0, effects.cells().size())
                .filter(k -> !Double.isNaN(effects.estimates()[k]))
                .filter(chosen)
                .boxed()
                .toList();
    }
}
