package org.canbao.ingest.dta;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.simulate.dta.DtaWriter;

/**
 * How fast .dta files are decoded, in MB of file per second, with one and two readers. Not a test: run {@code main}
 * with the file to make (or to use, if it is there).
 */
public final class DtaThroughput {
    private static final int ROWS = 170_000;
    private static final int COLUMNS = 301;
    private static final int BATCH = 2048;
    private static final int REPEATS = 5;

    private DtaThroughput() {}

    /** Makes the file and measures. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        if (!Files.exists(file)) {
            generate(file);
        }
        System.out.printf(Locale.ROOT, "file: %.1f MB, %d rows, %d columns%n", Files.size(file) / 1e6, ROWS, COLUMNS);
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            for (int threads = 1; threads <= 2; threads++) {
                measure(file, threads);
            }
        }
        System.out.printf(Locale.ROOT, "peak heap: %.1f MB%n", peakHeap() / 1e6);
    }

    private static void measure(Path file, int threads) throws Exception {
        long start = System.nanoTime();
        long opened;
        try (DtaReader reader = DtaReader.open(file, Optional.empty())) {
            opened = System.nanoTime();
            List<Thread> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                long from = (long) ROWS * t / threads;
                long to = (long) ROWS * (t + 1) / threads;
                running.add(new Thread(() -> decode(reader, from, to)));
            }
            running.forEach(Thread::start);
            for (Thread thread : running) {
                thread.join();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d threads: %.2f s (opened in %.3f s), %.0f MB/s%n",
                threads,
                seconds,
                (opened - start) / 1e9,
                fileMegabytes(file) / seconds);
    }

    private static void decode(DtaReader reader, long from, long to) {
        try (DtaReader part = reader.range(from, to)) {
            ColumnBatch batch = new ColumnBatch(part.description().variables(), BATCH);
            long rows = 0;
            while (part.next(batch, (row, column, value, reason) -> {
                throw new AssertionError(row + " " + column + " " + value + " " + reason);
            })) {
                rows += batch.rows();
            }
            if (rows != to - from) {
                throw new AssertionError(rows);
            }
        }
    }

    private static double fileMegabytes(Path file) {
        try {
            return Files.size(file) / 1e6;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(u -> u.getUsed())
                .sum();
    }

    private static void generate(Path file) {
        List<Variable> variables =
                IntStream.range(0, COLUMNS).mapToObj(DtaThroughput::variable).toList();
        DtaWriter.Layout layout =
                new DtaWriter.Layout(114, Charset.forName("GB18030"), "canbao simulated: throughput", variables);
        try (DtaWriter writer = DtaWriter.create(file, layout, ROWS)) {
            ColumnBatch batch = new ColumnBatch(variables, BATCH);
            for (int from = 0; from < ROWS; from += BATCH) {
                batch.clear();
                batch.rows(Math.min(BATCH, ROWS - from));
                for (int j = 0; j < COLUMNS; j++) {
                    fill(batch, j, from);
                }
                writer.write(batch);
            }
        }
    }

    /** Five texts of 20 bytes; otherwise bytes, ints, longs, floats and doubles in turn, with labels. */
    private static Variable variable(int j) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (j % 60 == 7) {
            return new Variable("t" + j, ValueType.STRING, "地名", labels, Map.of(), "%20s");
        }
        ValueType[] types = {
            ValueType.INT8,
            ValueType.DATE,
            ValueType.FLOAT64,
            ValueType.INT16,
            ValueType.FLOAT32,
            ValueType.FLOAT64,
            ValueType.FLOAT64,
            ValueType.INT32,
            ValueType.FLOAT64,
            ValueType.INT8
        };
        ValueType type =
                j % 50 == 1 ? ValueType.DATE : types[j % 10] == ValueType.DATE ? ValueType.FLOAT64 : types[j % 10];
        if (type == ValueType.INT8) {
            for (int k = 1; k <= 9; k++) {
                labels.put(String.valueOf(k), "第" + k + "类");
            }
        }
        return new Variable("v" + j, type, "变量 " + j, labels, Map.of(), "");
    }

    private static void fill(ColumnBatch batch, int column, int from) {
        ValueType type = batch.variables().get(column).type();
        for (int i = 0; i < batch.rows(); i++) {
            int number = (from + i) * 31 + column;
            batch.states(column)[i] = number % 11 == 0 ? ColumnBatch.MISSING : ColumnBatch.PRESENT;
            if (type == ValueType.STRING) {
                batch.strings(column)[i] = "第" + number % 3000 + "号市辖区";
            } else if (type.isIntegral()) {
                batch.longs(column)[i] = number % 100;
            } else {
                batch.doubles(column)[i] = number * 0.5;
            }
        }
    }
}
