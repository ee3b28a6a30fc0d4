package org.canbao.simulate.cmds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.canbao.data.Variable;
import org.canbao.files.Sha256;
import org.canbao.ingest.OpenOptions;
import org.canbao.ingest.RawFiles;
import org.canbao.ingest.RawReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CmdsExtractTest {
    @TempDir
    Path folder;

    @Test
    void equalSeedsGiveEqualFilesOnAnyNumberOfThreads() {
        List<Path> one = new CmdsExtract(7, 0.002, 1).write(folder.resolve("one"));
        List<Path> four = new CmdsExtract(7, 0.002, 4).write(folder.resolve("four"));
        List<Path> other = new CmdsExtract(8, 0.002, 4).write(folder.resolve("other"));
        assertThat(four.stream().map(Sha256::of))
                .containsExactlyElementsOf(one.stream().map(Sha256::of).toList());
        assertThat(Sha256.of(other.get(0))).isNotEqualTo(Sha256.of(one.get(0)));
    }

    @Test
    void everyWaveHasItsOwnNamesAndContainer() {
        new CmdsExtract(1, 0.001, 2).write(folder);
        Map<Integer, List<String>> some = Map.of(
                2013, List.of("flo_rage_1", "gender_10", "edu_status_1", "cost_m", "city_name"),
                2014, List.of("flo_rage_1", "edu_stat_1", "acc_nat_1", "emly_iden"),
                2015, List.of("ID", "q101j1", "q101k1y", "Q210", "Q211", "F2"),
                2016, List.of("Q101L1", "Q101M1Y", "Q101B10", "C2"),
                2017, List.of("newID", "q101l1", "q101m1y", "q101j1a", "Q314", "Q104", "Q503E"),
                2018, List.of("Q101MY1", "Q101MM10", "C2"));
        Map<Integer, String> formats = Map.of(2013, "Stata 114", 2016, "Stata 118", 2017, "Stata 117");
        for (int year : CmdsExtract.years()) {
            try (RawReader reader = RawFiles.open(CmdsExtract.persons(folder, year), OpenOptions.DEFAULT)) {
                assertThat(reader.description().label()).isEqualTo("canbao simulated CMDS " + year);
                assertThat(reader.description().variables())
                        .extracting(Variable::name)
                        .containsAll(some.get(year));
                assertThat(reader.description().format())
                        .isEqualTo(
                                formats.getOrDefault(year, reader.description().format()));
                assertThat(reader.description().variables())
                        .extracting(Variable::label)
                        .anyMatch(label -> label.contains("户口性质"));
            }
        }
    }

    /** The simulated cities are those of the table of names; what goes wrong in names can be undone by it. */
    @Test
    void everyNameIsInTheTable() throws IOException {
        Map<String, String> codes = new HashMap<>();
        for (CSVRecord line : CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .get()
                .parse(Files.newBufferedReader(Path.of("data-schemas/city-codes.csv"), StandardCharsets.UTF_8))) {
            codes.put(line.get("name"), line.get("code"));
        }
        CmdsCities cities = new CmdsCities(1);
        assertThat(cities.all()).hasSize(337);
        Draws draws = new Draws(new org.canbao.math.CounterRandom(1, "test", 0));
        for (CmdsCity city : cities.all()) {
            String code = String.valueOf(city.code());
            String cut = city.name().substring(0, Math.min(10, city.name().length()));
            assertThat(List.of(city.name(), OtherNames.of(city, draws), cut))
                    .allSatisfy(name -> assertThat(codes).containsEntry(name, code));
        }
    }

    @Test
    void citiesAdoptLateSomeNever() {
        CmdsCities cities = new CmdsCities(1);
        Set<Integer> years = new TreeSet<>();
        cities.all().forEach(city -> city.adoption().ifPresent(at -> years.add(at / 100)));
        assertThat(years).containsExactly(2014, 2015, 2016, 2017);
        assertThat(cities.all())
                .filteredOn(CmdsCity::isMunicipality)
                .hasSize(4)
                .allMatch(c -> c.adoption().isEmpty());
        double never = cities.all().stream()
                .filter(c -> c.adoption().isEmpty())
                .mapToDouble(CmdsCity::weight)
                .sum();
        assertThat(never).isBetween(0.03, 0.25);
        assertThat(cities.all().stream().mapToDouble(CmdsCity::weight).sum()).isCloseTo(1, within(1e-12));
    }

    /** The printed shares of other provinces in 2016; a municipality has no other city from which to come. */
    @Test
    void migrantsComeFromWhereTheyCan() throws IOException {
        Map<Integer, Double> printed = new HashMap<>();
        for (CSVRecord line : CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(Path.of("configs/policy/outsiders-2016.csv")))) {
            printed.put(Integer.valueOf(line.get("city")), Double.valueOf(line.get("other_province_share")) / 100);
        }
        int n = 60_000;
        PersonDraw persons = new PersonDraw(wave(2016), new CmdsCities(1), 1);
        Map<Integer, int[]> counts = new HashMap<>();
        for (int i = 0; i < n; i++) {
            Person person = persons.next(i);
            counts.computeIfAbsent(person.city.code(), city -> new int[4])[person.range]++;
            assertThat(person.range == 1).isNotEqualTo(person.homeProvince == person.city.province());
        }
        assertThat(printed).hasSize(23);
        printed.forEach((city, share) -> {
            int[] ranges = counts.get(city);
            int all = ranges[1] + ranges[2] + ranges[3];
            double error = Math.sqrt(share * (1 - share) / all);
            assertThat((double) ranges[1] / all).as("city " + city).isCloseTo(share, within(1e-3 + 4 * error));
        });
        for (int municipality : List.of(110_000, 120_000, 310_000, 500_000)) {
            assertThat(counts.get(municipality)[2]).isZero();
        }
    }

    @Test
    void weightsSumToTheMigrantsOfTheCountry() {
        CmdsWave wave = wave(2018);
        PersonDraw persons = new PersonDraw(wave, new CmdsCities(1), 1);
        int n = 40_000;
        Map<Integer, Double> ofProvince = new HashMap<>();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            Person person = persons.next(i);
            sum += person.weight;
            assertThat(ofProvince.computeIfAbsent(person.city.province(), p -> person.weight))
                    .isEqualTo(person.weight);
        }
        assertThat(sum / n * wave.rows()).isCloseTo(241e6, within(241e6 * 0.01));
        assertThat(new TreeSet<>(ofProvince.values())).hasSizeGreaterThan(25);
    }

    private static CmdsWave wave(int year) {
        return CmdsWave.all().get(year - CmdsWave.FIRST_YEAR);
    }

    @Test
    void insuranceHasThePublishedShares() {
        for (int year : List.of(2015, 2018)) {
            CmdsWave wave = wave(year);
            PersonDraw persons = new PersonDraw(wave, new CmdsCities(1), 1);
            int n = 40_000;
            int[] enrolled = new int[4];
            int home = 0;
            int any = 0;
            for (int i = 0; i < n; i++) {
                Person person = persons.next(i);
                boolean some = false;
                boolean only = person.hukou == InsuranceDraw.AGRICULTURAL;
                for (int s = 0; s < enrolled.length; s++) {
                    boolean in = person.enrolled[s] == 1;
                    enrolled[s] += in ? 1 : 0;
                    some |= in;
                    only &= !in || person.place[s] == 2;
                }
                any += some ? 1 : 0;
                home += some && only ? 1 : 0;
            }
            Margins.Insurance published = Margins.insurance(year);
            // four standard errors of a share
            assertThat((double) any / n).isCloseTo(published.any(), within(0.01));
            assertThat((double) enrolled[0] / n).isCloseTo(published.rural(), within(0.01));
            assertThat((double) enrolled[1] / n).isCloseTo(published.resident(), within(0.01));
            assertThat((double) (enrolled[2] + enrolled[3]) / n).isCloseTo(published.employee(), within(0.01));
            assertThat((double) home / n).isCloseTo(InsuranceDraw.onlyAtHome(published), within(0.01));
        }
    }
}
