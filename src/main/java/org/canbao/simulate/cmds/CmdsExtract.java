package org.canbao.simulate.cmds;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;
import org.canbao.files.AtomicFile;
import org.canbao.math.CounterRandom;
import org.canbao.math.Parallel;
import org.canbao.simulate.dta.DtaWriter;

/**
 * Writes the raw extracts of the simulated survey of migrants: one Stata file a wave, in its own layout, a city yearbook,
 * policy dates and consumer prices as CSV, and the truth. Each wave is drawn from a stream of its own, so that the files
 * depend on seed and scale alone.
 */
public final class CmdsExtract {
    private static final int BATCH = 4096;

    private final long seed;
    private final double scale;
    private final int threads;
    private final CmdsCities cities;

    /**
     * An extract.
     *
     * @param seed of the counter-based generator
     * @param scale 1 for 1,096,721 persons, the published number
     * @param threads how many waves are written at a time
     */
    public CmdsExtract(long seed, double scale, int threads) {
        this.seed = seed;
        this.scale = scale;
        this.threads = threads;
        this.cities = new CmdsCities(seed);
    }

    /** The years of the survey. */
    public static List<Integer> years() {
        return CmdsWave.all().stream().map(CmdsWave::year).toList();
    }

    /** The file of a year's survey in a folder. */
    public static Path persons(Path folder, int year) {
        return folder.resolve(CmdsWave.all().get(year - CmdsWave.FIRST_YEAR).file());
    }

    /** The city yearbook in a folder. */
    public static Path yearbook(Path folder) {
        return folder.resolve("city-yearbook.csv");
    }

    /** The policy dates in a folder. */
    public static Path policy(Path folder) {
        return folder.resolve("settlement-dates.csv");
    }

    /** The consumer prices in a folder. */
    public static Path prices(Path folder) {
        return folder.resolve("cpi.csv");
    }

    /**
     * Writes everything into a folder.
     *
     * @return the files, in the order written
     * @throws org.canbao.diag.CanbaoException if a file cannot be written
     */
    public List<Path> write(Path folder) {
        List<CmdsWave> waves = CmdsWave.all();
        List<Path> files = new ArrayList<>();
        years().forEach(year -> files.add(persons(folder, year)));
        Parallel.forEach(waves.size(), threads, w -> write(waves.get(w), files.get(w)));
        CityFiles tables = new CityFiles(cities);
        Charset gb18030 = Charset.forName("GB18030");
        AtomicFile.write(yearbook(folder), out -> out.write(tables.yearbook().getBytes(gb18030)));
        AtomicFile.write(policy(folder), out -> out.write(tables.policyDates().getBytes(gb18030)));
        AtomicFile.write(prices(folder), out -> out.write(tables.prices().getBytes(StandardCharsets.UTF_8)));
        Path truth = folder.resolve("truth.yaml");
        AtomicFile.write(truth, CmdsTruth.yaml(seed, scale, cities.effect()));
        files.addAll(List.of(yearbook(folder), policy(folder), prices(folder), truth));
        return files;
    }

    private void write(CmdsWave wave, Path file) {
        List<RawColumn> columns = CmdsLayout.of(wave);
        List<Variable> variables = columns.stream().map(RawColumn::variable).toList();
        long rows = wave.rows(scale);
        PersonDraw persons = new PersonDraw(wave, cities, seed);
        Draws dirt = new Draws(new CounterRandom(seed, "cmds/dirt", wave.year()));
        DtaWriter.Layout layout =
                new DtaWriter.Layout(wave.format(), wave.charset(), "canbao simulated CMDS " + wave.year(), variables);
        try (DtaWriter writer = DtaWriter.create(file, layout, rows)) {
            ColumnBatch batch = new ColumnBatch(variables, BATCH);
            Person person = persons.next(1);
            for (long row = 0; row < rows; row++) {
                if (row > 0 && !dirt.chance(Margins.DUPLICATED)) {
                    person = persons.next(row + 1);
                    if (dirt.chance(Margins.OTHER_PLACE_NAME)) {
                        person.cityName = OtherNames.of(person.city, dirt);
                    }
                }
                add(person, columns, batch);
                if (batch.rows() == batch.capacity()) {
                    writer.write(batch);
                    batch.clear();
                }
            }
            writer.write(batch);
        }
    }

    private static void add(Person person, List<RawColumn> columns, ColumnBatch batch) {
        int row = batch.rows();
        batch.rows(row + 1);
        for (int c = 0; c < columns.size(); c++) {
            columns.get(c).filler().fill(person, batch, c, row);
        }
    }
}
