package org.canbao.bench.validity;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The populations of the experiments with tests. */
final class TestPopulations {
    /** Outcomes of the family. */
    static final int OUTCOMES = 6;

    private TestPopulations() {}

    /** Outcomes of villages with a common shock, half of which are treated to no effect. */
    static Population villages() {
        return new Population(List.of("village", "treat", "y"), 0, 12, (draws, rows) -> {
            for (int village = 0; village < 20; village++) {
                double shock = draws.normal();
                for (int i = 0; i < 6; i++) {
                    rows.add(village, village % 2, shock + draws.normal());
                }
            }
        });
    }

    /** Outcomes that share half of their variance, in clusters with common shocks; a treatment affects none of them. */
    static Population family() {
        List<String> columns = Stream.concat(
                        Stream.of("c", "treat"),
                        IntStream.rangeClosed(1, OUTCOMES).mapToObj(k -> "y" + k))
                .toList();
        return new Population(columns, 0, 13, (draws, rows) -> {
            for (int c = 0; c < 30; c++) {
                double[] shocks = IntStream.rangeClosed(0, OUTCOMES)
                        .mapToDouble(k -> draws.normal())
                        .toArray();
                for (int i = 0; i < 6; i++) {
                    double common = draws.normal() + shocks[0];
                    double[] row = new double[2 + OUTCOMES];
                    row[0] = c;
                    row[1] = c % 2;
                    for (int k = 0; k < OUTCOMES; k++) {
                        row[2 + k] = common + draws.normal() + shocks[k + 1];
                    }
                    rows.add(row);
                }
            }
        });
    }

    /** A running variable of smooth density that falls at zero; those just left of it move across with a probability. */
    static Population running(long seed, double moving) {
        return new Population(List.of("x"), 0, seed, (draws, rows) -> {
            for (int i = 0; i < 800; i++) {
                double x = draws.uniform() + draws.uniform() + draws.uniform() - 1;
                boolean moves = x < 0 && x > -0.1 && draws.chance(moving) == 1;
                rows.add(moves ? -x : x);
            }
        });
    }

    /**
     * A treatment that adds 0.5, chosen by an observed and an unobserved trait alike: each moves it by half of what it adds
     * to the outcome. The traits' variances are 2 and 0.5, those of the rest of treatment and outcome are 1.
     */
    static Population chosen() {
        return new Population(List.of("d", "w", "y"), 0.5, 18, (draws, rows) -> {
            for (int i = 0; i < 1000; i++) {
                double observed = Math.sqrt(2) * draws.normal();
                double unobserved = Math.sqrt(0.5) * draws.normal();
                double d = 0.5 * (observed + unobserved) + draws.normal();
                rows.add(d, observed, 0.5 * d + observed + unobserved + draws.normal());
            }
        });
    }

    /**
     * The R² that the treatment and both traits have: the outcome is 1.25 times the traits, half of what else moves the
     * treatment, and an error of variance 1.
     */
    static double explained() {
        return 1 - 1 / (1.25 * 1.25 * (2 + 0.5) + 0.5 * 0.5 + 1);
    }

    /**
     * Half of the units adopt in period 5, and the effect is 0.5. Their outcomes move away from those of others, faster by
     * 0.4 from each period to the next: by 0.4 in the period before adoption and by 0.8 in that of adoption.
     */
    static Population departingTrends() {
        return new Population(List.of("unit", "time", "g", "y"), 0.5, 16, (draws, rows) -> {
            for (int unit = 0; unit < 80; unit++) {
                boolean ever = unit % 2 == 0;
                double level = draws.normal();
                for (int time = 1; time <= 6; time++) {
                    double departure = ever ? 0.2 * (time - 3) * (time - 2) : 0;
                    double effect = ever && time >= 5 ? 0.5 : 0;
                    rows.add(unit, time, ever ? 5 : Double.NaN, level + departure + effect + 0.5 * draws.normal());
                }
            }
        });
    }
}
