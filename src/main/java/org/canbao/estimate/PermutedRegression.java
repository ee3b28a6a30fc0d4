package org.canbao.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.DesignRequest.ExtraKey;
import org.canbao.design.Regressor;
import org.canbao.math.LinearFit;
import org.canbao.math.Parallel;
import org.canbao.math.Sums;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ModelSpec;

/**
 * A regression estimated again with drawn treatments, which replace the treatment in every term.
 *
 * <p>Cells share what the treatment follows from, so a draw changes one number per cell: only the treated columns are
 * absorbed and multiplied again, and no draw reads a row.
 */
final class PermutedRegression {
    private static final Fit.Draw NONE = new Fit.Draw(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private final ModelSpec.Ols base;
    private final ColumnRef treatment;
    private final String coefficient;
    private final DesignRequest request;
    private final LeastSquares squares;
    private final int threads;

    /**
     * A regression to draw for.
     *
     * @param treatment the column of the formula that is made anew
     * @param coefficient the estimate that is kept of each draw
     * @param keys the columns that cells must share
     */
    PermutedRegression(ModelSpec.Ols base, ColumnRef treatment, String coefficient, List<ColumnRef> keys, int threads) {
        this.base = base;
        this.treatment = treatment;
        this.coefficient = coefficient;
        this.request = request(keys);
        this.squares = new LeastSquares(base.common(), threads);
        this.threads = threads;
    }

    /**
     * What came out.
     *
     * @param actual the regression with the real treatment
     * @param draws one per draw; NaN where the drawn treatment is collinear with the rest
     * @param along the coefficient of each draw if the real treatment were the outcome, by which a constant effect of the
     *     real treatment moves its estimate; none unless the treatment is a regressor by itself and no more
     */
    record Drawn(Estimate actual, List<Fit.Draw> draws, double[] along) {}

    /** Estimates; on rows if the moments of cells do not carry enough digits for one of the draws. */
    Drawn estimate(DesignBuilder builder, Function<Design, CellTreatments> treatments) {
        Function<DesignBuilder, Design> read = reader -> reader.build(request);
        Estimate estimate = squares.estimate(builder, read);
        Optional<Drawn> drawn = drawn(estimate, treatments);
        if (drawn.isEmpty()) {
            estimate = squares.estimate(builder.onRows("the cross-products of a draw are ill-conditioned"), read);
            drawn = drawn(estimate, treatments);
        }
        return drawn.orElseThrow();
    }

    private DesignRequest request(List<ColumnRef> keys) {
        DesignRequest plain = DesignRequest.of(base);
        return new DesignRequest(
                plain.common(),
                plain.outcome(),
                plain.terms(),
                plain.intercept(),
                plain.effects(),
                keys.stream().map(key -> new ExtraKey(key, false)).toList(),
                Optional.of(treatment));
    }

    /** All draws; empty if cell moments do not carry enough digits for one of them. */
    private Optional<Drawn> drawn(Estimate estimate, Function<Design, CellTreatments> assigned) {
        Partialled data = estimate.solved().data();
        CellTreatments treatments = assigned.apply(data.design());
        boolean alone = isAlone(data);
        double[] real = alone ? data.absorber().residual(treatments.actual()) : new double[0];
        Fit.Draw[] draws = new Fit.Draw[treatments.size()];
        double[] along = new double[alone ? draws.length : 0];
        boolean[] distrusted = new boolean[draws.length];
        Parallel.forEach(draws.length, threads, d -> {
            double[] drawn = treatments.draw(d);
            Solved solved = Solved.of(squares.absorb(() -> data.withTreatment(drawn)));
            distrusted[d] = !solved.distrust().isEmpty();
            draws[d] = distrusted[d] ? NONE : draw(solved, estimate.sandwich());
            if (alone) {
                along[d] = Double.isNaN(draws[d].estimate()) ? Double.NaN : along(solved, real);
            }
        });
        for (boolean distrust : distrusted) {
            if (distrust) {
                return Optional.empty();
            }
        }
        return Optional.of(new Drawn(estimate, Arrays.asList(draws), along));
    }

    private Fit.Draw draw(Solved solved, Sandwich sandwich) {
        if (position(solved) < 0) {
            return NONE;
        }
        Coefficient c = squares.estimate(solved, sandwich).coefficients().get(position(solved));
        return new Fit.Draw(c.estimate(), c.stdError(), c.statistic(), c.pValue());
    }

    /** The coefficient of the drawn treatment in a regression of the real one, which is the same in all rows of a cell. */
    private double along(Solved solved, double[] real) {
        LinearFit fit = solved.fit();
        double[] weights = solved.data().design().weights();
        int j = position(solved);
        List<Double> parts = new ArrayList<>();
        for (int l = 0; l < fit.size(); l++) {
            parts.add(fit.inverse(j, l) * Sums.dot(weights, solved.data().x(fit.kept(l)), real));
        }
        return parts.stream().mapToDouble(Double::doubleValue).sum();
    }

    private int position(Solved solved) {
        for (int j = 0; j < solved.fit().size(); j++) {
            if (solved.data().name(solved.fit().kept(j)).equals(coefficient)) {
                return j;
            }
        }
        return -1;
    }

    private boolean isAlone(Partialled data) {
        List<Regressor> treated =
                data.regressors().stream().filter(Regressor::treated).toList();
        return treated.size() == 1
                && treated.get(0).name().equals(treatment.name())
                && coefficient.equals(treatment.name());
    }
}
