package org.canbao.simulate.cmds;

import java.util.List;
import java.util.OptionalInt;

/**
 * A destination city. Names and codes are real, everything else is simulated.
 *
 * @param code its code
 * @param name its name
 * @param highRank whether it is a municipality, provincial capital or sub-provincial city
 * @param residents residents of its urban districts, million
 * @param covered whether the yearbook has it
 * @param adoption the year and month from which bills are settled directly, as {@code 201607}; empty if never
 * @param weight its share of those who moved within a province, whom the study of instant settlement is about
 * @param afar its share of those who came from another province
 * @param level its effect on the probability of having moved across cities
 * @param shocks effects of its single years, from 2013
 * @param years its yearbook, from 2012
 * @param threshold how hard it is to settle there
 */
record CmdsCity(
        int code,
        String name,
        boolean highRank,
        double residents,
        boolean covered,
        OptionalInt adoption,
        double weight,
        double afar,
        double level,
        List<Double> shocks,
        List<Year> years,
        double threshold) {

    /** A year of the yearbook, money in prices of 2010. */
    record Year(
            double gdp,
            double industry,
            double wage,
            double housePrice,
            double teachers,
            double schools,
            double hospitals,
            double beds,
            double doctors) {}

    /** The two digits of its province. */
    int province() {
        return code / 10_000;
    }

    /** Whether it is a province of its own: nobody moves there from another city of the province. */
    boolean isMunicipality() {
        return code % 10_000 == 0;
    }

    /** Whether the policy is in force in a year: from the year of adoption on. */
    boolean adopted(int year) {
        return adoption.isPresent() && year >= adoption.getAsInt() / 100;
    }

    /** The yearbook of the year before a survey. */
    Year before(int year) {
        return years.get(year - 1 - CmdsCities.FIRST_YEARBOOK);
    }

    /** What the city adds to the probability in a year, without the policy. */
    double base(int year) {
        Year before = before(year);
        return level
                + shocks.get(year - CmdsWave.FIRST_YEAR)
                + Effects.LOG_GDP * (StrictMath.log(before.gdp()) - 10.6)
                + Effects.INDUSTRY * (before.industry() - 1)
                + Effects.LOG_WAGE * (StrictMath.log(before.wage()) - 10.7)
                + Effects.LOG_HOUSE_PRICE * (StrictMath.log(before.housePrice()) - 8.5)
                + Effects.THRESHOLD * (threshold - 0.57);
    }
}
