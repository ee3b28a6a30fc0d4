package org.canbao.bench.validity;

import java.util.SplittableRandom;

/** Random numbers that are the same everywhere. */
final class Draws {
    private final SplittableRandom random;

    Draws(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Between 0 and 1. */
    double uniform() {
        return random.nextDouble();
    }

    /** One with this probability, else zero. */
    int chance(double probability) {
        return random.nextDouble() < probability ? 1 : 0;
    }

    /** Standard normal, by the transformation of Box and Muller. */
    double normal() {
        return StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()))
                * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
