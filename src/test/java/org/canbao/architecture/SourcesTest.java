package org.canbao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiler does not check. */
class SourcesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int LONGEST_FILE = 400;

    @Test
    void filesHaveOneJobAndFitIt() {
        assertThat(javaFiles().stream().filter(file -> lines(file).size() > LONGEST_FILE))
                .as("files of more than %d lines; split them", LONGEST_FILE)
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarkedAndDescribed() {
        assertThat(javaFiles().stream().map(Path::getParent).distinct())
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .contains("@NullMarked")
                        .startsWith("/**"));
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(javaFiles().stream()
                        .filter(file ->
                                lines(file).stream().anyMatch(line -> line.matches(".*\\b(TODO|FIXME|XXX)\\b.*"))))
                .as("files with unfinished work")
                .isEmpty();
    }

    private static List<Path> javaFiles() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
