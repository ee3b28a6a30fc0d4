package org.canbao.spec;

import java.util.List;
import java.util.Optional;

/**
 * The means of an outcome in bins of a running variable, and polynomials on both sides of a cutoff.
 *
 * @param outcome the outcome
 * @param running the column of the running variable
 * @param cutoff on its scale; rows at the cutoff are right of it
 * @param order the degree of the polynomials
 * @param sides whether both sides share the polynomial, or each has its own
 * @param bins how the bins are chosen
 * @param number bins left and right of the cutoff, instead of a number by formula
 * @param window the values of the running variable that are used; all of them if empty
 * @param by a column whose levels are drawn one over the other
 */
public record RdPlot(
        Common common,
        Expr outcome,
        ColumnRef running,
        double cutoff,
        int order,
        Sides sides,
        RdBins bins,
        Optional<List<Integer>> number,
        Optional<Window> window,
        Optional<ColumnRef> by)
        implements ModelSpec {
    /** The degree that discontinuity plots have by default. */
    public static final int ORDER = 4;

    public RdPlot {
        number = number.map(List::copyOf);
    }

    @Override
    public String model() {
        return "rd-plot";
    }

    @Override
    public UsedColumns columns() {
        return UsedColumns.none().expr(outcome).cells(running).rows(by.stream().toList());
    }
}
