package org.canbao.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A command and its yardstick, run in turns so that both see the same moods of the machine.
 *
 * @param command what is measured
 * @param yardstick what it is measured against
 * @param megabytes how much it reads, where a rate is of interest; otherwise 0
 * @param target the most seconds that the median may take; infinite where there is no target
 */
record Comparison(Command command, Command yardstick, double megabytes, double target) {
    static final String HEADER = String.format(
            Locale.ROOT,
            "%-34s %4s %8s %8s %8s %9s  %-30s %8s %6s  %s",
            "what",
            "runs",
            "median",
            "min",
            "max",
            "peak MB",
            "yardstick",
            "median",
            "ratio",
            "target");

    /** Runs both {@code runs} times, after one run each that is not counted. */
    String measure(int runs, Path folder) {
        command.run(folder);
        yardstick.run(folder);
        List<Command.Outcome> ours = new ArrayList<>();
        List<Command.Outcome> theirs = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            ours.add(command.run(folder));
            theirs.add(yardstick.run(folder));
        }
        return row(sortedSeconds(ours), sortedSeconds(theirs), peak(ours));
    }

    private String row(double[] ours, double[] theirs, double peak) {
        double median = median(ours);
        String line = String.format(
                Locale.ROOT,
                "%-34s %4d %8.3f %8.3f %8.3f %9.0f  %-30s %8.3f %6.2f  %s",
                command.name(),
                ours.length,
                median,
                ours[0],
                ours[ours.length - 1],
                peak,
                yardstick.name(),
                median(theirs),
                median / median(theirs),
                verdict(median));
        return megabytes == 0 ? line : line + String.format(Locale.ROOT, "%n%-34s %.0f MB/s", "", megabytes / median);
    }

    private String verdict(double median) {
        return Double.isInfinite(target)
                ? "-"
                : String.format(Locale.ROOT, "%.2f %s", target, median <= target ? "met" : "MISSED");
    }

    private static double[] sortedSeconds(List<Command.Outcome> outcomes) {
        double[] seconds =
                outcomes.stream().mapToDouble(Command.Outcome::seconds).toArray();
        Arrays.sort(seconds);
        return seconds;
    }

    private static double peak(List<Command.Outcome> outcomes) {
        return outcomes.stream()
                .mapToDouble(Command.Outcome::peakMegabytes)
                .max()
                .orElse(0);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
