package org.canbao.report.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.canbao.report.figure.FigureModel.Axis;
import org.canbao.report.figure.FigureModel.Tick;

/** The range of the data on an axis, and the axis around it. Values that are not finite are passed over. */
final class AxisRange {
    private static final int TICKS = 8;
    private static final int[] STEPS = {1, 2, 5, 10};
    /** Beyond these powers of ten the labels are divided, and the title says by what. */
    private static final int SMALLEST = -4;

    private static final int LARGEST = 5;

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    /** Widens the range so that it holds the value. */
    AxisRange include(double value) {
        if (Double.isFinite(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return this;
    }

    /** The least value, plus and minus infinity turned round while there is none. */
    double low() {
        return low;
    }

    /** The greatest value. */
    double high() {
        return high;
    }

    /**
     * An axis with room beyond the data, in shares of their range, and ticks at round numbers.
     *
     * @param below room at the lower end
     * @param above room at the upper end
     */
    Axis axis(String title, double below, double above) {
        double first = low <= high ? low : 0;
        double last = low <= high ? high : 1;
        if (!(last - first > 1e-12 * Math.max(Math.abs(first), Math.abs(last)))) {
            double half = first == 0 ? 1 : Math.abs(first) / 2;
            first -= half;
            last += half;
        }
        double range = last - first;
        double max = last + above * range;
        return axis(title, first - below * range, max, max);
    }

    /**
     * An axis for values from zero up, with room beyond them in shares of the greatest, and ticks from zero to the
     * greatest only. Two such axes with the same room have their zeros, and their greatest values, at the same height.
     */
    Axis fromZero(String title, double below, double above) {
        double last = high > 0 ? high : 1;
        Axis axis = axis(title, 0, last * (1 + above), last);
        return new Axis(axis.title(), -below * last, axis.max(), axis.ticks());
    }

    private static Axis axis(String title, double min, double max, double lastTick) {
        BigDecimal step = step((max - min) / TICKS);
        int power = FigureNumbers.exponent(Math.max(Math.abs(min), Math.abs(max)));
        int divisor = power < SMALLEST || power > LARGEST ? power : 0;
        String full = divisor == 0 ? title : title + " (×1e" + FigureNumbers.whole(divisor) + ")";
        return new Axis(full, min, max, ticks(min, lastTick, step, divisor));
    }

    /** The least of 1, 2 and 5 times a power of ten that is not below {@code least}. */
    private static BigDecimal step(double least) {
        int power = FigureNumbers.exponent(least);
        for (int step : STEPS) {
            BigDecimal candidate = BigDecimal.valueOf(step).scaleByPowerOfTen(power);
            if (candidate.doubleValue() >= least * (1 - 1e-9)) {
                return candidate;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(power + 1);
    }

    private static List<Tick> ticks(double min, double last, BigDecimal step, int divisor) {
        int decimals = Math.max(
                0, step.scaleByPowerOfTen(-divisor).stripTrailingZeros().scale());
        List<Tick> ticks = new ArrayList<>();
        BigDecimal at =
                new BigDecimal(min).divide(step, 0, RoundingMode.CEILING).multiply(step);
        for (; at.doubleValue() <= last; at = at.add(step)) {
            BigDecimal shown = at.scaleByPowerOfTen(-divisor).setScale(decimals, RoundingMode.HALF_EVEN);
            ticks.add(new Tick(at.doubleValue(), FigureNumbers.signed(shown.toPlainString())));
        }
        return ticks;
    }
}
