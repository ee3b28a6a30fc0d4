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
import org.canbao.engine.DuckDbEngine;
import org.canbao.sample.Sample;

/**
 * A balanced panel with staggered adoption and effects that grow with event time and differ by cohort. Columns: unit, state
 * (of five units), time, g (null for never treated), d, x, w, y, and effect (zero without treatment).
 */
record StaggeredPanel(List<Row> rows) {
    static final int PERIODS = 8;
    private static final int[] COHORTS = {0, 3, 5, 7};

    record Row(int unit, int time, int cohort, double x, double w, double effect, double y) {
        int d() {
            return cohort > 0 && time >= cohort ? 1 : 0;
        }

        String line() {
            return unit + ",s" + unit / 5 + "," + time + "," + (cohort == 0 ? "" : cohort) + "," + d() + "," + x + ","
                    + w + "," + y + "," + effect;
        }
    }

    static StaggeredPanel of(long seed, int units, double noise) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Row> rows = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            int cohort = COHORTS[unit % COHORTS.length];
            double level = normal(random) + cohort;
            for (int time = 1; time <= PERIODS; time++) {
                double x = normal(random);
                boolean treated = cohort > 0 && time >= cohort;
                double effect = treated ? (time - cohort + 1) * (8 - cohort) / 4.0 : 0;
                double y = level + 0.3 * time * time + 0.5 * x + effect + noise * normal(random);
                rows.add(new Row(unit, time, cohort, x, 0.5 + random.nextDouble(), effect, y));
            }
        }
        return new StaggeredPanel(rows);
    }

    StaggeredPanel shuffled(long seed) {
        List<Row> order = new ArrayList<>(rows);
        Collections.shuffle(order, new Random(seed));
        return new StaggeredPanel(order);
    }

    /** The mean of the effects of treated rows. */
    double effect() {
        return rows.stream()
                .filter(row -> row.d() == 1)
                .mapToDouble(Row::effect)
                .average()
                .orElseThrow();
    }

    Sample load(DuckDbEngine engine, Path folder) {
        try {
            Path file = Files.createTempFile(folder, "staggered", ".csv");
            List<String> lines = new ArrayList<>(List.of("unit,state,time,g,d,x,w,y,effect"));
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
