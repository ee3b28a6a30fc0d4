package org.canbao.estimate;

import java.util.List;
import java.util.Optional;
import org.canbao.engine.SqlText;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.result.RdRobustnessFit.Line;
import org.canbao.result.RdRobustnessFit.Section;
import org.canbao.sample.Sample;
import org.canbao.spec.Expr;
import org.canbao.spec.ModelSpec.RdPolynomial;
import org.canbao.spec.ModelSpec.Side;
import org.canbao.spec.ModelSpec.Window;

/** Variants of a discontinuity with a global polynomial. Each is least squares on the cells of the running variable. */
final class RdPolynomialVariants implements RdVariants {
    private final RdPolynomial spec;
    private final Sample sample;
    private final EstimationOptions options;
    private final Fit.RdPolynomial baseline;

    RdPolynomialVariants(RdPolynomial spec, Sample sample, EstimationOptions options) {
        this.spec = spec;
        this.sample = sample;
        this.options = options;
        this.baseline = estimate(spec, sample);
    }

    @Override
    public Line baseline() {
        return line(Section.BASELINE, Double.NaN, "", spec, baseline);
    }

    @Override
    public Inference inference() {
        return baseline.inference();
    }

    @Override
    public Line atCutoff(double place) {
        String side = column() + (place >= spec.cutoff() ? " >= " : " < ") + literal(spec.cutoff());
        RdPolynomial other = with(place, spec.order(), spec.window());
        return line(Section.CUTOFF, place, "", other, estimate(other, where(side)));
    }

    @Override
    public Line donut(double radius) {
        String far = "abs(" + column() + " - " + literal(spec.cutoff()) + ") >= " + literal(radius);
        return line(Section.DONUT, radius, "", spec, estimate(spec, where(far)));
    }

    @Override
    public Line width(double halfWidth) {
        Window window = new Window(spec.cutoff() - halfWidth, spec.cutoff() + halfWidth);
        RdPolynomial other = with(spec.cutoff(), spec.order(), Optional.of(window));
        return line(Section.WINDOW, halfWidth, "", other, estimate(other, sample));
    }

    @Override
    public Line order(int order) {
        RdPolynomial other = with(spec.cutoff(), order, spec.window());
        return line(Section.ORDER, order, "", other, estimate(other, sample));
    }

    /** Controls are left out, effects stay. */
    @Override
    public Line covariate(Expr covariate) {
        RdPolynomial other = new RdPolynomial(
                spec.common(),
                covariate,
                spec.running(),
                spec.cutoff(),
                spec.order(),
                spec.sides(),
                spec.side(),
                spec.window(),
                List.of(),
                spec.fixedEffects());
        return line(Section.COVARIATE, Double.NaN, covariate.text(), other, estimate(other, sample));
    }

    private RdPolynomial with(double cutoff, int order, Optional<Window> window) {
        return new RdPolynomial(
                spec.common(),
                spec.outcome(),
                spec.running(),
                cutoff,
                order,
                spec.sides(),
                spec.side(),
                window,
                spec.controls(),
                spec.fixedEffects());
    }

    private Fit.RdPolynomial estimate(RdPolynomial other, Sample rows) {
        return new RdPolynomialEstimator().estimate(other, rows, options);
    }

    private Sample where(String condition) {
        String relation = "(SELECT * FROM " + sample.relation() + " WHERE " + condition + ")";
        return new Sample(
                sample.engine(),
                relation,
                sample.engine().count("SELECT count(*) FROM " + relation),
                sample.variables(),
                sample.simulated());
    }

    private String column() {
        return "CAST(" + SqlText.identifier(spec.running().name()) + " AS DOUBLE)";
    }

    private static String literal(double value) {
        return "CAST('" + value + "' AS DOUBLE)";
    }

    private static Line line(Section section, double value, String name, RdPolynomial spec, Fit.RdPolynomial fit) {
        boolean right = spec.side() == Side.RIGHT;
        return new Line(
                section,
                value,
                name,
                Optional.of(fit.jump()),
                spec.window().map(w -> spec.cutoff() - w.low()).orElse(Double.NaN),
                spec.window().map(w -> w.high() - spec.cutoff()).orElse(Double.NaN),
                (right ? fit.untreated() : fit.treated()).rows(),
                (right ? fit.treated() : fit.untreated()).rows(),
                "");
    }
}
