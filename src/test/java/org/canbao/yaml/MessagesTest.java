package org.canbao.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.DiagnosticPrinter;
import org.canbao.diag.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What users see. Each {@code diagnostics/NAME.yaml} has its messages in {@code NAME.txt}; files named {@code spec-…}
 * hold one spec, {@code schema-…} a data schema, {@code checks-…} checks, {@code map-…} a map, {@code scenario-…} a scenario. Run with {@code -Dcanbao.messages=write} to write the messages anew, and read the difference.
 */
class MessagesTest {
    private static final Path FOLDER = Path.of("src/test/resources/diagnostics");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void printsTheMessages(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path expected = FOLDER.resolve(name.replace(".yaml", ".txt"));
        String printed = messages(name, Files.readString(file));
        if ("write".equals(System.getProperty("canbao.messages"))) {
            Files.writeString(expected, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(expected));
    }

    private static String messages(String name, String text) {
        Problems warnings = new Problems();
        CanbaoException thrown = catchThrowableOfType(CanbaoException.class, () -> {
            if (name.startsWith("spec-")) {
                SpecReader.read(text, name);
            } else if (name.startsWith("schema-")) {
                SchemaReader.read(text, name);
            } else if (name.startsWith("checks-")) {
                AuditReader.read(text, name);
            } else if (name.startsWith("map-")) {
                MapReader.read(text, name);
            } else if (name.startsWith("scenario-")) {
                ScenarioReader.read(text, name);
            } else {
                StudyReader.read(text, name, warnings);
            }
        });
        List<Diagnostic> found = thrown == null ? warnings.all() : thrown.diagnostics();
        assertThat(found).isNotEmpty();
        DiagnosticPrinter printer = new DiagnosticPrinter(false);
        return found.stream().map(printer::print).collect(Collectors.joining("\n\n", "", "\n"));
    }
}
