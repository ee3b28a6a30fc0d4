package org.canbao.simulate.cmds;

import java.util.Locale;

/** The tables of the cities as CSV. */
final class CityFiles {
    private final CmdsCities cities;

    CityFiles(CmdsCities cities) {
        this.cities = cities;
    }

    /** A line per city and year; money in prices of the year. */
    String yearbook() {
        StringBuilder out =
                new StringBuilder("city_code,city_name,year,gdp_per_capita,tertiary_output,secondary_output,"
                        + "mean_wage,house_price,teachers,schools,hospitals,beds,doctors,urban_residents,city_rank,"
                        + "settlement_threshold\n");
        for (CmdsCity city : cities.all()) {
            for (int y = 0; city.covered() && y < city.years().size(); y++) {
                int year = CmdsCities.FIRST_YEARBOOK + y;
                line(out, city, year, city.years().get(y));
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, CmdsCity city, int year, CmdsCity.Year of) {
        double prices = Prices.index(year) / 100;
        double secondary = city.residents() * of.gdp() * 0.005;
        out.append(String.format(
                Locale.ROOT,
                "%d,%s,%d,%.0f,%.1f,%.1f,%.0f,%.0f,%.2f,%.3f,%.4f,%.2f,%.2f,%.2f,%d,%.3f\n",
                city.code(),
                city.name(),
                year,
                of.gdp() * prices,
                secondary * of.industry(),
                secondary,
                of.wage() * prices,
                of.housePrice() * prices,
                of.teachers(),
                of.schools(),
                of.hospitals(),
                of.beds(),
                of.doctors(),
                city.residents() * 100,
                city.highRank() ? 1 : 0,
                city.threshold()));
    }

    /** A line per city; no date if it never adopted. */
    String policyDates() {
        StringBuilder out = new StringBuilder("city_code,city_name,start\n");
        for (CmdsCity city : cities.all()) {
            out.append(city.code()).append(',').append(city.name()).append(',');
            city.adoption().ifPresent(at -> out.append(at / 100).append(String.format(Locale.ROOT, "-%02d", at % 100)));
            out.append('\n');
        }
        return out.toString();
    }

    /** A line per year, 2010 = 100. */
    String prices() {
        StringBuilder out = new StringBuilder("year,cpi\n");
        for (int year = Prices.FIRST_YEAR; year <= CmdsWave.LAST_YEAR; year++) {
            out.append(year).append(',').append(Prices.index(year)).append('\n');
        }
        return out.toString();
    }
}
