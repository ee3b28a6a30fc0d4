package org.canbao.result;

import java.util.List;
import java.util.Optional;

/**
 * A discontinuity estimated again under other choices.
 *
 * @param outcome as text
 * @param running the running variable
 * @param cutoff on its scale
 * @param baseModel the model of the discontinuity
 * @param lines what was estimated, section by section; the first is the baseline
 * @param inference of the baseline
 */
public record RdRobustnessFit(
        String outcome, String running, double cutoff, String baseModel, List<Line> lines, Inference inference)
        implements Fit, WithCutoff {
    public RdRobustnessFit {
        lines = List.copyOf(lines);
    }

    @Override
    public String model() {
        return "rd-robustness";
    }

    /** The baseline. */
    @Override
    public List<Coefficient> coefficients() {
        return lines.get(0).estimate().stream().toList();
    }

    /** The lines of a section. */
    public List<Line> lines(Section section) {
        return lines.stream().filter(line -> line.section() == section).toList();
    }

    /** What was changed. */
    public enum Section {
        /** Nothing. */
        BASELINE,
        /** Where the cutoff is. */
        CUTOFF,
        /** Rows next to the cutoff left out. */
        DONUT,
        /** The bandwidths. */
        BANDWIDTH,
        /** The window. */
        WINDOW,
        /** The degree of the polynomial. */
        ORDER,
        /** The outcome: a covariate. */
        COVARIATE,
        /** What is tested: the density of the running variable. */
        DENSITY
    }

    /**
     * One estimate.
     *
     * @param section what was changed
     * @param value to what: a place, a radius, a multiple, a half-width, a degree; NaN where it is not a number
     * @param name of the covariate; otherwise empty
     * @param estimate named {@value WithCutoff#JUMP}; of a local polynomial the conventional estimate with the robust
     *     standard error, p-value and interval; empty if it could not be estimated
     * @param low how far rows were used to the left: the bandwidth, or the distance to the lowest value of the window;
     *     NaN for all
     * @param high how far to the right
     * @param left rows used left of the cutoff
     * @param right rows used at the cutoff or right of it
     * @param reason why there is no estimate; otherwise empty
     */
    public record Line(
            Section section,
            double value,
            String name,
            Optional<Coefficient> estimate,
            double low,
            double high,
            long left,
            long right,
            String reason) {}
}
