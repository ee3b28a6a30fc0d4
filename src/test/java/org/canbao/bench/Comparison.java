package org.canbao.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A command and its yardstick, run in turns so that both see the same moods of the machine.
 *
 * @param command what is measured
 * @param yardstick what it is measured against
 * @param megabytes how much it reads, where a rate is of interest; otherwise 0
 * @param target the most seconds that it may take
 */
record Comparison(Command command, Command yardstick, double megabytes, Target target) {
    static final String HEADER = String.format(
            Locale.ROOT,
            "%-43s %4s %8s %8s %8s %8s %9s  %-30s %8s %8s %6s  %s",
            "what",
            "runs",
            "median",
            "min",
            "max",
            "own",
            "peak MB",
            "yardstick",
            "median",
            "own",
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
        return row(ours, theirs);
    }

    private String row(List<Command.Outcome> ours, List<Command.Outcome> theirs) {
        double[] seconds = sorted(ours, Command.Outcome::seconds);
        double median = median(seconds);
        double own = median(sorted(ours, Command.Outcome::own));
        double yardstickSeconds = median(sorted(theirs, Command.Outcome::seconds));
        double yardstickOwn = median(sorted(theirs, Command.Outcome::own));
        String line = String.format(
                Locale.ROOT,
                "%-43s %4d %8.3f %8.3f %8.3f %8s %9.0f  %-30s %8.3f %8s %6.2f  %s",
                command.name(),
                seconds.length,
                median,
                seconds[0],
                seconds[seconds.length - 1],
                text(own),
                peak(ours),
                yardstick.name(),
                yardstickSeconds,
                text(yardstickOwn),
                median / yardstickSeconds,
                target.verdict(median, own, yardstickSeconds, yardstickOwn));
        return megabytes == 0 ? line : line + String.format(Locale.ROOT, "%n%-43s %.0f MB/s", "", megabytes / median);
    }

    private static String text(double own) {
        return Double.isNaN(own) ? "-" : String.format(Locale.ROOT, "%.3f", own);
    }

    private static double[] sorted(List<Command.Outcome> outcomes, ToDoubleFunction<Command.Outcome> part) {
        return outcomes.stream().mapToDouble(part).sorted().toArray();
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
