package org.canbao.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference of study files names every function that expressions may call. */
class SqlReferenceTest {
    @Test
    void namesEveryFunction() throws IOException {
        String page = Files.readString(Path.of("src/main/resources/org/canbao/schema/REFERENCE.md"))
                .replaceAll("\\s+", " ");
        Set<String> windows = new TreeSet<>(SqlFunctions.ORDERED);
        windows.addAll(SqlFunctions.AGGREGATES);
        windows.remove("count_star"); // what the parser calls count(*)

        assertThat(page).contains("functions: " + quoted(SqlFunctions.SCALAR) + ";");
        assertThat(page).contains("(partition by … order by …)`: " + quoted(windows) + ".");
    }

    private static String quoted(Set<String> names) {
        return new TreeSet<>(names).stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
    }
}
