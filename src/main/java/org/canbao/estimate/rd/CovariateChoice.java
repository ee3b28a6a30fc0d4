package org.canbao.estimate.rd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.canbao.math.LinearFit;
import org.canbao.result.Fit;

/** Leaves out covariates that a polynomial on each side, and the covariates before them, explain in all rows. */
final class CovariateChoice {
    private CovariateChoice() {}

    /** The rows with the covariates that are left, and what was left out. */
    record Chosen(RdData data, List<Fit.Dropped> dropped) {}

    static Chosen of(RdData data, List<RdSide> sides, int order) {
        int targets = data.treatment().isPresent() ? 2 : 1;
        Adjustment slopes = new Adjustment(targets, data.covariates().size());
        for (RdSide side : sides) {
            double[] ones = new double[side.rows()];
            Arrays.fill(ones, 1);
            int degree = Math.min(order, side.values() - 1);
            slopes.add(side.all(), LocalPolynomialFit.of(side.all().distances(), ones, degree, side.range()));
        }
        TreeSet<Integer> kept = new TreeSet<>(
                IntStream.range(0, data.covariates().size()).boxed().toList());
        slopes.leftOut().forEach(out -> kept.remove(out.column()));
        RdData left =
                data.withCovariates(kept.stream().map(data.covariates()::get).toList());
        return new Chosen(left, dropped(slopes.leftOut(), data));
    }

    /** Columns left out, in words: what no other covariate explains, the running variable does. */
    static List<Fit.Dropped> dropped(List<LinearFit.LeftOut> leftOut, RdData data) {
        List<Fit.Dropped> dropped = new ArrayList<>();
        for (LinearFit.LeftOut out : leftOut) {
            List<String> with = out.with().isEmpty()
                    ? List.of(data.running().name())
                    : out.with().keySet().stream()
                            .map(column -> data.covariates().get(column).name())
                            .toList();
            String name = data.covariates().get(out.column()).name();
            dropped.add(new Fit.Dropped(name, Fit.Dropped.Reason.COLLINEAR, with));
        }
        return dropped;
    }
}
