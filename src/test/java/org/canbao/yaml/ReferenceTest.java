package org.canbao.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The reference has every key of the readers. Run with {@code -Dcanbao.schema=write} to write its tables anew, together
 * with the schemas.
 */
class ReferenceTest {
    private static final Path PAGE = Path.of("src/main/resources/org/canbao/schema/REFERENCE.md");

    @Test
    void tablesHaveTheKeysOfTheReaders() throws IOException {
        String page = Files.readString(PAGE);
        String filled = new ReferenceWriter().filled(page);
        if ("write".equals(System.getProperty("canbao.schema"))) {
            Files.writeString(PAGE, filled);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(filled);
    }

    @Test
    void everythingThatHasKeysHasATable() throws IOException {
        assertThat(ReferenceWriter.tables(Files.readString(PAGE)))
                .containsExactlyInAnyOrderElementsOf(new ReferenceWriter().definitions());
    }
}
