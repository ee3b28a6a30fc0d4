package org.canbao.estimate.honest;

import java.util.Optional;
import org.canbao.result.HonestDidFit.Ends;

/** What differences in trends whose slope changes by at most M allow if estimates before the reference have no error. */
final class SmoothTrends {
    private SmoothTrends() {}

    /**
     * The effects θ that remain possible: with the last slope before the reference s, θ = l'β - s Σ l_t t ± M Σ_s |Σ_{t>s}
     * l_t (t - s)|. Empty if the estimates before the reference change slope by more than M.
     */
    static Optional<Ends> identified(TrendEstimates data, double m) {
        for (int k = 1; k < data.before(); k++) {
            double change = data.before(k - 1) - 2 * data.before(k) + data.before(k + 1);
            if (Math.abs(change) > m) {
                return Optional.empty();
            }
        }
        double[] l = data.target();
        double slope = -data.before(1);
        double trend = 0;
        double width = 0;
        for (int s = 0; s < l.length; s++) {
            double later = 0;
            for (int t = s + 1; t <= l.length; t++) {
                later += l[t - 1] * (t - s);
            }
            trend = s == 0 ? later : trend;
            width += Math.abs(later);
        }
        double centre = data.estimate(data.plain()) - slope * trend;
        return Optional.of(new Ends(centre - m * width, centre + m * width));
    }
}
