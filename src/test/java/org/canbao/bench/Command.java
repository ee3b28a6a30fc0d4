package org.canbao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program to be timed.
 *
 * @param name what the table calls it
 * @param words the program and its arguments
 * @param output a folder that it must leave, and that is removed before each run; empty if there is none
 */
record Command(String name, List<String> words, Optional<Path> output) {
    private static final Path TIME = Path.of("/usr/bin/time");

    Command {
        words = List.copyOf(words);
    }

    /** What a program says of the time that its computing alone took, start and output left out. */
    private static final Pattern OWN = Pattern.compile("(?:estimated|absorbed|built|counted) in ([0-9.]+) s");

    /**
     * How one run went.
     *
     * @param seconds how long it took, from its start to its end
     * @param own how long it says that it computed; NaN if it does not say
     * @param peakMegabytes the most memory it held; 0 where {@code /usr/bin/time} is not there to tell
     */
    record Outcome(double seconds, double own, double peakMegabytes) {}

    /**
     * Runs it once.
     *
     * @throws IllegalStateException if it fails, with what it said
     */
    Outcome run(Path folder) {
        try {
            if (output.isPresent()) {
                remove(output.get());
            }
            Path said = folder.resolve("said.txt");
            Path peak = folder.resolve("peak.txt");
            List<String> all = new ArrayList<>();
            if (Files.isExecutable(TIME)) {
                all.addAll(List.of(TIME.toString(), "-f", "%M", "-o", peak.toString()));
            }
            all.addAll(words);
            ProcessBuilder builder = new ProcessBuilder(all)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            long start = System.nanoTime();
            int status = builder.start().waitFor();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (status != 0) {
                throw new IllegalStateException(name + " ended with status " + status + ":\n" + Files.readString(said));
            }
            if (output.filter(Files::notExists).isPresent()) {
                throw new IllegalStateException(name + " left nothing in " + output.get());
            }
            return new Outcome(
                    seconds, own(Files.readString(said) + log()), Files.exists(peak) ? kilobytes(peak) / 1024 : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The log that the output has; empty if there is none. */
    private String log() throws IOException {
        if (output.filter(Files::isDirectory).isEmpty()) {
            return "";
        }
        try (Stream<Path> all = Files.walk(output.get())) {
            StringBuilder text = new StringBuilder();
            for (Path log : all.filter(path -> path.endsWith("run.log")).toList()) {
                text.append(Files.readString(log));
            }
            return text.toString();
        }
    }

    private static double own(String said) {
        Matcher matcher = OWN.matcher(said);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    }

    private static double kilobytes(Path peak) throws IOException {
        return Double.parseDouble(Files.readString(peak).strip());
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
