package org.canbao.estimate;

import java.util.List;
import java.util.Optional;
import org.canbao.estimate.rd.RdData;
import org.canbao.estimate.rd.RdLocal;
import org.canbao.result.Coefficient;
import org.canbao.result.Inference;
import org.canbao.result.RdLocalFit;
import org.canbao.result.RdRobustnessFit.Line;
import org.canbao.result.RdRobustnessFit.Section;
import org.canbao.result.WithCutoff;
import org.canbao.sample.Sample;
import org.canbao.spec.Expr;
import org.canbao.spec.RdBandwidth;
import org.canbao.spec.RdLocalOptions;
import org.canbao.spec.RdLocalSpec;

/**
 * Variants of a local-polynomial discontinuity. Its rows are read once, those of a covariate once more, because they are
 * others where values are missing. Bandwidths are chosen anew but where they are what is changed. Places without a jump
 * and covariates are sharp designs, without adjustment.
 */
final class RdLocalVariants implements RdVariants {
    private final RdLocalSpec spec;
    private final Sample sample;
    private final EstimationOptions options;
    private final RdData data;
    private final RdLocalFit baseline;

    RdLocalVariants(RdLocalSpec spec, Sample sample, EstimationOptions options) {
        this.spec = spec;
        this.sample = sample;
        this.options = options;
        RdLocalEstimator.Read read = RdLocalEstimator.read(spec, sample, options);
        this.data = read.data();
        this.baseline = RdLocalEstimator.estimate(spec, read);
    }

    @Override
    public Line baseline() {
        return line(Section.BASELINE, Double.NaN, "", baseline);
    }

    @Override
    public Inference inference() {
        return baseline.inference();
    }

    @Override
    public Line atCutoff(double place) {
        double cutoff = spec.options().cutoff();
        double[] running = data.running().values();
        RdData side = data.sharp().where(row -> running[row] >= cutoff == place >= cutoff);
        return line(
                Section.CUTOFF, place, "", RdLocal.estimate(side, spec.options().withCutoff(place)));
    }

    @Override
    public Line donut(double radius) {
        double[] running = data.running().values();
        RdData rest = data.where(row -> Math.abs(running[row] - spec.options().cutoff()) >= radius);
        return line(Section.DONUT, radius, "", RdLocal.estimate(rest, spec.options()));
    }

    @Override
    public Line width(double multiple) {
        RdBandwidth given = new RdBandwidth.Given(
                multiple * baseline.left().h(),
                multiple * baseline.right().h(),
                multiple * baseline.left().b(),
                multiple * baseline.right().b());
        return line(
                Section.BANDWIDTH,
                multiple,
                "",
                RdLocal.estimate(data, spec.options().withBandwidth(given)));
    }

    @Override
    public Line order(int order) {
        RdLocalOptions other = spec.options().withOrder(order);
        return line(Section.ORDER, order, "", RdLocal.estimate(data, other));
    }

    @Override
    public Line covariate(Expr covariate) {
        RdLocalSpec other =
                new RdLocalSpec(spec.common(), covariate, spec.running(), Optional.empty(), List.of(), spec.options());
        RdLocalFit fit = RdLocalEstimator.estimate(other, RdLocalEstimator.read(other, sample, options));
        return line(Section.COVARIATE, Double.NaN, covariate.text(), fit);
    }

    /** The conventional estimate with robust inference, as readers of discontinuities expect. */
    private static Line line(Section section, double value, String name, RdLocalFit fit) {
        Coefficient robust = fit.robust();
        Coefficient shown = new Coefficient(
                WithCutoff.JUMP,
                fit.conventional().estimate(),
                robust.stdError(),
                robust.statistic(),
                robust.pValue(),
                robust.confLow(),
                robust.confHigh());
        return new Line(
                section,
                value,
                name,
                Optional.of(shown),
                fit.left().h(),
                fit.right().h(),
                fit.left().nH(),
                fit.right().nH(),
                "");
    }
}
