package org.canbao.bench.validity;

import java.util.List;

/** The populations of the experiments with two groups. */
final class GroupPopulations {
    private GroupPopulations() {}

    /** Five rows and 25 rows alike: an outcome that is 1 for three in ten, and a skewed one. */
    static Population small() {
        return new Population(List.of("g", "yes", "cost"), 0, 19, (draws, rows) -> {
            for (int i = 0; i < 30; i++) {
                rows.add(i < 5 ? 1 : 0, draws.chance(0.3), StrictMath.exp(draws.normal()));
            }
        });
    }

    /** Groups of 240 and 60 rows with a slope of 0.25 in both, and noise of 1 in the larger one. */
    static Population sameSlope(long seed, double noise) {
        return new Population(List.of("g", "x", "y"), 0, seed, (draws, rows) -> {
            for (int i = 0; i < 300; i++) {
                boolean fewer = i % 5 == 0;
                double x = draws.normal();
                rows.add(fewer ? 1 : 0, x, 0.25 * x + (fewer ? noise : 1) * draws.normal());
            }
        });
    }
}
