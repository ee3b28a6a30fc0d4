package org.canbao.simulate.enrolment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.canbao.files.AtomicFile;
import org.canbao.math.CounterRandom;
import org.canbao.math.Parallel;

/**
 * Writes the extracts of a city's insurance platform: person master, enrolment spells and settlements, in parts of some
 * districts each, the numbers of children from other sources, and the truth. Counts by cell are Poisson about the expected
 * ones of {@link EnrolmentTruth}; everyone is drawn by cell and number, so the files do not depend on the threads.
 */
public final class EnrolmentExtract {
    /** Parts of each table. */
    static final int PARTS = 4;

    private static final String PERSONS = "psn_info_b";
    private static final String SPELLS = "psn_insu_d";
    private static final String SETTLEMENTS = "setl_d";
    private static final LocalDate REFERENCE = LocalDate.of(2019, 10, 31);
    private static final LocalDate PLATFORM_BEGINS = LocalDate.of(2015, 1, 1);
    private static final double PHONE = 0.9;
    private static final double SETTLES = 0.1;
    private static final double EMPLOYED = 0.7;

    private final long seed;
    private final double scale;
    private final double adults;

    /**
     * An extract.
     *
     * @param seed of the counter-based generator
     * @param scale 1 for the published counts per cell: about half a million children
     * @param adults insured adults per child
     */
    public EnrolmentExtract(long seed, double scale, double adults) {
        this.seed = seed;
        this.scale = scale;
        this.adults = adults;
    }

    /**
     * Writes everything into a folder.
     *
     * @return the files, in the order of their names
     */
    public List<Path> write(Path folder, int threads) {
        Path[][] parts = new Path[PARTS][];
        DirtCounts[] dirt = new DirtCounts[PARTS];
        Parallel.forEach(PARTS, threads, part -> {
            dirt[part] = new DirtCounts();
            parts[part] = writePart(folder, part, dirt[part]);
        });
        DirtCounts all = new DirtCounts();
        Arrays.stream(dirt).forEach(all::add);
        List<Path> files = new ArrayList<>();
        for (int table = 0; table < 3; table++) {
            for (Path[] part : parts) {
                files.add(part[table]);
            }
        }
        Path children = children(folder);
        AtomicFile.write(children, ChildCounts.csv(scale));
        files.add(children);
        Path truth = folder.resolve("truth.yaml");
        AtomicFile.write(truth, EnrolmentTruth.yaml(seed, scale) + Dirt.yaml() + all.yaml());
        files.add(truth);
        return files;
    }

    /** The files of the person master in a folder. */
    public static List<Path> persons(Path folder) {
        return parts(folder, PERSONS);
    }

    /** The files of the enrolment spells in a folder. */
    public static List<Path> spells(Path folder) {
        return parts(folder, SPELLS);
    }

    /** The file of the numbers of children in a folder. */
    public static Path children(Path folder) {
        return folder.resolve("children.csv");
    }

    private static List<Path> parts(Path folder, String table) {
        return IntStream.range(0, PARTS)
                .mapToObj(part -> file(folder, table, part))
                .toList();
    }

    private static Path file(Path folder, String table, int part) {
        return folder.resolve(table + "_" + (part + 1) + ".csv");
    }

    private Path[] writePart(Path folder, int part, DirtCounts dirt) {
        Path[] files = {file(folder, PERSONS, part), file(folder, SPELLS, part), file(folder, SETTLEMENTS, part)};
        AtomicFile.write(
                files[0],
                persons -> AtomicFile.write(
                        files[1],
                        spells -> AtomicFile.write(files[2], settlements -> {
                            try (PlatformFiles out = new PlatformFiles(persons, spells, settlements)) {
                                for (int district = part + 1; district <= EnrolmentTruth.DISTRICTS; district += PARTS) {
                                    writeDistrict(out, district);
                                }
                                dirt.add(out.dirt());
                            }
                        })));
        return files;
    }

    private void writeDistrict(PlatformFiles out, int district) throws IOException {
        long children = 0;
        for (Hukou hukou : Hukou.values()) {
            for (int month = EnrolmentTruth.YOUNGEST; month <= EnrolmentTruth.OLDEST; month++) {
                for (int sex = 0; sex < 2; sex++) {
                    children += writeCell(out, hukou, month, district, sex == 0);
                }
            }
        }
        CounterRandom random = new CounterRandom(seed, "enrolment/adults", district);
        for (long i = 0; i < Math.round(adults * children); i++) {
            writeAdult(out, district, i, random);
        }
    }

    private long writeCell(PlatformFiles out, Hukou hukou, int month, int district, boolean male) throws IOException {
        int cell = 2 * (district - 1) + (male ? 0 : 1);
        long key = (hukou.ordinal() * 1000L + month - EnrolmentTruth.YOUNGEST) * EnrolmentTruth.CELLS + cell;
        CounterRandom random = new CounterRandom(seed, "enrolment/cell", key);
        double expected = scale * EnrolmentTruth.expected(hukou, month, cell);
        int enrolled =
                expected > 0 ? PoissonDistribution.of(expected).inverseCumulativeProbability(random.nextDouble()) : 0;
        double others = scale * EnrolmentTruth.mean(Hukou.LOCAL, month) * (Dirt.ENDED + Dirt.LATER);
        int never = hukou == Hukou.LOCAL || month > 0
                ? PoissonDistribution.of(others).inverseCumulativeProbability(random.nextDouble())
                : 0;
        for (int i = 0; i < enrolled + never; i++) {
            String number = String.format(Locale.ROOT, "99%08d%06d", key, i);
            SimulatedPerson child = SimulatedPerson.draw(number, male, birth(month, random), district, random);
            writePerson(out, child, hukou, random);
            if (i < enrolled) {
                writeEnrolled(out, child, random);
            } else {
                writeOutside(out, child, random);
            }
        }
        return enrolled;
    }

    private static LocalDate birth(int month, CounterRandom random) {
        return LocalDate.of(2013, 9, 1).minusMonths(month).plusDays(random.nextInt(28));
    }

    private static void writePerson(PlatformFiles out, SimulatedPerson person, Hukou hukou, CounterRandom random)
            throws IOException {
        boolean rural = random.nextDouble() < 0.5;
        String nature = (rural ? "2" : "1") + (hukou == Hukou.LOCAL ? "1" : "2");
        String region = hukou == Hukou.LOCAL
                ? SimulatedPerson.region(person.district())
                : String.format(Locale.ROOT, "99%02d%02d", 2 + random.nextInt(30), 1 + random.nextInt(9));
        String phone =
                random.nextDouble() < PHONE ? String.format(Locale.ROOT, "100%08d", random.nextInt(100_000_000)) : "";
        boolean misdated = random.nextDouble() < Dirt.MISDATED;
        if (misdated) {
            out.dirt().add(DirtCounts.Kind.BIRTH_CONTRADICTS_DOCUMENT);
        }
        out.person(misdated ? person.misdated() : person, nature, region, phone);
    }

    /** Enrolled on the reference date, and what is wrong about it in the records. */
    private static void writeEnrolled(PlatformFiles out, SimulatedPerson child, CounterRandom random)
            throws IOException {
        LocalDate first = child.birth().isAfter(PLATFORM_BEGINS) ? child.birth() : PLATFORM_BEGINS;
        long days = REFERENCE.toEpochDay() - first.toEpochDay();
        LocalDate from = first.plusDays(days <= 0 ? 0 : random.nextInt((int) Math.min(days, 300)));
        out.spell(child, 1, "390", type(child), from, "", true);
        if (random.nextDouble() < Dirt.TWICE) {
            out.spell(child, 2, "390", type(child), from.plusDays(20), "", true);
            out.dirt().add(DirtCounts.Kind.ENROLLED_TWICE);
        }
        if (random.nextDouble() < Dirt.CANCELLED) {
            out.spell(child, 3, "390", type(child), from, "", false);
            out.dirt().add(DirtCounts.Kind.CANCELLED);
        }
        if (random.nextDouble() < SETTLES) {
            double fee = Math.rint(100 * StrictMath.exp(4 + 2 * random.nextDouble())) / 100;
            LocalDate date = from.plusDays(random.nextInt((int) (REFERENCE.toEpochDay() - from.toEpochDay()) + 1));
            boolean refunded = random.nextDouble() < Dirt.REFUNDED;
            out.settlement(child, "390", type(child), date, fee, refunded);
            if (refunded) {
                out.dirt().add(DirtCounts.Kind.REFUNDED);
            }
        }
    }

    /** Enrolled before, or after, but not on the reference date. */
    private static void writeOutside(PlatformFiles out, SimulatedPerson child, CounterRandom random)
            throws IOException {
        boolean ended = random.nextDouble() < Dirt.ENDED / (Dirt.ENDED + Dirt.LATER)
                && child.birth().isBefore(LocalDate.of(2018, 1, 1));
        if (ended) {
            out.spell(child, 1, "390", type(child), LocalDate.of(2018, 1, 1), "2018-12-31", true);
            out.dirt().add(DirtCounts.Kind.ENDED_BEFORE);
        } else {
            out.spell(child, 1, "390", type(child), REFERENCE.plusDays(1 + random.nextInt(60)), "", true);
            out.dirt().add(DirtCounts.Kind.ENROLLED_LATER);
        }
    }

    /** Newborn, before school, at school: the platform's classes of minors. */
    private static String type(SimulatedPerson child) {
        int age = 2019 - child.birth().getYear();
        return age < 1 ? "1401" : age < 6 ? "1402" : "1403";
    }

    private void writeAdult(PlatformFiles out, int district, long i, CounterRandom random) throws IOException {
        LocalDate birth = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(22_000));
        String number = String.format(Locale.ROOT, "98%02d%012d", district, i);
        SimulatedPerson adult = SimulatedPerson.draw(number, random.nextDouble() < 0.5, birth, district, random);
        writePerson(out, adult, random.nextDouble() < 0.4 ? Hukou.LOCAL : Hukou.MIGRANT, random);
        boolean employed = random.nextDouble() < EMPLOYED;
        out.spell(
                adult,
                1,
                employed ? "310" : "390",
                employed ? "1101" : "1501",
                PLATFORM_BEGINS.plusDays(random.nextInt(1500)),
                "",
                true);
    }
}
