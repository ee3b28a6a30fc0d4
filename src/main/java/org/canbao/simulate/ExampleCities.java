package org.canbao.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.canbao.math.CounterRandom;

/** The cities of the simulated example: 48 in 8 provinces, adopting the policy in 2015 to 2018 or never. */
final class ExampleCities {
    static final int FIRST_YEAR = 2013;
    static final int LAST_YEAR = 2018;

    private static final int PROVINCES = 8;
    private static final int CITIES_PER_PROVINCE = 6;
    private static final int[] COHORTS = {2015, 2016, 2017, 2018};
    private static final int CITIES_PER_COHORT = 10;

    private final List<City> cities;

    /** The cities of a seed. */
    ExampleCities(long seed) {
        CounterRandom random = new CounterRandom(seed, "example/cities", 0);
        int[] order = random.permutation(PROVINCES * CITIES_PER_PROVINCE);
        List<City> made = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            int cohort = order[i] / CITIES_PER_COHORT;
            made.add(new City(
                    (i / CITIES_PER_PROVINCE + 1) * 100 + i % CITIES_PER_PROVINCE + 1,
                    i / CITIES_PER_PROVINCE + 1,
                    cohort < COHORTS.length ? OptionalInt.of(COHORTS[cohort]) : OptionalInt.empty(),
                    0.08 * (random.nextDouble() - 0.5),
                    0.30 * (random.nextDouble() - 0.5),
                    50 + random.nextInt(60),
                    9.9 + 0.8 * random.nextDouble()));
        }
        cities = List.copyOf(made);
    }

    /** All cities, by code. */
    List<City> all() {
        return cities;
    }

    /**
     * One city.
     *
     * @param code its code
     * @param province the code of its province
     * @param adoption the year it adopted the policy, if ever
     * @param effect its effect on the probability of working across cities
     * @param incomeEffect its effect on log income
     * @param persons persons drawn per year at scale 1
     * @param logGdp log of its product per head in the first year
     */
    record City(
            int code,
            int province,
            OptionalInt adoption,
            double effect,
            double incomeEffect,
            int persons,
            double logGdp) {
        /** Its name in the extract. */
        String name() {
            return "模拟" + code + "市";
        }
    }
}
