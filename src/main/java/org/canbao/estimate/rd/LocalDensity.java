package org.canbao.estimate.rd;

import org.canbao.spec.RdDensityOptions;
import org.canbao.spec.RdDensityOptions.Sides;

/**
 * The densities on both sides of a cutoff from local polynomials: one on each side, or one through both that differ in
 * slope alone (restricted).
 */
final class LocalDensity {
    private final MassPoints points;
    private final RdDensityOptions options;
    private final KernelPolynomial kernel;

    LocalDensity(MassPoints points, RdDensityOptions options) {
        this.points = points;
        this.options = options;
        this.kernel = KernelPolynomial.of(options.kernel());
    }

    /**
     * The densities with given bandwidths and degree.
     *
     * @param higher the degree of the coefficients {@link SideDensities#leftHigher}
     */
    SideDensities at(Sides h, int order, int higher) {
        SideDensities jackknife = options.restricted() ? restricted(h, order, higher) : separate(h, order, higher);
        return options.plugin()
                ? new PluginVariance(kernel, order, points.rows()).of(jackknife, h, options.restricted())
                : jackknife;
    }

    private SideDensities separate(Sides h, int order, int higher) {
        CdfRegression left = regression(points.from(-h.left()), points.right(), basis(order, 0, h.left()));
        CdfRegression right = regression(points.right(), points.to(h.right()), basis(order, 0, h.right()));
        return new SideDensities(
                left.coefficient(1),
                right.coefficient(1),
                left.covariance(1, 1),
                right.covariance(1, 1),
                0,
                left.coefficient(higher),
                right.coefficient(higher));
    }

    private SideDensities restricted(Sides h, int order, int higher) {
        RestrictedBasis basis = new RestrictedBasis(kernel, order, h.left());
        CdfRegression both = regression(points.from(-h.left()), points.to(h.right()), basis);
        double coefficient = both.coefficient(higher + 1);
        return new SideDensities(
                both.coefficient(1),
                both.coefficient(2),
                both.covariance(1, 1),
                both.covariance(2, 2),
                both.covariance(1, 2),
                coefficient,
                coefficient);
    }

    /**
     * The density at a point from the rows on one side of the cutoff only.
     *
     * @param right the side
     * @return the estimate, and its variance by the jackknife
     */
    double[] inside(double at, boolean right, double h, int order) {
        int from = Math.max(right ? points.right() : 0, points.from(at - h));
        int to = Math.min(right ? points.size() : points.right(), points.to(at + h));
        CdfRegression local = regression(from, to, basis(order, at, h));
        return new double[] {local.coefficient(1), local.covariance(1, 1)};
    }

    private OneSidedBasis basis(int order, double at, double h) {
        return new OneSidedBasis(kernel, order, at, h);
    }

    private CdfRegression regression(int from, int to, CdfRegression.Basis basis) {
        return CdfRegression.of(points, from, to, basis, options.adjust());
    }
}
