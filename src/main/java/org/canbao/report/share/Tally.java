package org.canbao.report.share;

import org.canbao.report.CompensatedSum;

/** Counts the rows of one base, with their weights. */
final class Tally {
    private final CompensatedSum[] weights = {new CompensatedSum(), new CompensatedSum()};
    private final CompensatedSum[] squares = {new CompensatedSum(), new CompensatedSum()};
    private final long[] rows = new long[2];
    private long withWeight;

    /**
     * Counts a row.
     *
     * @param counted whether the share counts it
     * @param weight its weight; a row without a positive one is left out of weighted shares only
     */
    void add(boolean counted, double weight) {
        int side = counted ? 1 : 0;
        rows[side]++;
        if (weight > 0 && Double.isFinite(weight)) {
            withWeight++;
            weights[side].add(weight);
            squares[side].add(weight * weight);
        }
    }

    Proportion proportion() {
        double total = weights[0].value() + weights[1].value();
        double p = withWeight == 0 ? Double.NaN : weights[1].value() / total;
        return new Proportion(rows[1], rows[0] + rows[1], p, size(p, total));
    }

    private double size(double p, double total) {
        if (!(p > 0 && p < 1)) {
            return total * total / (squares[0].value() + squares[1].value());
        }
        double residual = squares[1].value() * (1 - p) * (1 - p) + squares[0].value() * p * p;
        double variance = withWeight / (withWeight - 1.0) * residual / (total * total);
        return p * (1 - p) / variance;
    }
}
