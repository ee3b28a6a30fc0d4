package org.canbao.estimate;

import org.canbao.math.CounterRandom;
import org.canbao.spec.WildBootstrapSpec;

/**
 * The weights of the clusters in each draw of a wild bootstrap: a function of the seed, the spec and the draw's number, so
 * that draws can be made in any order. Signs are enumerated if there are no more of them than draws.
 */
final class BootstrapWeights implements DrawnWeights {
    private static final double[] WEBB = {
        -Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5),
    };
    private static final double MAMMEN_LOW = (1 - Math.sqrt(5)) / 2;
    private static final double MAMMEN_HIGH = (1 + Math.sqrt(5)) / 2;
    /** Probability of the low point. */
    private static final double MAMMEN_P = (Math.sqrt(5) + 1) / (2 * Math.sqrt(5));

    private final WildBootstrapSpec spec;
    private final String stream;
    private final boolean enumerated;
    private final int draws;

    /**
     * @param spec what was asked
     * @param stream the name of the stream of random numbers
     * @param clusters how many
     */
    BootstrapWeights(WildBootstrapSpec spec, String stream, int clusters) {
        this.spec = spec;
        this.stream = stream;
        this.enumerated = spec.weights() == WildBootstrapSpec.Weights.RADEMACHER
                && clusters < Integer.SIZE - 1
                && 1 << clusters <= spec.draws();
        this.draws = enumerated ? 1 << clusters : spec.draws();
    }

    /** Whether the draws are all vectors of signs. */
    boolean enumerated() {
        return enumerated;
    }

    @Override
    public int draws() {
        return draws;
    }

    @Override
    public double[] values() {
        return switch (spec.weights()) {
            case RADEMACHER -> new double[] {-1, 1};
            case MAMMEN -> new double[] {MAMMEN_LOW, MAMMEN_HIGH};
            case WEBB -> new double[0];
        };
    }

    @Override
    public void fill(double[] weights, int draw) {
        if (enumerated) {
            for (int g = 0; g < weights.length; g++) {
                weights[g] = (draw >>> g & 1) == 0 ? 1 : -1;
            }
            return;
        }
        CounterRandom random = new CounterRandom(spec.seed(), stream, draw);
        switch (spec.weights()) {
            case RADEMACHER -> fillSigns(weights, random);
            case WEBB -> {
                for (int g = 0; g < weights.length; g++) {
                    weights[g] = WEBB[random.nextInt(WEBB.length)];
                }
            }
            case MAMMEN -> {
                for (int g = 0; g < weights.length; g++) {
                    weights[g] = random.nextDouble() < MAMMEN_P ? MAMMEN_LOW : MAMMEN_HIGH;
                }
            }
        }
    }

    private static void fillSigns(double[] weights, CounterRandom random) {
        long bits = 0;
        for (int g = 0; g < weights.length; g++) {
            bits = g % Long.SIZE == 0 ? random.nextLong() : bits >>> 1;
            weights[g] = (bits & 1) == 0 ? 1 : -1;
        }
    }
}
