package org.canbao.estimate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.canbao.engine.DuckDbEngine;
import org.canbao.sample.Sample;

/**
 * A random repeated cross-section: {@code rows} persons in cities and years, cities in provinces, staggered adoption.
 * Columns: id, city, year, province, g, did, x1, x2, z (constant in city-year), w, y, flag.
 */
record RandomPanel(int cities, List<Row> rows) {
    private static final int YEARS = 6;

    /** A person. */
    record Row(int id, int city, int year, int cohort, double x1, double x2, double z, double w, double y) {
        int did() {
            return cohort > 0 && year >= cohort ? 1 : 0;
        }

        int province() {
            return city % 5;
        }

        String line() {
            return id + "," + city + "," + year + ",p" + province() + "," + (cohort == 0 ? "" : cohort) + "," + did()
                    + "," + x1 + "," + x2 + "," + z + "," + w + "," + y + "," + (id % 3 == 0);
        }

        Row with(double newX1, double newW, int newCity) {
            return new Row(id, newCity, year, cohort, newX1, x2, z, newW, y);
        }
    }

    static RandomPanel of(long seed, int cities, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] cohorts = new int[cities];
        double[][] z = new double[cities][YEARS];
        for (int c = 0; c < cities; c++) {
            cohorts[c] = random.nextInt(4) == 0 ? 0 : 2014 + random.nextInt(3);
            for (int t = 0; t < YEARS; t++) {
                z[c][t] = random.nextDouble();
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int city = random.nextInt(cities);
            int year = 2012 + random.nextInt(YEARS);
            double x1 = 30 + 10 * normal(random) + city;
            double x2 = random.nextInt(2);
            double w = 0.5 + random.nextDouble();
            int did = cohorts[city] > 0 && year >= cohorts[city] ? 1 : 0;
            double y = 0.3 * did
                    + 0.05 * x1
                    - 0.2 * x2
                    + z[city][year - 2012]
                    + Math.sin(city)
                    + 0.1 * year
                    + normal(random) * (1 + 0.3 * x2);
            rows.add(new Row(i + 1, city + 1, year, cohorts[city], x1, x2, z[city][year - 2012], w, y));
        }
        return new RandomPanel(cities, rows);
    }

    RandomPanel map(UnaryOperator<Row> change) {
        return new RandomPanel(cities, rows.stream().map(change).toList());
    }

    RandomPanel shuffled(long seed) {
        List<Row> order = new ArrayList<>(rows);
        Collections.shuffle(order, new Random(seed));
        return new RandomPanel(cities, order);
    }

    RandomPanel plus(List<Row> more) {
        List<Row> all = new ArrayList<>(rows);
        all.addAll(more);
        return new RandomPanel(cities, all);
    }

    /** The panel as a table. */
    Sample load(DuckDbEngine engine, Path folder) {
        try {
            Path file = Files.createTempFile(folder, "panel", ".csv");
            List<String> lines = new ArrayList<>(List.of("id,city,year,province,g,did,x1,x2,z,w,y,flag"));
            rows.forEach(row -> lines.add(row.line()));
            Files.write(file, lines);
            return TestSamples.csv(engine, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
