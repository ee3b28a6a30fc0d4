package org.canbao.bench.validity;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;
import org.canbao.sample.Sample;

/**
 * What samples are drawn from.
 *
 * @param columns names of columns
 * @param truth the value that estimates are held to
 * @param seed tells its samples from those of others
 * @param drawing how one sample is drawn
 */
record Population(List<String> columns, double truth, long seed, Drawing drawing) {
    /** The column that tells samples apart. */
    static final String SAMPLE = "s";

    /** Takes one row: a value per column; NaN is missing. */
    @FunctionalInterface
    interface Rows {
        void add(double... values) throws IOException;
    }

    /** Draws the rows of one sample. */
    @FunctionalInterface
    interface Drawing {
        void draw(Draws draws, Rows rows) throws IOException;
    }

    /** All samples in one table. */
    Sample load(int samples, DuckDbEngine engine, Path folder) throws IOException {
        Path file = folder.resolve("population-" + seed + ".csv");
        write(samples, file);
        String table = "population_" + seed;
        engine.execute("CREATE OR REPLACE TABLE " + table + " AS SELECT * FROM read_csv("
                + SqlText.literal(file.toString()) + ", header = true, nullstr = '')");
        return new Sample(engine, table, engine.count("SELECT count(*) FROM " + table), engine.columns(table), false);
    }

    private void write(int samples, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(SAMPLE + "," + String.join(",", columns) + "\n");
            for (int s = 0; s < samples; s++) {
                String sample = String.valueOf(s);
                drawing.draw(new Draws(seed * 1_000_000L + s), values -> out.write(line(sample, values)));
            }
        }
    }

    private static String line(String sample, double[] values) {
        StringJoiner line = new StringJoiner(",", "", "\n").add(sample);
        for (double value : values) {
            boolean whole = value == Math.rint(value);
            line.add(Double.isNaN(value) ? "" : whole ? String.valueOf((long) value) : String.valueOf(value));
        }
        return line.toString();
    }
}
