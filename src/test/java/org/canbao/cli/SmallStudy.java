package org.canbao.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.canbao.math.CounterRandom;

/** A study of a small panel in a folder of its own; tests change its text and run it. */
final class SmallStudy {
    static final String TEXT = """
            study: small
            title: {en: A small study, zh: 小研究}
            inputs:
              p: {dataset: panel}
            sample:
              from: p
              derive: {z: "x * 2"}
              filters:
                - {id: years, keep: "year >= 2012", en: All years, zh: 年}
            labels:
              y: {en: Outcome, zh: 结果}
            defaults: {vcov: cluster, cluster: [city]}
            specs:
              a: {model: ols, formula: y ~ z | city + year}
              b: {model: ols, formula: y ~ d | city + year}
            tables:
              one: {title: {en: One, zh: 一}, columns: [a]}
              two: {title: {en: Two, zh: 二}, columns: [b]}
            """;

    private final Path folder;

    /** The study in this folder, as {@link #TEXT} says. */
    SmallStudy(Path folder) {
        this.folder = folder;
        write("panel.csv", panel());
        write("small.yaml", TEXT);
    }

    /** A panel of eight cities and six years, four persons in each. */
    static String panel() {
        StringBuilder rows = new StringBuilder("city,year,y,x,d\n");
        CounterRandom random = new CounterRandom(1, "panel", 0);
        for (int city = 0; city < 8; city++) {
            for (int year = 2012; year < 2018; year++) {
                for (int person = 0; person < 4; person++) {
                    rows.append(city).append(',').append(year);
                    rows.append(',').append(random.nextDouble());
                    rows.append(',').append(random.nextDouble());
                    rows.append(',').append(city < 4 && year >= 2015 ? 1 : 0).append('\n');
                }
            }
        }
        return rows.toString();
    }

    /** Writes a file into the folder. */
    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the study: every occurrence of a text in {@link #TEXT} becomes another. */
    void change(String from, String to) {
        if (!TEXT.contains(from)) {
            throw new IllegalArgumentException("the study does not say " + from);
        }
        write("small.yaml", TEXT.replace(from, to));
    }

    /** The study as it was. */
    void restore() {
        write("small.yaml", TEXT);
    }

    /** Runs it. */
    CommandLineRun run(Object... more) {
        Object[] args = new Object[more.length + 6];
        Object[] first = {
            "run", folder.resolve("small.yaml"), "--input", "p=" + folder.resolve("panel.csv"), "--out", out()
        };
        System.arraycopy(first, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        return CommandLineRun.of(args);
    }

    /** The output folder of all studies. */
    Path out() {
        return folder.resolve("out");
    }

    /** A file of its outputs. */
    Path output(String name) {
        return out().resolve("small").resolve(name);
    }
}
