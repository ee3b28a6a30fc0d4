package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.canbao.diag.CanbaoException;
import org.canbao.result.RdDensityFit;
import org.canbao.result.RdRobustnessFit;
import org.canbao.result.RdRobustnessFit.Line;
import org.canbao.result.RdRobustnessFit.Section;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.RdDensity;
import org.canbao.spec.RdDensityOptions;
import org.canbao.spec.RdLocalSpec;
import org.canbao.spec.RdRobustness;

/**
 * A discontinuity and its variants. A variant that cannot be estimated is a line that says why; the baseline must be
 * estimable.
 */
final class RdRobustnessEstimator implements Estimator<RdRobustness> {
    @Override
    public RdRobustnessFit estimate(RdRobustness spec, Sample sample, EstimationOptions options) {
        RdVariants variants = spec.base() instanceof RdLocalSpec local
                ? new RdLocalVariants(local, sample, options)
                : new RdPolynomialVariants((ModelSpec.RdPolynomial) spec.base(), sample, options);
        List<Line> lines = new ArrayList<>(List.of(variants.baseline()));
        boolean local = spec.base() instanceof RdLocalSpec;
        spec.cutoffs().forEach(c -> lines.add(tried(Section.CUTOFF, c, "", () -> variants.atCutoff(c))));
        spec.donuts().forEach(r -> lines.add(tried(Section.DONUT, r, "", () -> variants.donut(r))));
        (local ? spec.bandwidths() : spec.windows())
                .forEach(w ->
                        lines.add(tried(local ? Section.BANDWIDTH : Section.WINDOW, w, "", () -> variants.width(w))));
        spec.orders().forEach(p -> lines.add(tried(Section.ORDER, p, "", () -> variants.order(p))));
        for (Expr covariate : spec.covariates()) {
            String name = covariate.text();
            lines.add(tried(Section.COVARIATE, Double.NaN, name, () -> variants.covariate(covariate)));
        }
        if (spec.density()) {
            lines.add(tried(Section.DENSITY, Double.NaN, "", () -> density(spec, sample, options)));
        }
        return new RdRobustnessFit(
                outcome(spec), running(spec).name(), cutoff(spec), spec.base().model(), lines, variants.inference());
    }

    private static Line tried(Section section, double value, String name, Supplier<Line> line) {
        try {
            return line.get();
        } catch (CanbaoException e) {
            String reason = e.diagnostics().get(0).message();
            double none = Double.NaN;
            return new Line(section, value, name, Optional.empty(), none, none, 0, 0, reason);
        }
    }

    /** The test of the density of the rows of the base, with the defaults of rddensity. */
    private static Line density(RdRobustness spec, Sample sample, EstimationOptions options) {
        RdDensity density =
                new RdDensity(spec.common(), running(spec), cutoff(spec), Optional.empty(), RdDensityOptions.DEFAULT);
        RdDensityFit fit = new RdDensityEstimator().estimate(density, sample, options);
        return new Line(
                Section.DENSITY,
                Double.NaN,
                "",
                fit.coefficients().stream().findFirst(),
                fit.left().h(),
                fit.right().h(),
                fit.left().used(),
                fit.right().used(),
                "");
    }

    private static String outcome(RdRobustness spec) {
        return spec.base() instanceof RdLocalSpec local
                ? local.outcome().text()
                : ((ModelSpec.RdPolynomial) spec.base()).outcome().text();
    }

    private static ColumnRef running(RdRobustness spec) {
        return spec.base() instanceof RdLocalSpec local
                ? local.running()
                : ((ModelSpec.RdPolynomial) spec.base()).running();
    }

    private static double cutoff(RdRobustness spec) {
        return spec.base() instanceof RdLocalSpec local
                ? local.options().cutoff()
                : ((ModelSpec.RdPolynomial) spec.base()).cutoff();
    }
}
