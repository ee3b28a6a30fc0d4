package org.canbao.estimate.rd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.result.Coefficient;
import org.canbao.result.RdLocalFit.Warning;
import org.canbao.spec.RdLocalOptions;
import org.canbao.spec.RdLocalOptions.MassPoints;

/** What a reader should know before believing a local estimate. */
final class LocalWarnings {
    /** Clusters per side below which sums over clusters say little about their variance. */
    private static final int FEW_CLUSTERS = 10;
    /** The square of a z statistic below which a first stage is weak (Staiger and Stock 1997). */
    private static final double WEAK = 10;
    /** Standard errors below this share of the outcome's standard deviation are rounding. */
    private static final double ROUNDING = 1e-10;

    private final List<Warning> warnings = new ArrayList<>();

    private LocalWarnings() {}

    /**
     * The warnings.
     *
     * @param how where the bandwidths came from
     * @param sides all rows
     * @param used the rows within the bandwidths, left and right
     * @param rows the estimates
     * @param firstStage those of the treatment, if any
     */
    static List<Warning> of(
            RdData data,
            RdLocalOptions options,
            String how,
            List<RdSide> sides,
            List<Stretch> used,
            List<Coefficient> rows,
            List<Coefficient> firstStage) {
        LocalWarnings found = new LocalWarnings();
        boolean byRunning = data.clusters()
                .filter(by -> by.name().equals(data.running().name()))
                .isPresent();
        if (options.massPoints() != MassPoints.OFF && !byRunning && PilotBandwidth.isDiscrete(sides)) {
            found.add(
                    Warning.Kind.MASS_POINTS,
                    sides.get(0).values(),
                    sides.get(1).values());
        }
        if (how.equals(BandwidthChoice.ALL)) {
            found.add(Warning.Kind.FEW_ROWS, data.rows());
        }
        if (options.variance().clustered() && used.stream().anyMatch(side -> side.clusterCount() < FEW_CLUSTERS)) {
            found.add(
                    Warning.Kind.FEW_CLUSTERS,
                    used.get(0).clusterCount(),
                    used.get(1).clusterCount());
        }
        Optional<Double> strength = firstStage.stream().findFirst().map(row -> row.statistic() * row.statistic());
        strength.filter(f -> f < WEAK).ifPresent(f -> found.add(Warning.Kind.WEAK_FIRST_STAGE, f));
        double spread =
                RdSide.standardDeviation(sides.get(0).columns()[0], sides.get(1).columns()[0]);
        if (rows.stream().anyMatch(row -> !(row.stdError() > ROUNDING * spread * Math.abs(options.scale())))) {
            found.add(Warning.Kind.NO_VARIATION);
        }
        return List.copyOf(found.warnings);
    }

    private void add(Warning.Kind kind, double... values) {
        List<Double> all = new ArrayList<>();
        for (double value : values) {
            all.add(value);
        }
        warnings.add(new Warning(kind, all));
    }
}
