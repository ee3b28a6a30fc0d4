package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.EstimationPath;
import org.canbao.design.Key;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.rd.DensityTest;
import org.canbao.estimate.rd.MassPoints;
import org.canbao.result.Inference;
import org.canbao.result.RdDensityFit;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.RdDensity;

/**
 * The manipulation test at a cutoff. The sample is read once, into the rows of each value of the running variable.
 *
 * <p><b>Agrees with</b> rddensity 2.6 on the reference cases.
 */
final class RdDensityEstimator implements Estimator<RdDensity> {
    @Override
    public RdDensityFit estimate(RdDensity spec, Sample sample, EstimationOptions options) {
        Cutoff cutoff = new Cutoff(spec.common().id(), spec.running(), spec.cutoff());
        cutoff.requireNumeric(sample);
        Design design = new DesignBuilder(sample, options.path(), options.threads()).build(request(spec));
        MassPoints points = points(spec, design, cutoff);
        RdDensityFit fit = new DensityTest(points, spec.options())
                .run(spec.running().name(), spec.cutoff(), inference(spec, design, points));
        if (Double.isNaN(fit.statistic())) {
            throw noDensity(spec, fit);
        }
        return fit;
    }

    private static DesignRequest request(RdDensity spec) {
        ModelSpec.Common common = spec.common();
        return new DesignRequest(
                new ModelSpec.Common(
                        common.id(),
                        common.where(),
                        spec.frequencies(),
                        common.vcov(),
                        common.smallSample(),
                        true,
                        common.place()),
                new Expr.Column(spec.running()),
                List.of(),
                true,
                List.of(),
                List.of(new DesignRequest.ExtraKey(spec.running(), false)),
                Optional.empty());
    }

    private static MassPoints points(RdDensity spec, Design design, Cutoff cutoff) {
        Key key = design.key(spec.running());
        double[] distances = new double[design.size()];
        long[] counts = new long[design.size()];
        for (int cell = 0; cell < distances.length; cell++) {
            distances[cell] = key.number(cell) - spec.cutoff();
            counts[cell] = spec.frequencies().isEmpty()
                    ? design.count(cell)
                    : whole(spec.frequencies().get(), design.weights()[cell]);
        }
        cutoff.requireFinite(distances);
        MassPoints points = MassPoints.of(distances, counts);
        cutoff.requireBothSides(points.value(0), points.value(points.size() - 1));
        return points;
    }

    private static long whole(ColumnRef frequencies, double count) {
        if (count != Math.rint(count) || count > 1e15) {
            throw Diagnostic.error(
                            EstimateCode.BAD_FREQUENCY,
                            "column `" + frequencies + "` gives a value of the running variable " + count + " units")
                    .at(frequencies.place())
                    .hint("`frequencies` counts units: whole numbers; a density has no analytic weights")
                    .toException();
        }
        return (long) count;
    }

    private static Inference inference(RdDensity spec, Design design, MassPoints points) {
        List<Inference.Loss> lost = new ArrayList<>();
        design.provenance().lost().forEach((reason, rows) -> lost.add(new Inference.Loss(reason, rows)));
        return new Inference(
                spec.options().plugin() ? "plugin" : "jackknife",
                points.rows(),
                0,
                List.of(),
                Double.POSITIVE_INFINITY,
                1,
                design.provenance().path() == EstimationPath.MOMENTS ? "moments" : "rows",
                design.provenance().reason(),
                spec.frequencies().map(ColumnRef::name),
                lost,
                false);
    }

    private static RuntimeException noDensity(RdDensity spec, RdDensityFit fit) {
        return Diagnostic.error(
                        EstimateCode.NO_DENSITY,
                        "the density at the cutoff of spec `" + spec.common().id() + "` has no estimate: within the"
                                + " bandwidths are " + fit.left().used() + " rows left of it and "
                                + fit.right().used() + " right of it, too few values for degree "
                                + spec.options().biasOrder())
                .at(spec.running().place())
                .hint("lower `order`, widen `h`, or raise `least_values`")
                .toException();
    }
}
