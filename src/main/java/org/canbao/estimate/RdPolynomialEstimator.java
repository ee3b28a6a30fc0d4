package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.diag.Diagnostic;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.sample.Sample;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.ModelSpec.Side;
import org.canbao.spec.ModelSpec.Sides;

/**
 * Global polynomial regression discontinuity: least squares of y = a + b T + p(x - c) + e, x the running variable, c the
 * cutoff, T one on the treated side and p a polynomial without constant; with separate sides y = a + b T + p(x - c) + T
 * q(x - c) + e. As x - c is zero at the cutoff, b is the jump there. Coefficients of the polynomial are in units of the
 * outcome per unit of the running variable, to its power. Rows with x = c are right of the cutoff.
 *
 * <p>The value of a side at the cutoff is the outcome's mean less what T and the polynomials explain of it on average,
 * plus b on the treated side: controls and effects are at their means over the rows used.
 */
final class RdPolynomialEstimator implements Estimator<ModelSpec.RdPolynomial> {
    @Override
    public Fit.RdPolynomial estimate(ModelSpec.RdPolynomial spec, Sample sample, EstimationOptions options) {
        RunningVariable.requireNumeric(spec, sample);
        Sample inside = RunningVariable.inWindow(spec, sample);
        DesignRequest request = new DesignRequest(
                spec.common(),
                spec.outcome(),
                spec.controls(),
                spec.fixedEffects().isEmpty(),
                spec.fixedEffects(),
                List.of(new DesignRequest.ExtraKey(spec.running(), false)),
                Optional.empty());
        Estimate estimate = new LeastSquares(spec.common(), options.threads())
                .estimate(
                        new DesignBuilder(inside, options.path(), options.threads()),
                        reader -> reader.build(
                                request, keys -> new RdColumns(spec, keys.apply(spec.running())).checked()));
        return fit(spec, estimate, sample.rows() - inside.rows());
    }

    private static Fit.RdPolynomial fit(ModelSpec.RdPolynomial spec, Estimate estimate, long outside) {
        Fit.Regression regression = estimate.regression(spec.model());
        if (outside > 0) {
            Inference.Loss lost = new Inference.Loss("window: " + spec.running(), outside);
            regression = regression.with(regression.inference().losing(lost));
        }
        double jump = regression
                .coefficient(Fit.RdPolynomial.JUMP)
                .orElseThrow(() -> noJump(spec))
                .estimate();
        Design design = estimate.solved().data().design();
        RdColumns columns = new RdColumns(spec, design.key(spec.running()));
        double untreated = untreated(estimate.solved(), columns.names());
        long treatedRows = columns.treatedRows(design);
        return new Fit.RdPolynomial(
                discontinuity(spec),
                new Fit.AtCutoff(untreated, design.rows() - treatedRows),
                new Fit.AtCutoff(untreated + jump, treatedRows),
                columns.polynomial(),
                regression);
    }

    private static Fit.Discontinuity discontinuity(ModelSpec.RdPolynomial spec) {
        return new Fit.Discontinuity(
                spec.running().name(),
                spec.cutoff(),
                spec.order(),
                spec.sides() == Sides.SEPARATE,
                spec.side() == Side.RIGHT,
                spec.window().map(w -> List.of(w.low(), w.high())).orElse(List.of()));
    }

    /** The outcome's mean less the part of the columns, all of which are zero on the untreated side of the cutoff. */
    private static double untreated(Solved solved, List<String> columns) {
        List<String> open = new ArrayList<>(columns);
        double value = solved.data().outcomeMean();
        for (int j = 0; j < solved.fit().size(); j++) {
            int position = solved.fit().kept(j);
            if (open.remove(solved.data().name(position))) {
                value -= solved.fit().coefficient(j) * solved.data().mean(position);
            }
        }
        return value;
    }

    private static RuntimeException noJump(ModelSpec.RdPolynomial spec) {
        return Diagnostic.error(
                        EstimateCode.NO_JUMP,
                        "the discontinuity of spec `" + spec.common().id()
                                + "` has no estimate: the fixed effects absorb which side of the cutoff a row is on")
                .at(spec.running().place())
                .hint("leave out effects that do not vary within the sides, such as one per value of `" + spec.running()
                        + "`")
                .toException();
    }
}
