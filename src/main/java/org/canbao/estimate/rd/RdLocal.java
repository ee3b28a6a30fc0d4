package org.canbao.estimate.rd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.canbao.diag.Diagnostic;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.result.RdLocalFit;
import org.canbao.spec.RdBandwidth.Given;
import org.canbao.spec.RdLocalOptions;

/** Local-polynomial regression discontinuity on rows in memory. */
public final class RdLocal {
    /** Jumps of the treatment below this share of its standard deviation are rounding. */
    private static final double NO_JUMP = 1e-10;

    private final RdLocalOptions options;
    private final RdData asked;
    private final RdData data;
    private final List<Fit.Dropped> dropped;
    private final List<RdSide> sides;
    private final Setting setting;
    private final BandwidthChoice bandwidths;
    private final SideFit left;
    private final SideFit right;

    /**
     * Estimates a discontinuity with the conventions of rdrobust 4.0.
     *
     * @param data the rows
     * @param options how
     * @throws org.canbao.diag.CanbaoException if a side has no rows, a bandwidth too few values, or nothing jumps
     */
    public static RdLocalFit estimate(RdData data, RdLocalOptions options) {
        return new RdLocal(data, options).fit();
    }

    private RdLocal(RdData asked, RdLocalOptions options) {
        this.options = options;
        this.asked = asked;
        List<RdSide> all = RdSide.split(asked, options.cutoff());
        requireBothSides(all);
        CovariateChoice.Chosen chosen = CovariateChoice.of(asked, all, options.order());
        data = chosen.data();
        dropped = chosen.dropped();
        sides = dropped.isEmpty() ? all : RdSide.split(data, options.cutoff());
        setting = Setting.of(options, data);
        bandwidths = BandwidthChoice.of(setting, data, sides);
        Given h = bandwidths.bandwidths();
        boolean plain = h.hLeft() == h.bLeft() && h.hRight() == h.bRight();
        left = new SideFit(setting, sides.get(0), h.hLeft(), h.bLeft(), plain);
        right = new SideFit(setting, sides.get(1), h.hRight(), h.bRight(), plain);
    }

    private RdLocalFit fit() {
        Adjustment slopes = new Adjustment(setting.targets(), setting.covariates());
        left.addTo(slopes);
        right.addTo(slopes);
        double[] outcome = Contrast.times(options.scale(), slopes.adjusted(0));
        Jump jump = new Jump(left, right, new NormalInference(options.level()));
        List<Coefficient> firstStage = setting.fuzzy() ? firstStage(jump, slopes.adjusted(1)) : List.of();
        List<Coefficient> rows = setting.fuzzy() ? jump.rowsOfRatio(outcome, slopes.adjusted(1)) : jump.rows(outcome);
        Given used = bandwidths.bandwidths();
        RdLocalFit.Side below = side(0, left, outcome, used.hLeft(), used.bLeft());
        RdLocalFit.Side above = side(1, right, outcome, used.hRight(), used.bRight());
        return new RdLocalFit(
                design(),
                below,
                above,
                rows,
                firstStage,
                without(slopes),
                new LocalWarnings(data, options, sides)
                        .ofRows(bandwidths)
                        .ofWindow(left.rows(), right.rows(), below.nH() + above.nH())
                        .ofEstimates(rows, firstStage)
                        .found(),
                inference());
    }

    private List<Coefficient> firstStage(Jump jump, double[] treatment) {
        requireFirstStage(jump.of(treatment));
        return jump.rows(treatment);
    }

    /** Covariates left out in all rows, then those left out within the bandwidth. */
    private List<Fit.Dropped> without(Adjustment slopes) {
        List<Fit.Dropped> without = new ArrayList<>(dropped);
        without.addAll(CovariateChoice.dropped(slopes.leftOut(), data));
        return without;
    }

    private RdLocalFit.Design design() {
        return new RdLocalFit.Design(
                data.outcome().name(),
                data.running().name(),
                data.treatment().map(RdData.Column::name),
                asked.covariates().stream().map(RdData.Column::name).toList(),
                options.cutoff(),
                options.order(),
                options.biasOrder(),
                options.derivative(),
                options.kernel().name().toLowerCase(Locale.ROOT),
                bandwidths.how(),
                options.massPoints().name().toLowerCase(Locale.ROOT),
                options.level(),
                options.scale());
    }

    private RdLocalFit.Side side(int which, SideFit fit, double[] outcome, double h, double b) {
        RdSide side = sides.get(which);
        return new RdLocalFit.Side(
                side.rows(),
                side.within(setting.kernel(), h).rows(),
                side.within(setting.kernel(), b).rows(),
                side.values(),
                options.variance().clustered() ? OptionalInt.of(side.clusters()) : OptionalInt.empty(),
                h,
                b,
                Contrast.of(outcome, fit.estimates()),
                Contrast.of(outcome, fit.corrected()));
    }

    /** Statistics are normal, so that degrees of freedom are infinite, and each side has its own correction. */
    private Inference inference() {
        List<Inference.Clusters> clusters = data.clusters().stream()
                .map(by -> new Inference.Clusters(
                        by.name(), (int) Arrays.stream(by.codes()).distinct().count()))
                .toList();
        return new Inference(
                options.variance().id(),
                data.rows(),
                options.order() + 1,
                clusters,
                Double.POSITIVE_INFINITY,
                Double.NaN,
                "rows",
                "",
                Optional.empty(),
                List.of(),
                false);
    }

    private void requireBothSides(List<RdSide> all) {
        for (RdSide side : all) {
            if (side.rows() == 0 || side.range() == 0) {
                throw Diagnostic.error(
                                RdCode.ONE_SIDE,
                                "no value of the running variable `"
                                        + asked.running().name() + "` is "
                                        + (side.isRight() ? "above" : "below") + " the cutoff "
                                        + Text.of(options.cutoff()))
                        .hint("it goes from " + Text.of(least(asked.running().values())) + " to "
                                + Text.of(-least(
                                        Contrast.times(-1, asked.running().values()))) + " in the rows used")
                        .toException();
            }
        }
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    private void requireFirstStage(double jump) {
        double spread =
                RdSide.standardDeviation(sides.get(0).columns()[1], sides.get(1).columns()[1]);
        if (!(Math.abs(jump) > NO_JUMP * spread)) {
            throw Diagnostic.error(
                            RdCode.NO_FIRST_STAGE,
                            "treatment `" + data.treatment().orElseThrow().name() + "` does not jump at the cutoff")
                    .hint("without a jump in the treatment, its effect cannot be told from the outcome's jump")
                    .toException();
        }
    }
}
