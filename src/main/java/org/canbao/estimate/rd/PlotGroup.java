package org.canbao.estimate.rd;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.canbao.result.RdPlotFit;
import org.canbao.spec.RdBins;

/** The plot of one group of rows. */
public final class PlotGroup {
    /** From this share of repeated values on, rdplot estimates variances by a polynomial. */
    private static final double REPEATED = 0.2;
    /** More points than that on a side are no longer told apart. */
    private static final int MOST_POINTS = 120;

    private final SideRows left;
    private final SideRows right;
    private final double cutoff;

    /** A plot of these rows about a cutoff. */
    public PlotGroup(SideRows left, SideRows right, double cutoff) {
        this.left = left;
        this.right = right;
        this.cutoff = cutoff;
    }

    /**
     * The plot.
     *
     * @param number bins left and right of the cutoff, if given
     * @param common whether both sides share the polynomial, one of them shifted
     */
    public RdPlotFit.Group of(String name, RdBins asked, Optional<List<Integer>> number, int order, boolean common) {
        RdBins rule = resolved(asked);
        SidePolynomial.Pair polynomials =
                common ? SidePolynomial.shared(left, right, order) : SidePolynomial.separate(left, right, order);
        return new RdPlotFit.Group(
                name,
                number.isPresent() ? "number" : rule.name().toLowerCase(Locale.ROOT),
                side(left, false, rule, number.map(n -> n.get(0)), polynomials.left()),
                side(right, true, rule, number.map(n -> n.get(1)), polynomials.right()));
    }

    private RdBins resolved(RdBins asked) {
        boolean repeat = repeated(left) >= REPEATED || repeated(right) >= REPEATED;
        if (asked == RdBins.AUTO) {
            boolean few = left.values() <= MOST_POINTS && right.values() <= MOST_POINTS;
            return repeat && few ? RdBins.VALUES : resolved(legible());
        }
        return repeat ? asked.withRegression() : asked;
    }

    /** As many bins as mimic the variance of the data, unless these are too many to be seen. */
    private RdBins legible() {
        boolean many = bins(left, false, RdBins.ESMV) > MOST_POINTS || bins(right, true, RdBins.ESMV) > MOST_POINTS;
        return many ? RdBins.ES : RdBins.ESMV;
    }

    private int bins(SideRows rows, boolean isRight, RdBins rule) {
        double range = new PlotSide(rows, isRight, cutoff).range();
        return new BinNumbers(rows, left.size() + right.size(), range).by(rule);
    }

    private static double repeated(SideRows side) {
        return 1 - (double) side.values() / side.size();
    }

    private RdPlotFit.Side side(
            SideRows rows, boolean isRight, RdBins rule, Optional<Integer> number, SidePolynomial polynomial) {
        PlotSide plot = new PlotSide(rows, isRight, cutoff);
        List<RdPlotFit.Bin> bins;
        int asked;
        if (rule == RdBins.VALUES && number.isEmpty()) {
            bins = plot.values();
            asked = bins.size();
        } else {
            asked = number.orElseGet(() -> bins(rows, isRight, rule));
            bins = rule.quantiles() ? plot.quantiles(asked) : plot.even(asked);
        }
        return new RdPlotFit.Side(rows.size(), asked, bins, plot.curve(polynomial));
    }
}
