package org.canbao.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.canbao.simulate.ExampleExtract;
import org.canbao.simulate.cmds.CmdsExtract;
import org.canbao.simulate.enrolment.EnrolmentExtract;

/**
 * Raw files that can be simulated, and the data sets that they become.
 *
 * @param name its folder
 * @param writer writes the raw files into a folder, with so many threads
 * @param files the raw files in a folder
 */
record SimulatedExtract(String name, BiConsumer<Path, Integer> writer, Function<Path, List<RawFile>> files) {
    private static final long SEED = 20260101;

    /** Of the survey of migrants: about 11,600 analysed persons, enough to see effects and soon done. */
    private static final double SURVEY_SCALE = 0.05;

    /** Insured adults per child, whom the study of children leaves out: a few, so that its filters have work. */
    private static final double ADULTS = 0.02;

    /**
     * Raw files that make a wave of a data set.
     *
     * @param dataset the data set that it belongs to
     * @param schema the data schema that it has; empty if its columns are as studies use them
     * @param wave the wave that it is; empty if there are none
     * @param files the files
     */
    record RawFile(String dataset, String schema, String wave, List<Path> files) {
        RawFile {
            files = List.copyOf(files);
        }

        private static RawFile of(String dataset, Path file) {
            return new RawFile(dataset, dataset, "", List.of(file));
        }
    }

    /** All of them. */
    static List<SimulatedExtract> all() {
        return List.of(
                new SimulatedExtract(
                        "example",
                        (folder, threads) -> new ExampleExtract(SEED, 1).write(folder),
                        SimulatedExtract::example),
                new SimulatedExtract(
                        "cmds",
                        (folder, threads) -> new CmdsExtract(SEED, SURVEY_SCALE, threads).write(folder),
                        SimulatedExtract::survey),
                new SimulatedExtract(
                        "enrolment",
                        (folder, threads) -> new EnrolmentExtract(SEED, 1, ADULTS).write(folder, threads),
                        SimulatedExtract::platform));
    }

    /** The data sets that it becomes. */
    Set<String> datasets() {
        return files.apply(Path.of("")).stream().map(RawFile::dataset).collect(Collectors.toUnmodifiableSet());
    }

    private static List<RawFile> example(Path folder) {
        List<RawFile> files = new ArrayList<>();
        for (int year : ExampleExtract.years()) {
            Path persons = ExampleExtract.persons(folder, year);
            files.add(new RawFile("example-persons", "example-persons", String.valueOf(year), List.of(persons)));
        }
        files.add(RawFile.of("example-cities", ExampleExtract.cities(folder)));
        files.add(RawFile.of("example-policy", ExampleExtract.policy(folder)));
        return files;
    }

    private static List<RawFile> survey(Path folder) {
        List<RawFile> files = new ArrayList<>();
        for (int year : CmdsExtract.years()) {
            files.add(new RawFile(
                    "cmds", "cmds-" + year, String.valueOf(year), List.of(CmdsExtract.persons(folder, year))));
        }
        files.add(RawFile.of("city-yearbook", CmdsExtract.yearbook(folder)));
        files.add(RawFile.of("settlement-dates", CmdsExtract.policy(folder)));
        files.add(RawFile.of("cpi", CmdsExtract.prices(folder)));
        return files;
    }

    private static List<RawFile> platform(Path folder) {
        return List.of(
                new RawFile("insured-persons", "psn-info-b", "", EnrolmentExtract.persons(folder)),
                new RawFile("enrolments", "psn-insu-d", "", EnrolmentExtract.spells(folder)),
                new RawFile("children", "", "", List.of(EnrolmentExtract.children(folder))));
    }
}
