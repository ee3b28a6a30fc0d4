package org.canbao.estimate.did;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.canbao.design.Design;
import org.canbao.design.EstimationPath;
import org.canbao.result.CallawaySantannaFit;
import org.canbao.result.CallawaySantannaFit.Effect;
import org.canbao.spec.CallawaySantanna;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Known truth: effects that differ by cohort and grow with time since treatment, and trends and cohorts that both depend on a
 * covariate. The estimates are unbiased, and their intervals cover the truth as often as they say.
 */
class GroupTimeSimulationTest {
    private static final int SAMPLES = 300;
    private static final int UNITS = 300;
    private static final int PERIODS = 5;
    private static final String PANEL =
            "{model: callaway-santanna, outcome: y, cohort: g, time: t, unit: u, control: not-yet-treated, covariates: x";
    private static final String ROWS = PANEL.replace("unit: u, ", "");

    /** The effect on a cohort so long after treatment. */
    private static double effect(int cohort, int since) {
        return since < 0 ? 0 : (cohort == 3 ? 1 : 0.5) + 0.25 * since;
    }

    @ParameterizedTest
    @ValueSource(strings = {"dr", "reg", "ipw"})
    void panelsAreUnbiasedAndCover(String method) {
        check(PANEL + ", method: " + method + "}", true, SAMPLES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dr", "reg", "ipw"})
    void crossSectionsAreUnbiasedAndCover(String method) {
        check(ROWS + ", method: " + method + "}", false, SAMPLES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mammen", "rademacher"})
    void uniformBandsCoverAllEventTimesTogether(String multiplier) {
        CallawaySantanna spec = spec(PANEL + ", inference: bootstrap, draws: 200, multiplier: " + multiplier + "}");
        int covered = 0;
        for (int s = 0; s < SAMPLES; s++) {
            CallawaySantannaFit fit = CallawaySantannaEstimator.estimate(spec, sample(9000 + s, true), 1);
            covered += fit.groupTimes().stream()
                            .allMatch(one -> inside(effect(one.group(), one.time() - one.group()), one.effect()))
                    ? 1
                    : 0;
        }
        assertThat(covered / (double) SAMPLES).as("95% of all effects together").isBetween(0.89, 0.985);
    }

    private static void check(String keys, boolean panel, int samples) {
        CallawaySantanna spec = spec(keys);
        double sum = 0;
        double squares = 0;
        int covered = 0;
        int coveredFirst = 0;
        for (int s = 0; s < samples; s++) {
            CallawaySantannaFit fit = CallawaySantannaEstimator.estimate(spec, sample(s, panel), 1);
            Effect overall = fit.averages().get(1).overall().orElseThrow();
            double error = overall.estimate() - truth();
            sum += error;
            squares += error * error;
            covered += inside(truth(), overall) ? 1 : 0;
            Effect first = fit.groupTimes().get(1).effect();
            coveredFirst += inside(effect(3, 0), first) ? 1 : 0;
        }
        double standard = Math.sqrt(squares) / samples;
        assertThat(Math.abs(sum / samples))
                .as("three Monte Carlo standard errors")
                .isLessThan(3 * standard);
        assertThat(covered / (double) samples).as("average by event time").isBetween(0.905, 0.985);
        assertThat(coveredFirst / (double) samples).as("cohort 3 in 3").isBetween(0.905, 0.985);
    }

    /** The mean over event times 0, 1 and 2 of the two cohorts' effects; in expectation they are of equal size. */
    private static double truth() {
        return ((effect(3, 0) + effect(4, 0)) / 2 + (effect(3, 1) + effect(4, 1)) / 2 + effect(3, 2)) / 3;
    }

    private static boolean inside(double value, Effect effect) {
        return effect.confLow() <= value && value <= effect.confHigh();
    }

    private static CallawaySantanna spec(String text) {
        return (CallawaySantanna) SpecReader.read(text, "spec.yaml");
    }

    /** Units with a covariate; those with more of it are treated more often, and have steeper trends. */
    private static ObservationReader.Read sample(long seed, boolean panel) {
        SplittableRandom random = new SplittableRandom(seed);
        int draws = panel ? UNITS : UNITS * PERIODS;
        int size = UNITS * PERIODS;
        double[] y = new double[size];
        double[] w = new double[size];
        double[] x = new double[size];
        int[] cohorts = new int[size];
        int[] times = new int[size];
        int[] units = new int[size];
        int row = 0;
        for (int u = 0; u < draws; u++) {
            double covariate = 2 * random.nextDouble() - 1;
            boolean treated = random.nextDouble() < 1 / (1 + Math.exp(-0.8 * covariate));
            int cohort = treated ? 3 + random.nextInt(2) : Observations.NEVER;
            double level = gauss(random);
            for (int t = 1; t <= (panel ? PERIODS : 1); t++, row++) {
                times[row] = panel ? t : 1 + u % PERIODS;
                units[row] = u;
                cohorts[row] = cohort;
                x[row] = covariate;
                w[row] = 1;
                y[row] = level
                        + 0.3 * times[row] * (1 + covariate)
                        + effect(cohort, cohort == Observations.NEVER ? -1 : times[row] - cohort)
                        + gauss(random);
            }
        }
        Observations rows = new Observations(
                y,
                w,
                new double[][] {x},
                Coded.of(cohorts),
                Coded.of(cohorts),
                Coded.of(times),
                panel ? Optional.of(units) : Optional.empty(),
                Optional.empty());
        List<String> names =
                panel ? IntStream.range(0, UNITS).mapToObj(String::valueOf).toList() : List.of();
        return new ObservationReader.Read(
                rows,
                new CovariateNames(List.of("intercept", "x")),
                names,
                List.of(),
                new Design.Provenance("y", EstimationPath.ROWS, "simulated", Map.of(), Optional.empty()));
    }

    private static double gauss(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
