package org.canbao.simulate.cmds;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the policy does to the probability of having moved across cities, city by city and year by year. What the size of a
 * city, its GDP and its medical resources add is centred over treated persons, so that the mean effect on them is
 * {@link Effects#CROSS_CITY} whichever cities adopt when.
 */
final class PolicyEffect {
    private final List<CmdsCity> cities;
    private final double meanGdp;
    private final double meanMedical;
    private final double[] medicalSpread;
    private final double centre;

    PolicyEffect(List<CmdsCity> cities) {
        this.cities = cities;
        this.medicalSpread = new double[] {
            spread(CmdsCity.Year::hospitals), spread(CmdsCity.Year::beds), spread(CmdsCity.Year::doctors)
        };
        this.meanGdp = mean((city, year) -> city.before(year).gdp(), (city, year) -> true);
        this.meanMedical = mean((city, year) -> medical(city.before(year)), (city, year) -> true);
        this.centre = mean(this::added, CmdsCity::adopted);
    }

    /** A number for a city and a year of the survey. */
    @FunctionalInterface
    private interface OfCity {
        double of(CmdsCity city, int year);
    }

    /** Some cities in some years. */
    @FunctionalInterface
    private interface Which {
        boolean is(CmdsCity city, int year);
    }

    /** The mean effect on persons in a city and year who are under the policy. */
    double of(CmdsCity city, int year) {
        return Effects.CROSS_CITY + added(city, year) - centre;
    }

    /** The mean effect on treated persons of mega and very large cities alone. */
    double ofVeryLarge() {
        return mean(this::of, (city, year) -> city.adopted(year) && city.residents() >= 5);
    }

    /** Whether GDP per head of the year before the survey is above the mean over persons. */
    boolean rich(CmdsCity city, int year) {
        return city.before(year).gdp() > meanGdp;
    }

    /** Whether medical resources of the year before the survey are above the mean over persons. */
    boolean medicalRich(CmdsCity city, int year) {
        return medical(city.before(year)) > meanMedical;
    }

    private double added(CmdsCity city, int year) {
        double size = city.residents() >= 10
                ? Effects.MEGA
                : city.residents() >= 5 ? Effects.VERY_LARGE : city.residents() >= 1 ? Effects.LARGE : 0;
        return size + (rich(city, year) ? Effects.RICH : 0) + (medicalRich(city, year) ? Effects.MEDICAL_RICH : 0);
    }

    /** The sum of the three resources in standard deviations: their first component, since they are equally correlated. */
    private double medical(CmdsCity.Year of) {
        return of.hospitals() / medicalSpread[0] + of.beds() / medicalSpread[1] + of.doctors() / medicalSpread[2];
    }

    /** The mean over analysed persons of all waves. */
    private double mean(OfCity value, Which which) {
        double sum = 0;
        double weights = 0;
        for (CmdsWave wave : CmdsWave.all()) {
            for (CmdsCity city : cities) {
                if (city.covered() && which.is(city, wave.year())) {
                    double weight = city.weight() * wave.analysed() * wave.rows();
                    sum += weight * value.of(city, wave.year());
                    weights += weight;
                }
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }

    /** The standard deviation over the lines of the yearbook. */
    private double spread(ToDoubleFunction<CmdsCity.Year> of) {
        double[] values = cities.stream()
                .filter(CmdsCity::covered)
                .flatMap(city -> city.years().stream())
                .mapToDouble(of)
                .toArray();
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean) / values.length;
        }
        return Math.sqrt(squares);
    }
}
