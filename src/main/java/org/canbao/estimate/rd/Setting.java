package org.canbao.estimate.rd;

import org.canbao.diag.Diagnostic;
import org.canbao.math.Sums;
import org.canbao.spec.RdLocalOptions;
import org.canbao.spec.RdVariance;

/**
 * What all fits of one estimate share.
 *
 * @param options what was asked
 * @param kernel the weights about the cutoff
 * @param variance the variance of weighted sums of outcomes
 * @param targets columns before the covariates: the outcome, and in fuzzy designs the treatment
 * @param covariates how many
 */
record Setting(
        RdLocalOptions options, KernelPolynomial kernel, SandwichVariance variance, int targets, int covariates) {
    static Setting of(RdLocalOptions options, RdData data) {
        return new Setting(
                options,
                KernelPolynomial.of(options.kernel()),
                new SandwichVariance(options.variance(), options.neighbours()),
                data.treatment().isPresent() ? 2 : 1,
                data.covariates().size());
    }

    /** Whether a treatment was received that need not be the side of the cutoff. */
    boolean fuzzy() {
        return targets == 2;
    }

    /**
     * The polynomial of some degree over rows, weighted within a bandwidth.
     *
     * @throws org.canbao.diag.CanbaoException if the rows with weight have too few distinct values, or there are too few
     *     rows or clusters for the variance
     */
    LocalPolynomialFit fit(Stretch rows, int order, double bandwidth) {
        int values = rows.side().within(kernel, bandwidth).values();
        if (values <= order) {
            throw Diagnostic.error(
                            RdCode.TOO_FEW_VALUES,
                            "the running variable has " + values + " distinct value" + (values == 1 ? "" : "s")
                                    + " within " + Text.of(bandwidth) + " "
                                    + Text.side(rows.side().isRight())
                                    + " the cutoff, and a polynomial of degree " + order + " needs " + (order + 1))
                    .hint("give wider bandwidths with `h` and `b`, or lower `order`")
                    .hint("with so few values, `model: rd-randomization` compares the rows next to the cutoff")
                    .toException();
        }
        requireEnough(rows, order + 1);
        return LocalPolynomialFit.of(rows.distances(), rows.weights(kernel, bandwidth), order, bandwidth);
    }

    /** Corrections for the number of parameters need more rows than that; sums over clusters need two of them. */
    private void requireEnough(Stretch rows, int parameters) {
        RdVariance kind = options.variance();
        String where = "within the bandwidth " + Text.side(rows.side().isRight()) + " the cutoff";
        if ((kind == RdVariance.HC1 || kind == RdVariance.CR1) && rows.rows() <= parameters) {
            throw Diagnostic.error(
                            RdCode.TOO_FEW_ROWS,
                            "the " + rows.rows() + " rows " + where + " are not more than the " + parameters
                                    + " parameters of a polynomial")
                    .hint("give wider bandwidths with `h` and `b`, or lower `order` and `q`")
                    .toException();
        }
        if (kind.clustered() && rows.clusterCount() < 2) {
            throw Diagnostic.error(RdCode.ONE_CLUSTER, "all rows " + where + " are in one cluster")
                    .hint("cluster by something that differs there, or leave `cluster` out")
                    .toException();
        }
    }

    /** The value of a functional in each column. */
    double[] apply(double[] functional, Stretch rows) {
        double[] values = new double[targets + covariates];
        for (int c = 0; c < values.length; c++) {
            values[c] = Sums.dot(functional, rows.column(c));
        }
        return values;
    }

    static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }
}
