package org.canbao.spec;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Sensitivity of an event study to differences in trends (Rambachan and Roth 2023).
 *
 * @param of the spec with estimates by event time
 * @param target the event time whose effect is wanted; empty for the average over all from zero on
 * @param smoothness values of M, the most that the slope of the difference in trends may change between periods
 * @param magnitudes values of M̄, the most that the difference in trends may change after the treatment, as a multiple of
 *     its largest change before
 * @param draws for the critical values of the first stage of the test
 * @param seed of these draws
 */
public record HonestDid(
        ModelSpec of, OptionalInt target, List<Double> smoothness, List<Double> magnitudes, int draws, long seed)
        implements ModelSpec {
    public HonestDid {
        smoothness = List.copyOf(smoothness);
        magnitudes = List.copyOf(magnitudes);
    }

    @Override
    public Common common() {
        return of.common();
    }

    @Override
    public String model() {
        return "honest-did";
    }

    @Override
    public UsedColumns columns() {
        return of.columns();
    }

    @Override
    public OptionalLong randomSeed() {
        return magnitudes.isEmpty() ? OptionalLong.empty() : OptionalLong.of(seed);
    }
}
