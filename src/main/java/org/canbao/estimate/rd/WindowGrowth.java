package org.canbao.estimate.rd;

import java.util.ArrayList;
import java.util.List;
import org.canbao.spec.ModelSpec.Window;
import org.canbao.spec.RdRandomization.Growth;

/** Nested windows about a cutoff, the smallest first, as far as the data go. */
public final class WindowGrowth {
    private final MassPoints points;
    private final double cutoff;

    /** Windows about a cutoff. */
    public WindowGrowth(MassPoints points, double cutoff) {
        this.points = points;
        this.cutoff = cutoff;
    }

    /** So many windows, or fewer where the last one holds all rows; each holds more than the one before. */
    public List<Window> windows(Growth growth, int number) {
        List<Window> windows = new ArrayList<>();
        long held = 0;
        for (int i = 0; i < number; i++) {
            double[] reach = reach(growth, i, windows);
            long rows = points.leftWithin(reach[0]) + points.rightWithin(reach[1]);
            if (rows > held) {
                windows.add(new Window(cutoff - reach[0], cutoff + reach[1]));
            }
            held = rows;
            if (held == points.rows()) {
                break;
            }
        }
        return windows;
    }

    /** How far the next window goes to the left and to the right. */
    private double[] reach(Growth growth, int place, List<Window> before) {
        if (growth instanceof Growth.Values values) {
            int rank = values.first() + place;
            return new double[] {points.leftValue(rank), points.rightValue(rank)};
        } else if (growth instanceof Growth.Width width) {
            double half = width.first() + place * width.step();
            return new double[] {half, half};
        }
        Growth.Rows rows = (Growth.Rows) growth;
        long left = rows.first();
        long right = rows.first();
        if (!before.isEmpty()) {
            double half = before.get(before.size() - 1).high() - cutoff;
            left = points.leftWithin(half) + rows.step();
            right = points.rightWithin(half) + rows.step();
        }
        double half = Math.max(points.leftRow(left), points.rightRow(right));
        return new double[] {half, half};
    }
}
