package org.canbao.simulate.cmds;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.canbao.math.CounterRandom;

/** The cities of a seed. */
final class CmdsCities {
    /** The first year of the yearbook. */
    static final int FIRST_YEARBOOK = 2012;

    private static final double HIGH_RANK_SHARE = 0.448;
    private static final double[] COHORTS = {0.03, 0.26, 0.60, 0.92, 1};
    private static final int FIRST_COHORT = 2014;

    /** Few move within a municipality: most of its migrants come from other provinces. */
    private static final double MUNICIPALITY_WEIGHT = 0.12;

    private final List<CmdsCity> cities;
    private final double[] cumulated;
    private final PolicyEffect effect;

    CmdsCities(long seed) {
        List<CSVRecord> lines = lines();
        double[] weights = weights(lines);
        List<CmdsCity> made = new ArrayList<>();
        this.cumulated = new double[lines.size()];
        double sum = 0;
        for (int i = 0; i < lines.size(); i++) {
            made.add(city(lines.get(i), weights[i], new Draws(new CounterRandom(seed, "cmds/cities", i))));
            sum += weights[i];
            cumulated[i] = sum;
        }
        cities = List.copyOf(made);
        effect = new PolicyEffect(cities);
    }

    /** All cities, by code. */
    List<CmdsCity> all() {
        return cities;
    }

    /** What the policy does in them. */
    PolicyEffect effect() {
        return effect;
    }

    /** A city, each as likely as it has migrants. */
    CmdsCity draw(Draws draws) {
        return cities.get(draws.place(cumulated));
    }

    private static List<CSVRecord> lines() {
        try (InputStream in = Objects.requireNonNull(CmdsCities.class.getResourceAsStream("cities.csv"))) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shares of migrants: cities that the yearbook lacks together, then those of high rank together. */
    private static double[] weights(List<CSVRecord> lines) {
        double[] weights = new double[lines.size()];
        double[] sums = new double[3];
        for (int i = 0; i < weights.length; i++) {
            double municipality = isMunicipality(lines.get(i)) ? MUNICIPALITY_WEIGHT : 1;
            weights[i] = municipality
                    * StrictMath.pow(Double.parseDouble(lines.get(i).get("residents")), 0.6);
            sums[kind(lines.get(i))] += weights[i];
        }
        double[] shares = {
            1 - Margins.IN_COVERED_CITIES,
            Margins.IN_COVERED_CITIES * HIGH_RANK_SHARE,
            Margins.IN_COVERED_CITIES * (1 - HIGH_RANK_SHARE)
        };
        for (int i = 0; i < weights.length; i++) {
            int kind = kind(lines.get(i));
            weights[i] *= shares[kind] / sums[kind];
        }
        return weights;
    }

    private static boolean isMunicipality(CSVRecord line) {
        return Integer.parseInt(line.get("code")) % 10_000 == 0;
    }

    private static int kind(CSVRecord line) {
        return line.get("yearbook").equals("0") ? 0 : line.get("rank").equals("1") ? 1 : 2;
    }

    private static CmdsCity city(CSVRecord line, double weight, Draws draws) {
        int code = Integer.parseInt(line.get("code"));
        boolean high = line.get("rank").equals("1");
        int cohort = draws.place(COHORTS);
        int adoption = (FIRST_COHORT + cohort) * 100 + draws.between(1, 12);
        boolean never = cohort == COHORTS.length - 1 || isMunicipality(line);
        List<Double> shocks = new ArrayList<>();
        for (int year = CmdsWave.FIRST_YEAR; year <= CmdsWave.LAST_YEAR; year++) {
            shocks.add(draws.shock(0.05));
        }
        return new CmdsCity(
                code,
                line.get("name"),
                high,
                Double.parseDouble(line.get("residents")),
                line.get("yearbook").equals("1"),
                never ? OptionalInt.empty() : OptionalInt.of(adoption),
                weight,
                draws.shock(0.06),
                shocks,
                years(high, draws),
                Math.min(2.003, 0.48 + StrictMath.exp(-3.42 + (high ? 0.5 : 0) + 1.25 * draws.normal())));
    }

    private static List<CmdsCity.Year> years(boolean high, Draws draws) {
        double rank = high ? 1 : 0;
        double gdp = 10.38 + 0.5 * rank + 0.87 * draws.normal();
        double industry = -0.28 + 0.35 * rank + 0.46 * draws.normal();
        double wage = 10.71 + 0.12 * rank + 0.17 * draws.normal();
        double house = 8.26 + 0.45 * rank + 0.44 * draws.normal();
        double[] education = draws.alike(2, 0.12);
        double[] medical = draws.alike(3, 0.52);
        List<CmdsCity.Year> years = new ArrayList<>();
        for (int year = FIRST_YEARBOOK; year < CmdsWave.LAST_YEAR; year++) {
            double since = year - FIRST_YEARBOOK - 2.5;
            years.add(new CmdsCity.Year(
                    clip(StrictMath.exp(gdp + 0.05 * since + draws.shock(0.02)), 7_490, 165_393),
                    clip(StrictMath.exp(industry + 0.04 * since + draws.shock(0.03)), 0.189, 5.34),
                    clip(StrictMath.exp(wage + 0.06 * since + draws.shock(0.02)), 19_983, 83_776),
                    clip(StrictMath.exp(house + 0.04 * since + draws.shock(0.03)), 1_951, 40_071),
                    650 * around(0.46 * education[0] + 0.01 * since, draws),
                    28 * around(0.46 * education[1] - 0.01 * since, draws),
                    0.50 * around(0.60 * (medical[0] + 0.3 * rank) + 0.01 * since, draws),
                    42 * around(0.60 * (medical[1] + 0.3 * rank) + 0.04 * since, draws),
                    21 * around(0.60 * (medical[2] + 0.3 * rank) + 0.03 * since, draws)));
        }
        return List.copyOf(years);
    }

    /** A number near the exponential of another. */
    private static double around(double log, Draws draws) {
        return StrictMath.exp(log + draws.shock(0.03));
    }

    private static double clip(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
