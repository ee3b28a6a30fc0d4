package org.canbao.simulate;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.files.AtomicFile;
import org.canbao.math.CounterRandom;
import org.canbao.simulate.ExampleCities.City;
import org.canbao.simulate.dta.DtaWriter;

/**
 * Writes the raw extracts of the simulated example, in the manner of real ones: one Stata 114 file a year with GB18030
 * labels and tagged missing values, a city yearbook and the policy dates as GB18030 CSV, and the truth.
 */
public final class ExampleExtract {
    /** The encoding of the files, as older Chinese extracts have it. */
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);
    private static final int BATCH = 4096;
    private static final double REFUSED = 0.02;

    private final long seed;
    private final double scale;
    private final ExampleCities cities;

    /**
     * An extract.
     *
     * @param seed of the counter-based generator
     * @param scale 1 for about 23,000 persons over six years
     */
    public ExampleExtract(long seed, double scale) {
        this.seed = seed;
        this.scale = scale;
        this.cities = new ExampleCities(seed);
    }

    /** The years of the survey. */
    public static List<Integer> years() {
        List<Integer> years = new ArrayList<>();
        for (int year = ExampleCities.FIRST_YEAR; year <= ExampleCities.LAST_YEAR; year++) {
            years.add(year);
        }
        return years;
    }

    /** The file of a year's survey in a folder. */
    public static Path persons(Path folder, int year) {
        return folder.resolve("persons" + year + ".dta");
    }

    /** The file of the city yearbook in a folder. */
    public static Path cities(Path folder) {
        return folder.resolve("cities.csv");
    }

    /** The file of the policy dates in a folder. */
    public static Path policy(Path folder) {
        return folder.resolve("policy.csv");
    }

    /**
     * Writes everything into a folder.
     *
     * @return the files, in the order written
     */
    public List<Path> write(Path folder) {
        List<Path> files = new ArrayList<>();
        for (int year : years()) {
            writePersons(persons(folder, year), year);
            files.add(persons(folder, year));
        }
        AtomicFile.write(cities(folder), out -> out.write(yearbook().getBytes(GB18030)));
        files.add(cities(folder));
        AtomicFile.write(policy(folder), out -> out.write(policyDates().getBytes(GB18030)));
        files.add(policy(folder));
        AtomicFile.write(folder.resolve("truth.yaml"), ExampleTruth.yaml(seed, scale));
        files.add(folder.resolve("truth.yaml"));
        return files;
    }

    private void writePersons(Path file, int year) {
        List<Variable> variables = variables();
        int[] persons = cities.all().stream().mapToInt(c -> personsOf(c)).toArray();
        long rows = Arrays.stream(persons).asLongStream().sum();
        DtaWriter.Layout layout = new DtaWriter.Layout(114, GB18030, "canbao simulated example " + year, variables);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw AtomicFile.notWritten(file, e);
        }
        try (DtaWriter writer = DtaWriter.create(file, layout, rows)) {
            ColumnBatch batch = new ColumnBatch(variables, BATCH);
            CounterRandom random = new CounterRandom(seed, "example/persons", year);
            long id = year * 100_000L;
            for (int c = 0; c < persons.length; c++) {
                for (int p = 0; p < persons[c]; p++) {
                    id++;
                    fill(batch, id, year, cities.all().get(c), random);
                    if (batch.rows() == batch.capacity()) {
                        writer.write(batch);
                        batch.clear();
                    }
                }
            }
            writer.write(batch);
        }
    }

    private int personsOf(City city) {
        return Math.max(1, (int) Math.round(city.persons() * scale));
    }

    private static void fill(ColumnBatch batch, long id, int year, City city, CounterRandom random) {
        int row = batch.rows();
        batch.rows(row + 1);
        int age = 18 + random.nextInt(42);
        int male = random.nextDouble() < 0.54 ? 1 : 0;
        int edu = 1 + (int) (7 * StrictMath.pow(random.nextDouble(), 1.4));
        boolean rural = random.nextDouble() < 0.86;
        boolean married = random.nextDouble() < Math.min(0.9, (age - 17) / 18.0);
        int eventTime = city.adoption().isPresent() ? year - city.adoption().getAsInt() : -1;
        double trend = 0.01 * (year - ExampleCities.FIRST_YEAR);
        double probability = ExampleTruth.CROSS_CITY
                + city.effect()
                + trend
                + ExampleTruth.effect(eventTime)
                + ExampleTruth.CROSS_CITY_MALE * male
                + ExampleTruth.CROSS_CITY_EDU * (edu - ExampleTruth.MEAN_EDU)
                + ExampleTruth.CROSS_CITY_AGE * (age - ExampleTruth.MEAN_AGE);
        boolean crossCity = random.nextDouble() < probability;
        double aboutMean = age - ExampleTruth.MEAN_AGE;
        double logIncome = ExampleTruth.LOG_INCOME
                + city.incomeEffect()
                + 3 * trend
                + (eventTime >= 0 ? ExampleTruth.INCOME_EFFECT : 0)
                + ExampleTruth.LOG_INCOME_MALE * male
                + ExampleTruth.LOG_INCOME_EDU * (edu - ExampleTruth.MEAN_EDU)
                + ExampleTruth.LOG_INCOME_AGE * aboutMean
                + ExampleTruth.LOG_INCOME_AGE_SQUARED * aboutMean * aboutMean
                + 0.45 * gaussian(random);
        int birthMonth = 1 + random.nextInt(12);
        batch.longs(0)[row] = id;
        batch.longs(1)[row] = year;
        batch.longs(2)[row] = city.province();
        batch.longs(3)[row] = city.code();
        batch.longs(4)[row] = (year - age) * 100L + birthMonth;
        batch.longs(5)[row] = male == 1 ? 1 : 2;
        batch.longs(6)[row] = edu;
        batch.longs(7)[row] = rural ? 1 : 2;
        batch.longs(8)[row] = married ? 1 : 2;
        batch.longs(9)[row] = crossCity ? 1 + random.nextInt(2) : 3;
        batch.doubles(10)[row] = Math.rint(StrictMath.exp(logIncome));
        batch.longs(11)[row] = 1 + random.nextInt(5);
        refuse(batch, 8, row, random);
        refuse(batch, 10, row, random);
    }

    private static double gaussian(CounterRandom random) {
        return STANDARD_NORMAL.inverseCumulativeProbability(random.nextDouble());
    }

    /** Some do not answer: Stata's {@code .r}. */
    private static void refuse(ColumnBatch batch, int column, int row, CounterRandom random) {
        if (random.nextDouble() < REFUSED) {
            batch.states(column)[row] = 'r';
        }
    }

    private static List<Variable> variables() {
        Map<String, String> refused = Map.of(".r", "拒绝回答");
        return List.of(
                labelled("id", ValueType.INT32, "个人编号", Map.of(), Map.of()),
                labelled("year", ValueType.INT16, "调查年份", Map.of(), Map.of()),
                labelled("province", ValueType.INT8, "现居住省份", Map.of(), Map.of()),
                labelled("city", ValueType.INT16, "现居住城市", Map.of(), Map.of()),
                labelled("birth_ym", ValueType.INT32, "出生年月", Map.of(), Map.of()),
                labelled("sex", ValueType.INT8, "性别", codes("男", "女"), Map.of()),
                labelled(
                        "edu",
                        ValueType.INT8,
                        "受教育程度",
                        codes("未上过学", "小学", "初中", "高中/中专", "大学专科", "大学本科", "研究生"),
                        Map.of()),
                labelled("hukou", ValueType.INT8, "户口性质", codes("农业", "非农业"), Map.of()),
                labelled("marital", ValueType.INT8, "婚姻状况", codes("在婚", "不在婚"), refused),
                labelled("flow_range", ValueType.INT8, "流动范围", codes("跨省", "省内跨市", "市内跨县"), Map.of()),
                labelled("income", ValueType.FLOAT64, "上月收入（元）", Map.of(), refused),
                labelled("family", ValueType.INT8, "同住家庭人数", Map.of(), Map.of()));
    }

    private static Variable labelled(
            String name, ValueType type, String label, Map<String, String> valueLabels, Map<String, String> missing) {
        return new Variable(name, type, label, valueLabels, missing, "");
    }

    private static Map<String, String> codes(String... labels) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i++) {
            codes.put(String.valueOf(i + 1), labels[i]);
        }
        return codes;
    }

    /** Product per head a year before each survey year: studies join it with a lag. */
    private String yearbook() {
        CounterRandom random = new CounterRandom(seed, "example/yearbook", 0);
        List<Object[]> lines = new ArrayList<>();
        for (City city : cities.all()) {
            double logGdp = city.logGdp();
            for (int year = ExampleCities.FIRST_YEAR - 1; year < ExampleCities.LAST_YEAR; year++) {
                lines.add(new Object[] {city.code(), city.name(), year, Math.round(StrictMath.exp(logGdp))});
                logGdp += 0.05 + 0.02 * gaussian(random);
            }
        }
        return csv(List.of("city", "city_name", "year", "gdp_per_capita"), lines);
    }

    private String policyDates() {
        List<Object[]> lines = new ArrayList<>();
        for (City city : cities.all()) {
            lines.add(new Object[] {
                city.code(),
                city.name(),
                city.adoption().isPresent() ? city.adoption().getAsInt() : ""
            });
        }
        return csv(List.of("city", "city_name", "adoption_year"), lines);
    }

    private static String csv(List<String> header, List<Object[]> lines) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(
                out,
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader(header.toArray(String[]::new))
                        .setRecordSeparator('\n')
                        .get())) {
            for (Object[] line : lines) {
                printer.printRecord(line);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be written", e);
        }
        return out.toString();
    }
}
