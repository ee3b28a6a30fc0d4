package org.canbao.result;

import java.util.List;
import java.util.Optional;

/**
 * What a discontinuity plot shows: means in bins and a polynomial on each side of the cutoff.
 *
 * @param outcome as text
 * @param running the running variable
 * @param cutoff on its scale
 * @param order of the polynomials
 * @param by the grouping column, if any
 * @param groups one per level of the grouping column, in ascending order; one without a name if there is none
 * @param inference which rows were used
 */
public record RdPlotFit(
        String outcome,
        String running,
        double cutoff,
        int order,
        Optional<String> by,
        List<Group> groups,
        Inference inference)
        implements Fit, WithCutoff {
    public RdPlotFit {
        groups = List.copyOf(groups);
    }

    @Override
    public String model() {
        return "rd-plot";
    }

    /** None: a plot has no inference about the jump. */
    @Override
    public List<Coefficient> coefficients() {
        return List.of();
    }

    /**
     * The rows of a level.
     *
     * @param name the level as text; empty without groups
     * @param rule how bins were chosen, for example {@code esmv}; {@code number} if it was given
     * @param left the left side
     * @param right the right side
     */
    public record Group(String name, String rule, Side left, Side right) {}

    /**
     * A side of the cutoff.
     *
     * @param rows rows on it
     * @param bins how many bins were asked for; empty ones are not listed
     * @param points the bins that have rows, ascending
     * @param curve the polynomial, ascending
     */
    public record Side(long rows, int bins, List<Bin> points, List<Point> curve) {
        public Side {
            points = List.copyOf(points);
            curve = List.copyOf(curve);
        }
    }

    /**
     * A bin.
     *
     * @param from its lower end
     * @param to its upper end
     * @param x where it is drawn: its middle, or the value that it holds
     * @param meanX the (weighted) mean of the running variable
     * @param meanY the (weighted) mean of the outcome
     * @param confLow lower end of the 95% interval of the mean; NaN for a single row
     * @param confHigh upper end of it
     * @param rows rows in it
     */
    public record Bin(
            double from, double to, double x, double meanX, double meanY, double confLow, double confHigh, long rows) {}

    /** A point of a polynomial. */
    public record Point(double x, double y) {}
}
