package org.canbao.estimate.rd;

import java.util.List;
import org.canbao.result.Coefficient;

/** The jumps of all columns between two sides, and the estimates that are made of them. */
final class Jump {
    private final SideFit left;
    private final SideFit right;
    private final NormalInference normal;
    private final double[] jumps;
    private final double[] corrected;

    Jump(SideFit left, SideFit right, NormalInference normal) {
        this.left = left;
        this.right = right;
        this.normal = normal;
        this.jumps = Contrast.plus(right.estimates(), -1, left.estimates());
        this.corrected = Contrast.plus(right.corrected(), -1, left.corrected());
    }

    /** The jump of a contrast of the columns. */
    double of(double[] contrast) {
        return Contrast.of(contrast, jumps);
    }

    /** The three rows of a jump. */
    List<Coefficient> rows(double[] contrast) {
        return rows(contrast, of(contrast), Contrast.of(contrast, corrected));
    }

    /** The three rows of a ratio of jumps, corrected and with variances to first order. */
    List<Coefficient> rowsOfRatio(double[] outcome, double[] treatment) {
        double[] linear = Contrast.ofRatio(outcome, treatment, jumps);
        double ratio = of(outcome) / of(treatment);
        double bias = Contrast.of(linear, Contrast.plus(jumps, -1, corrected));
        return rows(linear, ratio, ratio - bias);
    }

    private List<Coefficient> rows(double[] contrast, double estimate, double without) {
        return normal.rows(
                estimate,
                without,
                left.variance(contrast) + right.variance(contrast),
                left.robustVariance(contrast) + right.robustVariance(contrast));
    }
}
