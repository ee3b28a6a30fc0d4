package org.canbao.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Sensitivity of an event study to differences in trends.
 *
 * @param base the model of the event study
 * @param outcome its left side, as text
 * @param target the event time of the effect; empty for the average over all from zero on
 * @param original the effect if there is no difference in trends, by the normal distribution
 * @param before estimates before the reference
 * @param after estimates after it
 * @param smoothness confidence intervals if the slope of the difference in trends changes by at most M
 * @param magnitudes confidence sets if the difference in trends changes by at most M̄ times its largest change before
 * @param inference that of the event study
 */
public record HonestDidFit(
        String base,
        String outcome,
        OptionalInt target,
        Coefficient original,
        int before,
        int after,
        Optional<Sensitivity> smoothness,
        Optional<Sensitivity> magnitudes,
        Inference inference)
        implements Fit {
    /** The name of {@link #original()}. */
    public static final String EFFECT = "effect";

    /**
     * Confidence sets under one kind of restriction.
     *
     * @param sets one per bound, ascending
     * @param breakdown the largest bound whose set leaves out zero; empty if none does
     */
    public record Sensitivity(List<Bounded> sets, OptionalDouble breakdown) {
        public Sensitivity {
            sets = List.copyOf(sets);
        }
    }

    /**
     * What is known if a bound holds.
     *
     * @param bound M or M̄
     * @param set the ends of the 95% confidence set; empty if no effect is in it
     * @param identified the effects that remain possible if estimates before the event had no error; empty if these break
     *     the bound
     */
    public record Bounded(double bound, Optional<Ends> set, Optional<Ends> identified) {}

    /** From {@code low} to {@code high}. */
    public record Ends(double low, double high) {}

    @Override
    public String model() {
        return "honest-did";
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(original);
    }
}
