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
    }

    /** All cities, by code. */
    List<CmdsCity> all() {
        return cities;
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
                Math.max(0.48, Math.min(2.003, 0.53 + (high ? 0.09 : 0) + 0.14 * Math.abs(draws.normal()) - 0.05)));
    }

    private static List<CmdsCity.Year> years(boolean high, Draws draws) {
        double rank = high ? 1 : 0;
        double gdp = 10.30 + 0.55 * rank + 0.40 * draws.shock(1);
        double industry = 0.75 + 0.35 * rank + 0.25 * Math.abs(draws.normal());
        double wage = 10.50 + 0.16 * rank + 0.09 * draws.shock(1);
        double house = 8.20 + 0.42 * rank + 0.22 * draws.shock(1);
        double education = draws.shock(1);
        double medical = 0.6 * rank + draws.shock(1);
        List<CmdsCity.Year> years = new ArrayList<>();
        for (int year = FIRST_YEARBOOK; year < CmdsWave.LAST_YEAR; year++) {
            double since = year - FIRST_YEARBOOK;
            years.add(new CmdsCity.Year(
                    clip(StrictMath.exp(gdp + 0.05 * since + draws.shock(0.02)), 7_490, 165_393),
                    clip(industry + 0.05 * since + draws.shock(0.04), 0.189, 5.34),
                    clip(StrictMath.exp(wage + 0.06 * since + draws.shock(0.02)), 19_983, 83_776),
                    clip(StrictMath.exp(house + 0.04 * since + draws.shock(0.03)), 1_951, 40_071),
                    clip(650 + 70 * education + 5 * since + draws.shock(25), 200, 2_000),
                    clip(28 + 6 * education - 0.4 * since + draws.shock(3), 3, 120),
                    clip(0.50 + 0.12 * medical + draws.shock(0.06), 0.08, 3),
                    clip(42 + 9 * medical + 2 * since + draws.shock(3), 8, 160),
                    clip(21 + 5 * medical + 0.8 * since + draws.shock(2), 4, 90)));
        }
        return List.copyOf(years);
    }

    private static double clip(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
