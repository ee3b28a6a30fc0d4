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

    private static final double[] COHORTS = {0.03, 0.26, 0.60, 0.92, 1};
    private static final int FIRST_COHORT = 2014;

    private final List<CmdsCity> cities;
    private final double[] within;
    private final double[] afar;
    private final PolicyEffect effect;

    CmdsCities(long seed) {
        List<CSVRecord> lines = lines();
        MigrantShares shares = MigrantShares.of(lines);
        List<CmdsCity> made = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Draws draws = new Draws(new CounterRandom(seed, "cmds/cities", i));
            made.add(city(lines.get(i), shares.within()[i], shares.afar()[i], draws));
        }
        within = cumulated(shares.within());
        afar = cumulated(shares.afar());
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

    /** The city of somebody who moved within a province. */
    CmdsCity near(Draws draws) {
        return cities.get(draws.place(within));
    }

    /** The city of somebody who came from another province. */
    CmdsCity afar(Draws draws) {
        return cities.get(draws.place(afar));
    }

    /** The share of a city among all migrants of a wave of whom a share moved within a province. */
    static double share(CmdsCity city, double near) {
        return near * city.weight() + (1 - near) * city.afar();
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

    private static CmdsCity city(CSVRecord line, double weight, double afar, Draws draws) {
        int code = Integer.parseInt(line.get("code"));
        boolean high = line.get("rank").equals("1");
        int cohort = draws.place(COHORTS);
        int adoption = (FIRST_COHORT + cohort) * 100 + draws.between(1, 12);
        boolean never = cohort == COHORTS.length - 1 || MigrantShares.isMunicipality(line);
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
                afar,
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

    private static double[] cumulated(double[] shares) {
        double[] sums = shares.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    /** A number near the exponential of another. */
    private static double around(double log, Draws draws) {
        return StrictMath.exp(log + draws.shock(0.03));
    }

    private static double clip(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
