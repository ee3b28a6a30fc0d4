package org.canbao.estimate.rd;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.RdBandwidth;
import org.canbao.spec.RdBandwidth.Given;
import org.canbao.spec.RdLocalOptions;

/**
 * Chooses bandwidths as rdrobust 4.0 does, in three steps, each with the bandwidth of the one before: d, for the derivative
 * that the bias of b has; b, for the derivative that the bias of the estimate has; h, for the estimate (Calonico, Cattaneo
 * and Farrell 2020). {@link Pilot} has the terms of each step.
 *
 * <p>Bandwidths for the error of coverage are h times n^(-p/((3+p)(3+2p))), n counting rows or, if errors are clustered,
 * clusters; b stays.
 */
final class BandwidthSelector {
    private final RdLocalOptions options;
    private final RdBandwidth.Selected asked;
    private final List<RdSide> sides;
    private final PilotBandwidth bounds;
    /** The steps d, b and h, each left and right. */
    private final List<List<Pilot>> steps;

    /**
     * A choice about to be made.
     *
     * @param fuzzy whether the bandwidth is for the ratio of the jumps of outcome and treatment
     */
    BandwidthSelector(Setting setting, RdBandwidth.Selected asked, List<RdSide> sides, boolean fuzzy) {
        this.options = setting.options();
        this.asked = asked;
        this.sides = sides;
        this.bounds = new PilotBandwidth(options.kernel(), options.massPoints(), asked, sides);
        int p = options.order();
        int q = options.biasOrder();
        int[][] orders = {{q + 1, q + 1}, {q, p + 1}, {p, options.derivative()}};
        this.steps = Arrays.stream(orders)
                .map(o -> sides.stream()
                        .map(side -> new Pilot(setting, side, fuzzy, o[0], o[1], bounds.start()))
                        .toList())
                .toList();
    }

    /** A bandwidth h with its b. */
    private record Pair(double h, double b) {
        Pair least(Pair other) {
            return new Pair(Math.min(h, other.h), Math.min(b, other.b));
        }

        Pair median(Pair second, Pair third) {
            return new Pair(middle(h, second.h, third.h), middle(b, second.b, third.b));
        }

        private static double middle(double x, double y, double z) {
            return Math.max(Math.min(x, y), Math.min(Math.max(x, y), z));
        }
    }

    /**
     * The bandwidths.
     *
     * @throws org.canbao.diag.CanbaoException if the data do not give any
     */
    Given choose() {
        Given best = switch (asked.selector().base()) {
            case MSETWO -> both(own(0), own(1));
            case MSESUM -> both(sum(), sum());
            case MSECOMB1 -> both(difference().least(sum()), difference().least(sum()));
            case MSECOMB2 ->
                both(difference().median(own(0), sum()), difference().median(own(1), sum()));
            default -> both(difference(), difference());
        };
        double shrink = asked.selector().coverage() ? shrinkage() : 1;
        return new Given(best.hLeft() * shrink, best.hRight() * shrink, best.bLeft(), best.bRight());
    }

    private static Given both(Pair left, Pair right) {
        return new Given(left.h(), right.h(), left.b(), right.b());
    }

    private Pair difference() {
        return best(List.of(0, 1), -1);
    }

    private Pair sum() {
        return best(List.of(0, 1), 1);
    }

    private Pair own(int side) {
        return best(List.of(side), 1);
    }

    /**
     * The three steps.
     *
     * @param members the sides that share a bandwidth, 0 left and 1 right
     * @param leftSign with which the bias of the left side counts
     */
    private Pair best(List<Integer> members, int leftSign) {
        List<RdSide> of = members.stream().map(sides::get).toList();
        int q = options.biasOrder();
        double d = step(
                0,
                members,
                leftSign,
                side -> steps.get(0).get(side).bias(q + 2, sides.get(side).range(), 0));
        double wide = bounds.floored(limited(d, of), of);
        double s = asked.regularization();
        double b = limited(
                step(1, members, leftSign, side -> steps.get(1).get(side).bias(q + 1, wide, s)), of);
        double h = limited(
                step(2, members, leftSign, side -> steps.get(2).get(side).bias(q, b, s)), of);
        return new Pair(h, b);
    }

    private double step(int step, List<Integer> members, int leftSign, IntFunction<Pilot.Bias> biasOf) {
        double variance = 0;
        double bias = 0;
        double extra = 0;
        for (int side : members) {
            Pilot.Bias found = biasOf.apply(side);
            variance += steps.get(step).get(side).variance();
            bias += (side == 0 ? leftSign : 1) * found.bias();
            extra += found.regularization();
        }
        return StrictMath.pow(
                variance / (bias * bias + asked.regularization() * extra),
                steps.get(step).get(0).rate());
    }

    private double limited(double bandwidth, List<RdSide> of) {
        double limited = bounds.limited(bandwidth, of);
        requireBandwidth(limited);
        return limited;
    }

    private double shrinkage() {
        double n = sides.stream()
                .mapToInt(options.variance().clustered() ? RdSide::clusters : RdSide::rows)
                .sum();
        double p = options.order();
        return StrictMath.pow(n, -p / ((3 + p) * (3 + 2 * p)));
    }

    private static void requireBandwidth(double bandwidth) {
        if (!(bandwidth > 0) || Double.isInfinite(bandwidth)) {
            throw Diagnostic.error(
                            RdCode.NO_BANDWIDTH,
                            "no bandwidth can be chosen: near the cutoff, nothing is left to estimate"
                                    + " the variance of the estimate from")
                    .hint("give bandwidths with `h` and `b`, or use fewer covariates")
                    .hint("if the treatment does not vary near the cutoff on one side, `sharpbw: true` chooses the"
                            + " bandwidth for the outcome")
                    .toException();
        }
    }
}
