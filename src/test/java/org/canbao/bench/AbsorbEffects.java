package org.canbao.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.canbao.math.Absorber;
import org.canbao.math.CounterRandom;
import org.canbao.math.GroupIndex;
import org.canbao.math.Parallel;

/**
 * Times the absorption of workers, years and firms out of two columns that are in memory, as the benchmarks of other
 * software do: {@link WorkerFirms} says which graphs. Arguments: rows, {@code easy} or {@code hard}, runs. Ends with the
 * median without the first run, in which the virtual machine still compiles.
 */
public final class AbsorbEffects {
    private static final int THREADS = 2;

    private AbsorbEffects() {}

    public static void main(String[] args) {
        int rows = Integer.parseInt(args[0]);
        boolean hard = args[1].equals("hard");
        int[][] codes = codes(rows, hard);
        double[][] columns = {normal(rows, "x"), normal(rows, "y")};
        double[] seconds = new double[Integer.parseInt(args[2])];
        for (int run = 0; run < seconds.length; run++) {
            long wall = System.nanoTime();
            long cpu = cpu();
            double[] ones = new double[rows];
            Arrays.fill(ones, 1);
            Absorber absorber = Absorber.of(
                    List.of(
                            new Absorber.Effect(GroupIndex.of(codes[0]), true, List.of()),
                            new Absorber.Effect(GroupIndex.of(codes[1]), true, List.of()),
                            new Absorber.Effect(GroupIndex.of(codes[2]), true, List.of())),
                    ones,
                    THREADS);
            long prepared = System.nanoTime();
            Parallel.forEach(columns.length, THREADS, c -> absorber.residual(columns[c]));
            seconds[run] = (System.nanoTime() - wall) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%,d rows, %s: %.2f s (%.2f to prepare), process cpu %.2f s; %s, %d iterations, residual %.1e%n",
                    rows,
                    args[1],
                    seconds[run],
                    (prepared - wall) / 1e9,
                    (cpu() - cpu) / 1e9,
                    absorber.solver(),
                    absorber.iterations(),
                    absorber.achieved());
        }
        double[] warm = Arrays.stream(seconds).skip(1).sorted().toArray();
        System.out.printf(Locale.ROOT, "absorbed in %.3f s%n", warm[warm.length / 2]);
    }

    private static int[][] codes(int rows, boolean hard) {
        int firms = Math.max(1, rows / 10 / 23);
        CounterRandom random = new CounterRandom(1, "firms", 0);
        int[][] codes = new int[3][rows];
        for (int i = 0; i < rows; i++) {
            codes[0][i] = i / 10;
            codes[1][i] = i % 10;
            codes[2][i] = hard ? i % firms : random.nextInt(firms);
        }
        return codes;
    }

    private static double[] normal(int rows, String stream) {
        CounterRandom random = new CounterRandom(1, stream, 0);
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
        }
        return values;
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
