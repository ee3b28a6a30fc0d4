package org.canbao.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.canbao.result.ByEventTime;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;

/** Estimates by event time with their joint covariance, and what follows from both. */
public final class EventEstimates {
    private final int[] at;
    private final long[] rows;
    private final double[] estimates;
    private final double[][] covariance;
    private final double df;
    private final Degrees degrees;
    private final Student student;

    /** Degrees of freedom of combinations of the estimates. */
    @FunctionalInterface
    interface Degrees {
        /** One for each combination, given by its weights on the estimates; none if all share theirs. */
        double[] of(double[][] combinations);
    }

    /**
     * @param at the event times, ascending
     * @param rows at each of them
     * @param estimates one per event time
     * @param covariance of the estimates
     * @param df degrees of freedom of the t distribution; infinite for the normal one
     */
    public EventEstimates(int[] at, long[] rows, double[] estimates, double[][] covariance, double df) {
        this(at, rows, estimates, covariance, df, combinations -> new double[0]);
    }

    /**
     * @param at the event times, ascending
     * @param rows at each of them
     * @param estimates one per event time
     * @param covariance of the estimates
     * @param df degrees of freedom of joint tests, and of t distributions that are shared
     * @param degrees those that are not shared
     */
    EventEstimates(int[] at, long[] rows, double[] estimates, double[][] covariance, double df, Degrees degrees) {
        this.at = at;
        this.rows = rows;
        this.estimates = estimates;
        this.covariance = covariance;
        this.df = df;
        this.degrees = degrees;
        this.student = new Student(df);
    }

    /** The estimates one by one. */
    public List<Fit.AtTime> by() {
        List<Fit.AtTime> by = new ArrayList<>();
        double[][] each = new double[at.length][at.length];
        for (int i = 0; i < at.length; i++) {
            each[i][i] = 1;
        }
        double[] own = degrees.of(each);
        for (int i = 0; i < at.length; i++) {
            double error = Math.sqrt(Math.max(0, covariance[i][i]));
            Coefficient c = student.coefficient(own, i, "", estimates[i], error);
            by.add(new Fit.AtTime(
                    at[i], c.estimate(), c.stdError(), c.statistic(), c.pValue(), c.confLow(), c.confHigh(), rows[i]));
        }
        return by;
    }

    /** Their covariance, by rows. */
    public List<List<Double>> covariance() {
        return Arrays.stream(covariance)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    /** The plain average of the estimates from event time zero on. */
    public Optional<Coefficient> average() {
        int[] after = IntStream.range(0, at.length).filter(i -> at[i] >= 0).toArray();
        if (after.length == 0) {
            return Optional.empty();
        }
        double sum = 0;
        double variance = 0;
        double[] mean = new double[at.length];
        for (int i : after) {
            mean[i] = 1.0 / after.length;
            sum += estimates[i];
            for (int j : after) {
                variance += covariance[i][j];
            }
        }
        double error = Math.sqrt(Math.max(0, variance)) / after.length;
        double[] own = degrees.of(new double[][] {mean});
        return Optional.of(student.coefficient(own, 0, ByEventTime.AVERAGE, sum / after.length, error));
    }

    /** Joint test that the estimates before event time zero are zero, with {@code df2} degrees of freedom below. */
    public Optional<Fit.WaldTest> pretrend(double df2) {
        int[] before = IntStream.range(0, at.length).filter(i -> at[i] < 0).toArray();
        double[] b = new double[before.length];
        double[][] v = new double[before.length][before.length];
        for (int i = 0; i < before.length; i++) {
            b[i] = estimates[before[i]];
            for (int j = 0; j < before.length; j++) {
                v[i][j] = covariance[before[i]][before[j]];
            }
        }
        return Wald.zero(b, v, df2);
    }

    /** The same with the degrees of freedom of the t distribution. */
    public Optional<Fit.WaldTest> pretrend() {
        return pretrend(df);
    }
}
