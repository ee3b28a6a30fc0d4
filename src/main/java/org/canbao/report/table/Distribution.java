package org.canbao.report.table;

import java.util.function.DoublePredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.canbao.report.CompensatedSum;
import org.canbao.spec.TableSpec;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The values of one variable and, if there are weights, their weights; both without missing values, ascending.
 *
 * <p>Without weights: mean x̄ = Σx/n; standard deviation √(Σ(x-x̄)²/(n-1)); quantiles of type 7 of Hyndman and Fan (1996),
 * R's default: with h = (n-1)p, the value at ⌊h⌋ and the next one, interpolated by the fraction of h.
 *
 * <p>With analytic weights w, as Stata's {@code summarize [aweight=w]}: x̄ = Σwx/Σw; standard deviation
 * √(n/(n-1) · Σw(x-x̄)²/Σw), n the number of rows with positive weight; quantiles: the smallest value at which the
 * cumulated weights exceed p·Σw, or its mean with the value before if they are equal to p·Σw there.
 *
 * <p>Sums are compensated and taken twice, the second time of deviations from the first mean.
 */
final class Distribution {
    private final DoubleColumn values;
    private final double[] weights;

    private Distribution(DoubleColumn values, double[] weights) {
        this.values = values;
        this.weights = weights;
    }

    /** The distribution of the column {@code value}, weighted by the column {@code weight} if there is one. */
    static Distribution of(Table rows) {
        DoubleColumn all = rows.doubleColumn(SampleColumn.VALUE);
        if (!rows.containsColumn(SampleColumn.WEIGHT)) {
            DoubleColumn values = all.removeMissing();
            values.sortAscending();
            return new Distribution(values, new double[0]);
        }
        DoubleColumn weight = rows.doubleColumn(SampleColumn.WEIGHT);
        Table used = rows.where(all.isNotMissing().and(weight.isGreaterThan(0)))
                .sortAscendingOn(SampleColumn.VALUE, SampleColumn.WEIGHT);
        return new Distribution(
                used.doubleColumn(SampleColumn.VALUE),
                used.doubleColumn(SampleColumn.WEIGHT).asDoubleArray());
    }

    /** The distribution of these numbers, unweighted. */
    static Distribution of(double[] numbers) {
        return of(Table.create("numbers", DoubleColumn.create(SampleColumn.VALUE, numbers)));
    }

    /** How many values. */
    int count() {
        return values.size();
    }

    /** Whether a value is such. */
    boolean has(DoublePredicate such) {
        return IntStream.range(0, count()).mapToDouble(values::getDouble).anyMatch(such);
    }

    /** How many values are equal to this one. */
    int ties(double value) {
        int ties = 0;
        for (int i = 0; i < count(); i++) {
            ties += values.getDouble(i) == value ? 1 : 0;
        }
        return ties;
    }

    /** A statistic other than the count; NaN if there are too few values for it. */
    double statistic(TableSpec.Statistic statistic) {
        return switch (statistic) {
            case N -> count();
            case MEAN -> mean();
            case SD -> standardDeviation();
            case MIN -> count() == 0 ? Double.NaN : values.getDouble(0);
            case P25 -> quantile(0.25);
            case MEDIAN -> quantile(0.5);
            case P75 -> quantile(0.75);
            case MAX -> count() == 0 ? Double.NaN : values.getDouble(count() - 1);
        };
    }

    private double mean() {
        double total = sum(this::weight);
        double first = sum(i -> weight(i) * values.getDouble(i)) / total;
        return first + sum(i -> weight(i) * (values.getDouble(i) - first)) / total;
    }

    private double standardDeviation() {
        int n = count();
        if (n < 2) {
            return Double.NaN;
        }
        double total = sum(this::weight);
        double mean = mean();
        double squares = sum(i -> weight(i) * square(values.getDouble(i) - mean));
        double rest = sum(i -> weight(i) * (values.getDouble(i) - mean));
        double variance = Math.max(0, (squares - rest * rest / total) / total);
        return Math.sqrt(variance * n / (n - 1));
    }

    /** The p-quantile; NaN if there are no values. */
    double quantile(double p) {
        if (count() == 0) {
            return Double.NaN;
        }
        return weights.length == 0 ? interpolated(p) : weighted(p);
    }

    private double interpolated(double p) {
        double h = (count() - 1) * p;
        int below = (int) Math.floor(h);
        int above = Math.min(below + 1, count() - 1);
        double low = values.getDouble(below);
        return low + (h - below) * (values.getDouble(above) - low);
    }

    private double weighted(double p) {
        double target = p * sum(this::weight);
        CompensatedSum cumulated = new CompensatedSum();
        for (int i = 0; i < count(); i++) {
            cumulated.add(weights[i]);
            if (cumulated.value() > target) {
                return values.getDouble(i);
            } else if (cumulated.value() == target && i + 1 < count()) {
                return (values.getDouble(i) + values.getDouble(i + 1)) / 2;
            }
        }
        return values.getDouble(count() - 1);
    }

    private double weight(int row) {
        return weights.length == 0 ? 1 : weights[row];
    }

    private double sum(IntToDoubleFunction term) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < count(); i++) {
            sum.add(term.applyAsDouble(i));
        }
        return sum.value();
    }

    private static double square(double x) {
        return x * x;
    }
}
