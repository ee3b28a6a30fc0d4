package org.canbao.estimate.rd;

import java.util.Arrays;
import java.util.List;
import org.canbao.spec.RdBandwidth;
import org.canbao.spec.RdBandwidth.Given;

/**
 * The bandwidths of an estimate: given, chosen, or, with fewer than 20 rows, as wide as the running variable.
 *
 * @param bandwidths the bandwidths
 * @param how {@code given}, {@code all} or the name of the selector
 */
record BandwidthChoice(Given bandwidths, String how) {
    /** Rows below which no bandwidth is chosen. */
    private static final int FEWEST_ROWS = 20;
    /** The whole range. */
    static final String ALL = "all";

    /** The choice for rows; {@code sides} are those rows. */
    static BandwidthChoice of(Setting setting, RdData data, List<RdSide> sides) {
        if (setting.options().bandwidth() instanceof Given given) {
            return new BandwidthChoice(given, "given");
        }
        if (data.rows() < FEWEST_ROWS) {
            double range = Math.max(sides.get(0).range(), sides.get(1).range());
            return new BandwidthChoice(Given.of(range), ALL);
        }
        RdBandwidth.Selected asked = (RdBandwidth.Selected) setting.options().bandwidth();
        boolean fuzzy = setting.fuzzy() && !asked.sharp() && sides.stream().noneMatch(side -> side.isConstant(1));
        Given chosen = asked.standardized()
                ? standardized(setting, data, asked, sides, fuzzy)
                : new BandwidthSelector(setting, asked, sides, fuzzy).choose();
        return new BandwidthChoice(withRho(chosen, asked), asked.selector().id());
    }

    private static Given withRho(Given chosen, RdBandwidth.Selected asked) {
        if (asked.rho().isEmpty()) {
            return chosen;
        }
        double rho = asked.rho().getAsDouble();
        return new Given(chosen.hLeft(), chosen.hRight(), chosen.hLeft() / rho, chosen.hRight() / rho);
    }

    private static Given standardized(
            Setting setting, RdData data, RdBandwidth.Selected asked, List<RdSide> sides, boolean fuzzy) {
        double x = RdSide.standardDeviation(sides.get(0).running(), sides.get(1).running());
        double y =
                RdSide.standardDeviation(sides.get(0).columns()[0], sides.get(1).columns()[0]);
        RdData scaled = new RdData(
                divided(data.running(), x),
                divided(data.outcome(), y),
                data.treatment(),
                data.covariates(),
                data.weights(),
                data.clusters());
        List<RdSide> again = RdSide.split(scaled, setting.options().cutoff() / x);
        Given chosen = new BandwidthSelector(setting, asked, again, fuzzy).choose();
        return new Given(x * chosen.hLeft(), x * chosen.hRight(), x * chosen.bLeft(), x * chosen.bRight());
    }

    private static RdData.Column divided(RdData.Column column, double by) {
        return new RdData.Column(
                column.name(),
                Arrays.stream(column.values()).map(value -> value / by).toArray());
    }
}
