package org.canbao.spec;

import java.util.List;

/**
 * A discontinuity estimated again under other choices, which should not matter, and where there should be none.
 *
 * @param base the discontinuity: {@link RdLocalSpec} or {@link ModelSpec.RdPolynomial}
 * @param cutoffs places where nothing changes; only rows on their side of the true cutoff are used
 * @param donuts rows nearer to the cutoff than this are left out
 * @param bandwidths multiples of the bandwidths of a local polynomial
 * @param windows half-widths of the window of a global polynomial
 * @param orders degrees of the polynomial
 * @param covariates what should not jump: each takes the place of the outcome
 * @param density whether the density of the running variable is tested
 */
public record RdRobustness(
        ModelSpec base,
        List<Double> cutoffs,
        List<Double> donuts,
        List<Double> bandwidths,
        List<Double> windows,
        List<Integer> orders,
        List<Expr> covariates,
        boolean density)
        implements ModelSpec {
    public RdRobustness {
        cutoffs = List.copyOf(cutoffs);
        donuts = List.copyOf(donuts);
        bandwidths = List.copyOf(bandwidths);
        windows = List.copyOf(windows);
        orders = List.copyOf(orders);
        covariates = List.copyOf(covariates);
    }

    @Override
    public Common common() {
        return base.common();
    }

    @Override
    public String model() {
        return "rd-robustness";
    }

    @Override
    public UsedColumns columns() {
        UsedColumns used = base.columns();
        for (Expr covariate : covariates) {
            used = used.expr(covariate);
        }
        return used;
    }
}
