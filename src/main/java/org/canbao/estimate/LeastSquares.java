package org.canbao.estimate;

import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.diag.Diagnostic;
import org.canbao.math.NotConvergedException;
import org.canbao.math.Sums;
import org.canbao.result.Fit;
import org.canbao.spec.ModelSpec;

/**
 * From a design to an estimate: absorb, solve, covariance. If the moments of cells turn out not to carry enough digits,
 * the design is read again as rows.
 */
public final class LeastSquares {
    private static final Logger LOG = LogManager.getLogger(LeastSquares.class);
    /** Share of the outcome's squares below which what is left of it is rounding. */
    private static final double CONSTANT = 1e-20;

    private final ModelSpec.Common common;
    private final int threads;

    /** For a spec. */
    public LeastSquares(ModelSpec.Common common, int threads) {
        this.common = common;
        this.threads = threads;
    }

    /** Reads with {@code read}, and again on rows if need be, and estimates. */
    public Estimate estimate(DesignBuilder builder, Function<DesignBuilder, Design> read) {
        Design design = read.apply(builder);
        Sandwich sandwich = new Sandwich(design, common);
        Solved solved = solve(design, sandwich);
        String distrust = solved.distrust();
        if (distrust.isEmpty()) {
            return estimate(solved, sandwich);
        }
        LOG.info("{}: reading rows, because {}", common.id(), distrust);
        Design rows = read.apply(builder.onRows(distrust));
        Sandwich byRows = new Sandwich(rows, common);
        return estimate(solve(rows, byRows), byRows);
    }

    /** Covariance and degrees of freedom of a solution. */
    public Estimate estimate(Solved solved, Sandwich sandwich) {
        SmallSample small = SmallSample.of(solved.data().design(), solved.fit().size(), sandwich.conventions());
        if (small.n() <= small.counted() || small.n() <= small.k()) {
            throw Diagnostic.error(
                            EstimateCode.TOO_FEW_ROWS,
                            "spec `" + common.id() + "` has " + small.n() + " rows for "
                                    + Math.max(small.counted(), small.k()) + " parameters")
                    .at(common.place())
                    .toException();
        }
        return new Estimate(solved, sandwich, sandwich.of(solved, small), small);
    }

    private Solved solve(Design design, Sandwich sandwich) {
        Partialled data = absorb(() -> Partialled.of(design, sandwich.finest(), threads));
        requireOutcome(data);
        LOG.info(
                "{}: effects absorbed ({}, {} iterations), {} left along them",
                common.id(),
                data.absorber().solver(),
                data.absorber().iterations(),
                data.absorber().achieved());
        Solved solved = Solved.of(data);
        requireRegressor(solved);
        if (solved.fitsExactly()) {
            LOG.warn("{}: regressors and effects fit the outcome exactly; standard errors are rounding", common.id());
        }
        return solved;
    }

    /** Runs an absorption; that it did not converge becomes a finding. */
    public Partialled absorb(Supplier<Partialled> absorption) {
        try {
            return absorption.get();
        } catch (NotConvergedException e) {
            throw Diagnostic.error(
                            EstimateCode.NOT_CONVERGED,
                            "the effects of spec `" + common.id() + "` could not be absorbed: " + e.getMessage())
                    .at(common.place())
                    .hint("effects that hardly connect (few moves between levels) need more than double precision has")
                    .toException();
        }
    }

    /** Throws if the outcome does not vary. */
    public void requireOutcome(Partialled data) {
        int y = data.size();
        double weight = Sums.sum(data.design().weights());
        double aboutZero = data.outcomeTotal() + data.outcomeMean() * data.outcomeMean() * weight;
        if (!(data.outcomeTotal() > CONSTANT * aboutZero)) {
            throw ConstantOutcome.error(
                    common, "is constant in the " + data.design().rows() + " rows used");
        }
        if (!(data.gram(y, y) > CONSTANT * data.outcomeTotal())) {
            throw ConstantOutcome.error(common, "does not vary within the effects");
        }
    }

    /** Throws if no regressor is left. */
    public void requireRegressor(Solved solved) {
        if (solved.fit().size() > 0) {
            return;
        }
        Diagnostic error = Diagnostic.error(
                        EstimateCode.NO_REGRESSOR, "spec `" + common.id() + "` has no regressor left to estimate")
                .at(common.place());
        for (Fit.Dropped d : solved.dropped()) {
            error = error.hint("`" + d.name() + "` "
                    + (d.reason() == Fit.Dropped.Reason.ABSORBED
                            ? "does not vary within the effects"
                            : "is given by " + String.join(", ", d.with())));
        }
        throw error.toException();
    }
}
