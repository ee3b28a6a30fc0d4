package org.canbao.bench.validity;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;

/** The populations of the experiments. */
final class Populations {
    private static final int PERIODS = 8;
    private static final int[] COHORTS = {0, 3, 5, 7};

    private Populations() {}

    /** The effect, in quarters, on a cohort after so many periods, counted from 1. */
    private static Population staggered(long seed, double truth, IntBinaryOperator quarters) {
        return new Population(List.of("unit", "time", "g", "d", "y"), truth, seed, (draws, rows) -> {
            for (int unit = 0; unit < 60; unit++) {
                int cohort = COHORTS[unit % COHORTS.length];
                double level = draws.normal() + cohort;
                for (int time = 1; time <= PERIODS; time++) {
                    boolean treated = cohort > 0 && time >= cohort;
                    double effect = treated ? quarters.applyAsInt(cohort, time - cohort + 1) / 4.0 : 0;
                    double y = level + 0.3 * time * time + effect + draws.normal();
                    rows.add(unit, time, cohort > 0 ? cohort : Double.NaN, treated ? 1 : 0, y);
                }
            }
        });
    }

    /** Staggered adoption whose effect is 1 for all and at once. */
    static Population oneEffect() {
        return staggered(1, 1, (cohort, since) -> 4);
    }

    /** Effects that grow from period to period, faster in early cohorts. */
    static Population growingEffects() {
        IntBinaryOperator quarters = (cohort, since) -> since * (PERIODS - cohort);
        double sum = 0;
        int cells = 0;
        for (int cohort : Arrays.copyOfRange(COHORTS, 1, COHORTS.length)) {
            for (int since = 1; since <= PERIODS - cohort + 1; since++, cells++) {
                sum += quarters.applyAsInt(cohort, since) / 4.0;
            }
        }
        return staggered(2, sum / cells, quarters);
    }

    /** Trends and cohorts that both depend on a covariate; the effect is 1. */
    static Population trendsByCovariate() {
        return new Population(List.of("unit", "time", "g", "x", "y"), 1, 3, (draws, rows) -> {
            for (int unit = 0; unit < 300; unit++) {
                double x = 2 * draws.uniform() - 1;
                boolean ever = draws.chance(1 / (1 + StrictMath.exp(-0.8 * x))) == 1;
                int cohort = 3 + draws.chance(0.5);
                double level = draws.normal();
                for (int time = 1; time <= 4; time++) {
                    double effect = ever && time >= cohort ? 1 : 0;
                    double y = level + 0.6 * time * (1 + x) + effect + draws.normal();
                    rows.add(unit, time, ever ? cohort : Double.NaN, x, y);
                }
            }
        });
    }

    /** Clusters with a common shock, every third one treated to no effect, each larger than the last by {@code growth}. */
    private static Population clustered(long seed, int clusters, int smallest, int growth) {
        return new Population(List.of("c", "treat", "x", "y"), 0, seed, (draws, rows) -> {
            for (int c = 0; c < clusters; c++) {
                double shock = draws.normal();
                for (int i = 0; i < smallest + growth * c; i++) {
                    double x = draws.normal();
                    rows.add(c, c % 3 == 0 ? 1 : 0, x, x + shock + draws.normal());
                }
            }
        });
    }

    static Population manyClusters() {
        return clustered(4, 60, 8, 0);
    }

    static Population fewClusters() {
        return clustered(5, 10, 4, 3);
    }

    /** A curved outcome that jumps by 0.5 where x passes zero. */
    static Population jump() {
        return new Population(List.of("x", "y"), 0.5, 6, (draws, rows) -> curved(draws, 600, (x, y) -> rows.add(x, y)));
    }

    /** The same, where passing zero raises the chance of a treatment from 0.2 to 0.8. */
    static Population fuzzyJump() {
        return new Population(
                List.of("x", "treated", "y"),
                0.5 / 0.6,
                7,
                (draws, rows) -> curved(draws, 1000, (x, y) -> rows.add(x, draws.chance(x >= 0 ? 0.8 : 0.2), y)));
    }

    @FunctionalInterface
    private interface Pair {
        void add(double x, double y) throws IOException;
    }

    private static void curved(Draws draws, int size, Pair rows) throws IOException {
        for (int i = 0; i < size; i++) {
            double x = 2 * draws.uniform() - 1;
            double curve = x < 0 ? 1.3 * x + 3 * x * x + 2 * x * x * x : 0.5 + 0.8 * x - 1.5 * x * x + 3 * x * x * x;
            rows.add(x, curve + 0.3 * draws.normal());
        }
    }

    /** A regressor that shares its error with the outcome, and an instrument that moves it by {@code strength}. */
    static Population endogenous(long seed, double strength) {
        return new Population(List.of("x", "z", "y"), 0.5, seed, (draws, rows) -> {
            for (int i = 0; i < 300; i++) {
                double z = draws.normal();
                double v = draws.normal();
                double x = strength * z + v;
                rows.add(x, z, 0.5 * x + 0.95 * v + 0.3 * draws.normal());
            }
        });
    }

    /** A mean of exp(0.5 + 0.5 x), times an error of mean 1 whose spread grows with x. */
    static Population multiplicative() {
        return new Population(List.of("x", "y"), 0.5, 10, (draws, rows) -> {
            for (int i = 0; i < 500; i++) {
                double x = 2 * draws.uniform() - 1;
                double spread = 0.3 + 0.25 * (1 + x);
                double error = StrictMath.exp(spread * draws.normal() - spread * spread / 2);
                rows.add(x, StrictMath.exp(0.5 + 0.5 * x) * error);
            }
        });
    }

    /** Levels of two latent outcomes with slope 0.8, one with a logistic error and one with a normal one. */
    static Population ordered() {
        return new Population(List.of("x", "y", "z"), 0.8, 17, (draws, rows) -> {
            for (int i = 0; i < 500; i++) {
                double x = draws.normal();
                double u = draws.uniform();
                rows.add(x, level(0.8 * x + StrictMath.log(u / (1 - u))), level(0.8 * x + draws.normal()));
            }
        });
    }

    /** From 1 to 4. */
    private static int level(double latent) {
        return latent < -1 ? 1 : latent < 0.5 ? 2 : latent < 2 ? 3 : 4;
    }

    /** An outcome that is 1 with the logistic probability of 0.8 x - 0.5. */
    static Population binary() {
        return new Population(List.of("x", "y"), 0.8, 11, (draws, rows) -> {
            for (int i = 0; i < 500; i++) {
                double x = draws.normal();
                rows.add(x, draws.chance(1 / (1 + StrictMath.exp(0.5 - 0.8 * x))));
            }
        });
    }
}
