package org.canbao.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.canbao.design.Design;
import org.canbao.design.Key;
import org.canbao.result.Coefficient;

/**
 * Averages of the estimates of cohorts at event times, with the shares of their (weighted) rows: c = s'b with variance
 * s'Vs, the shares s taken for known.
 */
final class CohortShares {
    private final Estimate estimate;
    private final List<Cell> cells = new ArrayList<>();
    private final int[] occurring;

    /** A cohort at an event time that has an estimate: where it stands among the kept coefficients, and its rows. */
    private record Cell(int at, int kept, double weight, long rows) {}

    /**
     * @param estimate the regression
     * @param cohort of each cell
     * @param times the event time of each cell
     * @param name of the coefficient of an event time and a cohort's code
     */
    CohortShares(Estimate estimate, Key cohort, CohortTimes times, BiFunction<Integer, Integer, String> name) {
        this.estimate = estimate;
        Design design = estimate.solved().data().design();
        Map<String, Integer> kept = new HashMap<>();
        for (int j = 0; j < estimate.solved().fit().size(); j++) {
            kept.put(estimate.solved().data().name(estimate.solved().fit().kept(j)), j);
        }
        int groups = cohort.levels().size();
        for (int at : times.occurring()) {
            double[] weight = new double[groups];
            long[] rows = new long[groups];
            for (int cell = 0; cell < design.size(); cell++) {
                if (!times.isNever(cell) && times.at(cell) == at) {
                    weight[cohort.code(cell)] += design.weights()[cell];
                    rows[cohort.code(cell)] += design.count(cell);
                }
            }
            for (int g = 0; g < groups; g++) {
                Integer position = kept.get(name.apply(at, g));
                if (position != null) {
                    cells.add(new Cell(at, position, weight[g], rows[g]));
                }
            }
        }
        this.occurring = cells.stream().mapToInt(Cell::at).distinct().toArray();
    }

    /** One average per event time that has an estimate. */
    EventEstimates byEventTime() {
        List<List<Cell>> groups = new ArrayList<>();
        for (int at : occurring) {
            groups.add(cells.stream().filter(cell -> cell.at == at).toList());
        }
        double[] estimates = groups.stream().mapToDouble(this::average).toArray();
        double[][] covariance = new double[groups.size()][groups.size()];
        for (int i = 0; i < estimates.length; i++) {
            for (int j = 0; j < estimates.length; j++) {
                covariance[i][j] = covariance(groups.get(i), groups.get(j));
            }
        }
        return new EventEstimates(
                occurring,
                groups.stream()
                        .mapToLong(group -> group.stream().mapToLong(Cell::rows).sum())
                        .toArray(),
                estimates,
                covariance,
                estimate.small().df(),
                combinations -> estimate.df(Arrays.stream(combinations)
                        .map(weights -> onCoefficients(groups, weights))
                        .toArray(double[][]::new)));
    }

    /** The average over all event times from zero on; empty without any. */
    Optional<Coefficient> overall(String name) {
        List<Cell> after = cells.stream().filter(cell -> cell.at >= 0).toList();
        if (after.isEmpty()) {
            return Optional.empty();
        }
        double error = Math.sqrt(Math.max(0, covariance(after, after)));
        double[] own = estimate.df(new double[][] {onCoefficients(List.of(after), new double[] {1})});
        return Optional.of(new Student(estimate.small().df()).coefficient(own, 0, name, average(after), error));
    }

    /** A combination of averages as weights on the coefficients. */
    private double[] onCoefficients(List<List<Cell>> groups, double[] weights) {
        double[] all = new double[estimate.solved().fit().size()];
        for (int i = 0; i < weights.length; i++) {
            List<Cell> group = groups.get(i);
            double[] shares = shares(group);
            for (int j = 0; j < shares.length; j++) {
                all[group.get(j).kept] += weights[i] * shares[j];
            }
        }
        return all;
    }

    private double average(List<Cell> group) {
        double[] shares = shares(group);
        return IntStream.range(0, shares.length)
                .mapToDouble(i -> shares[i] * estimate.solved().coefficient(group.get(i).kept))
                .sum();
    }

    private double covariance(List<Cell> one, List<Cell> other) {
        double[] left = shares(one);
        double[] right = shares(other);
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                sum += left[i] * right[j] * estimate.covariance().at(one.get(i).kept, other.get(j).kept);
            }
        }
        return sum;
    }

    private static double[] shares(List<Cell> group) {
        double total = group.stream().mapToDouble(Cell::weight).sum();
        return group.stream().mapToDouble(cell -> cell.weight / total).toArray();
    }
}
