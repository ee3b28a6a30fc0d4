package org.canbao.estimate.rd;

import java.util.ArrayList;
import java.util.List;
import org.canbao.result.Coefficient;
import org.canbao.result.RdLocalFit.Warning;
import org.canbao.spec.RdLocalOptions;
import org.canbao.spec.RdLocalOptions.MassPoints;

/** What a reader should know before believing a local estimate. */
final class LocalWarnings {
    /** Clusters per side below which sums over clusters say little about their variance. */
    private static final int FEW_CLUSTERS = 10;
    /** Rows per parameter below which covariates explain too much by chance. */
    private static final int ROWS_PER_PARAMETER = 2;
    /** The square of a z statistic below which a first stage is weak (Staiger and Stock 1997). */
    private static final double WEAK = 10;
    /** Standard errors below this share of the outcome's standard deviation are rounding. */
    private static final double ROUNDING = 1e-10;

    private final RdData data;
    private final RdLocalOptions options;
    private final List<RdSide> sides;
    private final List<Warning> warnings = new ArrayList<>();

    /**
     * Nothing found yet.
     *
     * @param sides all rows, left and right
     */
    LocalWarnings(RdData data, RdLocalOptions options, List<RdSide> sides) {
        this.data = data;
        this.options = options;
        this.sides = sides;
    }

    /** What was found. */
    List<Warning> found() {
        return List.copyOf(warnings);
    }

    /** Looks at the rows and where their bandwidths came from. */
    LocalWarnings ofRows(BandwidthChoice bandwidths) {
        boolean byRunning = data.clusters()
                .filter(by -> by.name().equals(data.running().name()))
                .isPresent();
        if (options.massPoints() != MassPoints.OFF && !byRunning && PilotBandwidth.isDiscrete(sides)) {
            add(Warning.Kind.MASS_POINTS, sides.get(0).values(), sides.get(1).values());
        }
        if (bandwidths.how().equals(BandwidthChoice.ALL)) {
            add(Warning.Kind.FEW_ROWS, data.rows());
        }
        return this;
    }

    /** Looks at the rows within the bandwidths, left and right, of which so many are within h. */
    LocalWarnings ofWindow(Stretch left, Stretch right, long within) {
        int fewest =
                options.variance().clustered() ? Math.min(left.clusterCount(), right.clusterCount()) : FEW_CLUSTERS;
        if (fewest < FEW_CLUSTERS) {
            add(Warning.Kind.FEW_CLUSTERS, left.clusterCount(), right.clusterCount());
        }
        int parameters = data.covariates().size() + 2 * (options.order() + 1);
        if (!data.covariates().isEmpty() && within < ROWS_PER_PARAMETER * parameters) {
            add(Warning.Kind.MANY_COVARIATES, parameters, within);
        }
        return this;
    }

    /** Looks at the estimates, and at those of the treatment if there are any. */
    LocalWarnings ofEstimates(List<Coefficient> rows, List<Coefficient> firstStage) {
        if (!firstStage.isEmpty()) {
            double z = firstStage.get(0).statistic();
            if (z * z < WEAK) {
                add(Warning.Kind.WEAK_FIRST_STAGE, z * z);
            }
        }
        double spread =
                RdSide.standardDeviation(sides.get(0).columns()[0], sides.get(1).columns()[0]);
        if (rows.stream().anyMatch(row -> !(row.stdError() > ROUNDING * spread * Math.abs(options.scale())))) {
            add(Warning.Kind.NO_VARIATION);
        }
        return this;
    }

    private void add(Warning.Kind kind, double... values) {
        List<Double> all = new ArrayList<>();
        for (double value : values) {
            all.add(value);
        }
        warnings.add(new Warning(kind, all));
    }
}
