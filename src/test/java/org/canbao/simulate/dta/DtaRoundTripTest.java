package org.canbao.simulate.dta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.ingest.dta.DtaReader;
import org.canbao.ingest.dta.DtaTable;
import org.canbao.ingest.dta.DtaTable.Missing;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the writer writes, the reader reads: random variables and cells, every release and encoding. */
class DtaRoundTripTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String[] WORDS = {"", "a", "北京市", "呼伦贝尔", "乌鲁木齐市天山区", "x y ", "㐀", "𠮷"};

    @TempDir
    private Path folder;

    /** The cells of a file that is written. */
    private record Sample(List<Variable> variables, Map<String, List<Object>> cells, int rows) {}

    static Stream<Arguments> formatsAndSeeds() {
        return Stream.of(
                        Arguments.of(114, GB18030),
                        Arguments.of(114, StandardCharsets.UTF_8),
                        Arguments.of(117, GB18030),
                        Arguments.of(118, StandardCharsets.UTF_8))
                .flatMap(f -> IntStream.range(0, 5).mapToObj(seed -> Arguments.of(f.get()[0], f.get()[1], seed)));
    }

    @ParameterizedTest
    @MethodSource("formatsAndSeeds")
    void whatIsWrittenIsRead(int format, Charset charset, int seed) {
        Sample sample = sample(new Random(seed));
        Path file = write(sample, format, charset);
        DtaTable table = DtaTable.read(file);
        assertThat(table.description().format()).isEqualTo("Stata " + format);
        assertThat(table.description().encoding()).isEqualTo(charset.name());
        assertThat(table.description().label()).isEqualTo("canbao simulated 流动人口");
        assertThat(table.description().variables()).isEqualTo(sample.variables);
        sample.cells.forEach(
                (name, cells) -> assertThat(table.column(name)).as(name).isEqualTo(cells));
        assertThat(table.rejects()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formatsAndSeeds")
    void rangesTogetherAreTheWhole(int format, Charset charset, int seed) {
        Sample sample = sample(new Random(seed));
        Path file = write(sample, format, charset);
        int cut = sample.rows / 3;
        Map<String, List<Object>> together = new LinkedHashMap<>();
        try (DtaReader whole = DtaReader.open(file, Optional.empty());
                DtaReader first = whole.range(0, cut);
                DtaReader second = whole.range(cut, sample.rows)) {
            whole.close();
            for (DtaReader part : List.of(first, second)) {
                DtaTable.read(part, 50)
                        .columns()
                        .forEach((name, cells) -> together.computeIfAbsent(name, n -> new ArrayList<>())
                                .addAll(cells));
            }
        }
        assertThat(together).isEqualTo(sample.cells);
    }

    private Path write(Sample sample, int format, Charset charset) {
        Path file = folder.resolve("round.dta");
        DtaWriter.Layout layout = new DtaWriter.Layout(format, charset, "canbao simulated 流动人口", sample.variables);
        try (DtaWriter writer = DtaWriter.create(file, layout, sample.rows)) {
            ColumnBatch batch = new ColumnBatch(sample.variables, 7);
            for (int from = 0; from < sample.rows; from += 7) {
                batch.clear();
                batch.rows(Math.min(7, sample.rows - from));
                for (int j = 0; j < sample.variables.size(); j++) {
                    List<Object> cells =
                            sample.cells.get(sample.variables.get(j).name());
                    for (int i = 0; i < batch.rows(); i++) {
                        put(batch, j, i, cells.get(from + i));
                    }
                }
                writer.write(batch);
            }
        }
        return file;
    }

    private static void put(ColumnBatch batch, int column, int row, Object cell) {
        if (cell instanceof Missing missing) {
            boolean plain = missing.code().equals(".");
            batch.states(column)[row] =
                    plain ? ColumnBatch.MISSING : (byte) missing.code().charAt(1);
        } else if (cell instanceof String text) {
            batch.strings(column)[row] = text;
        } else if (cell instanceof Double number) {
            batch.doubles(column)[row] = number;
        } else {
            batch.longs(column)[row] = (Long) cell;
        }
    }

    private static Sample sample(Random random) {
        List<ValueType> types = List.of(
                ValueType.INT8,
                ValueType.INT16,
                ValueType.INT32,
                ValueType.FLOAT32,
                ValueType.FLOAT64,
                ValueType.STRING,
                ValueType.DATE,
                ValueType.TIMESTAMP);
        int rows = random.nextInt(60);
        List<Variable> variables = new ArrayList<>();
        Map<String, List<Object>> cells = new LinkedHashMap<>();
        for (int j = 0; j < 12; j++) {
            // The first is text, so that there is Chinese in the labels at least, for the encoding to be seen.
            ValueType type = j < types.size() ? types.get(j) : types.get(random.nextInt(types.size()));
            Variable variable = variable("v" + j + "_" + random.nextInt(100), type, random);
            variables.add(variable);
            List<Object> column = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                column.add(cell(type, random));
            }
            cells.put(variable.name(), column);
        }
        return new Sample(variables, cells, rows);
    }

    private static Variable variable(String name, ValueType type, Random random) {
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, String> missing = new LinkedHashMap<>();
        boolean labelled = type == ValueType.INT8 || type == ValueType.INT32;
        for (int k = 0; labelled && k < random.nextInt(5); k++) {
            labels.put(String.valueOf(k * 3 - 2), WORDS[1 + random.nextInt(WORDS.length - 1)]);
            missing.put("." + (char) ('a' + 2 * k), "不知道 " + k);
        }
        String format = switch (type) {
            case STRING -> "%" + (24 + random.nextInt(200)) + "s";
            case DATE -> "%tdCCYY-NN-DD";
            case TIMESTAMP -> "%tc";
            default -> "%12.0g";
        };
        return new Variable(name, type, "标签 of " + name, labels, missing, format);
    }

    private static Object cell(ValueType type, Random random) {
        if (type == ValueType.STRING) {
            return WORDS[random.nextInt(WORDS.length)];
        }
        if (random.nextInt(4) == 0) {
            int ordinal = random.nextInt(27);
            return new Missing(ordinal == 0 ? "." : "." + (char) ('a' + ordinal - 1));
        }
        return switch (type) {
            case INT8 -> (long) random.nextInt(228) - 127;
            case INT16 -> (long) random.nextInt(32740 + 32768) - 32767;
            case INT32 -> (long) (random.nextInt() / 2);
            case FLOAT32 -> (double) (float) random.nextGaussian();
            case FLOAT64 -> random.nextGaussian() * 1e10;
            case DATE -> (long) random.nextInt(60_000) - 30_000;
            default -> (random.nextInt() * 1000L) * 1000L;
        };
    }
}
