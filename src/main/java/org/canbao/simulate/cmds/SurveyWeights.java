package org.canbao.simulate.cmds;

import java.util.HashMap;
import java.util.Map;
import org.canbao.math.CounterRandom;

/**
 * Sampling weights of one wave: how many migrants a person of the survey stands for. Provinces are sampled at different
 * rates, the same in all waves; at scale 1 the weights sum to the migrants of the country. Nothing that is asked depends on
 * them, so that weighted and unweighted shares differ by sampling alone.
 */
final class SurveyWeights {
    private static final double SPREAD = 0.4;

    private final Map<Integer, Double> ofProvince = new HashMap<>();

    SurveyWeights(CmdsWave wave, CmdsCities cities, double near, long seed) {
        Map<Integer, Double> rates = new HashMap<>();
        double mean = 0;
        for (CmdsCity city : cities.all()) {
            double rate = rates.computeIfAbsent(city.province(), province -> rate(province, seed));
            mean += rate * CmdsCities.share(city, near);
        }
        double perPerson = wave.migrants() / wave.rows() / mean;
        rates.forEach((province, rate) -> ofProvince.put(province, rate * perPerson));
    }

    /** The weight of a person who lives in a city. */
    double of(CmdsCity city) {
        return ofProvince.getOrDefault(city.province(), 0.0);
    }

    private static double rate(int province, long seed) {
        return StrictMath.exp(new Draws(new CounterRandom(seed, "cmds/weights", province)).shock(SPREAD));
    }
}
