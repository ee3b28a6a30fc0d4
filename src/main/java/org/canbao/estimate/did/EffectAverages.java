package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.canbao.design.Design;
import org.canbao.estimate.CohortTimes;
import org.canbao.estimate.EventEstimates;
import org.canbao.estimate.Student;
import org.canbao.math.Sums;
import org.canbao.result.Coefficient;

/** Averages of imputed effects over treated rows, each row with its weight. */
final class EffectAverages {
    private final Design design;
    private final Counterfactual counterfactual;
    private final CohortTimes times;
    private final AlikeEffects alike;

    /**
     * @param alike the effects that are taken for alike in the standard errors
     */
    EffectAverages(Design design, Counterfactual counterfactual, CohortTimes times, AlikeEffects alike) {
        this.design = design;
        this.counterfactual = counterfactual;
        this.times = times;
        this.alike = alike;
    }

    /** Treated rows with an effect. */
    long rows() {
        return rows(this::hasEffect);
    }

    /** Treated rows without. */
    long lost() {
        return rows(cell -> times.isTreated(cell) && !counterfactual.isIdentified(cell));
    }

    /** How many clusters. */
    int clusters() {
        return design.clusters().get(0).groups().groups();
    }

    /** The event times that have effects, ascending. */
    int[] horizons() {
        return IntStream.range(0, design.size())
                .filter(this::hasEffect)
                .map(times::at)
                .sorted()
                .distinct()
                .toArray();
    }

    /** The average over all treated rows. */
    Coefficient overall(String name) {
        Average average = average(this::hasEffect);
        double variance = 0;
        for (double each : average.influence) {
            variance += each * each;
        }
        return Student.NORMAL.coefficient(name, average.estimate, Math.sqrt(variance));
    }

    /** The averages of event times, after the estimates before the event. */
    EventEstimates byHorizon(int[] horizons, Optional<Pretrends> pretrends) {
        List<Average> all = new ArrayList<>();
        pretrends.ifPresent(before ->
                before.estimates().forEach(e -> all.add(new Average(e.at(), e.rows(), e.estimate(), e.influence()))));
        for (int horizon : horizons) {
            all.add(average(cell -> hasEffect(cell) && times.at(cell) == horizon)
                    .at(horizon));
        }
        double[][] covariance = new double[all.size()][all.size()];
        for (int i = 0; i < covariance.length; i++) {
            for (int j = 0; j < covariance.length; j++) {
                covariance[i][j] = Sums.dot(all.get(i).influence, all.get(j).influence);
            }
        }
        return new EventEstimates(
                all.stream().mapToInt(Average::at).toArray(),
                all.stream().mapToLong(Average::rows).toArray(),
                all.stream().mapToDouble(Average::estimate).toArray(),
                covariance,
                Double.POSITIVE_INFINITY);
    }

    /** An average, and what each cluster adds to its error. */
    private record Average(int at, long rows, double estimate, double[] influence) {
        Average at(int horizon) {
            return new Average(horizon, rows, estimate, influence);
        }
    }

    private Average average(IntPredicate cells) {
        double[] weights = new double[design.size()];
        double total = 0;
        for (int cell = 0; cell < weights.length; cell++) {
            weights[cell] = cells.test(cell) ? design.weights()[cell] : 0;
            total += weights[cell];
        }
        double estimate = 0;
        for (int cell = 0; cell < weights.length; cell++) {
            weights[cell] /= total;
            estimate += weights[cell] == 0 ? 0 : weights[cell] * counterfactual.effect(cell);
        }
        return new Average(0, rows(cells), estimate, counterfactual.influence(weights, alike));
    }

    private boolean hasEffect(int cell) {
        return times.isTreated(cell) && counterfactual.isIdentified(cell);
    }

    private long rows(IntPredicate cells) {
        return IntStream.range(0, design.size())
                .filter(cells)
                .mapToLong(design::count)
                .sum();
    }
}
