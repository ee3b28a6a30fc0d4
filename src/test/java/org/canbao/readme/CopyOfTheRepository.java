package org.canbao.readme;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.simulate.dta.DtaWriter;

/**
 * A folder in which commands run as in a clone: studies and scripts are there, {@code scripts/canbao} runs the classes
 * under test, and {@code castle.dta} is a panel of the shape of the published one with made-up values.
 */
final class CopyOfTheRepository {
    private static final List<String> COLUMNS = List.of(
            "sid",
            "year",
            "effyear",
            "post",
            "popwt",
            "homicide",
            "burglary",
            "robbery",
            "larceny",
            "unemployrt",
            "poverty");

    private final Path folder;

    CopyOfTheRepository(Path folder) throws IOException {
        this.folder = folder;
        copy(Path.of("configs"));
        copy(Path.of("data-schemas"));
        copy(Path.of("scripts"));
        Path launcher = folder.resolve("scripts/canbao");
        Files.writeString(
                launcher, """
                #!/bin/sh
                exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' org.canbao.cli.Main "$@"
                """.formatted(Path.of(System.getProperty("java.home"), "bin", "java"), classPath()));
        castle(folder.resolve("castle.dta"));
    }

    /**
     * Runs lines of a shell.
     *
     * @return what they printed, messages included
     * @throws AssertionError if they fail
     */
    String run(String lines) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", lines)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("CANBAO_"));
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new AssertionError(lines + "ended with " + status + ":\n" + printed);
        }
        return printed;
    }

    Path resolve(String file) {
        return folder.resolve(file);
    }

    private void copy(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Absolute, since the commands run elsewhere. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    /** Twelve states, of which every third never has the law. */
    private static void castle(Path file) {
        List<Variable> variables = COLUMNS.stream()
                .map(name -> Variable.of(name, ValueType.FLOAT64))
                .toList();
        ColumnBatch batch = new ColumnBatch(variables, 12 * 11);
        int row = 0;
        for (int state = 1; state <= 12; state++) {
            for (int year = 2000; year <= 2010; year++) {
                int law = 2004 + state % 3 * 2;
                boolean never = state % 3 == 0;
                for (int j = 0; j < variables.size(); j++) {
                    batch.doubles(j)[row] = 1000 + (state * 31 + year * 17 + j * 7) % 101;
                }
                batch.doubles(0)[row] = state;
                batch.doubles(1)[row] = year;
                batch.doubles(2)[row] = law;
                batch.states(2)[row] = never ? ColumnBatch.MISSING : ColumnBatch.PRESENT;
                batch.doubles(3)[row] = !never && year >= law ? 1 : 0;
                row++;
            }
        }
        batch.rows(row);
        DtaWriter.Layout layout = new DtaWriter.Layout(118, StandardCharsets.UTF_8, "", variables);
        try (DtaWriter writer = DtaWriter.create(file, layout, row)) {
            writer.write(batch);
        }
    }
}
