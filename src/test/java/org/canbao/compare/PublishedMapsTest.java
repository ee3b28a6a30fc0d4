package org.canbao.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.canbao.published.PublishedRow;
import org.canbao.published.PublishedStudy;
import org.canbao.spec.compare.MapSpec;
import org.canbao.yaml.MapReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The maps of the published numbers name every printed table: where it is replicated, or why it is not. */
class PublishedMapsTest {
    static Stream<Path> studies() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("configs/published"))) {
            return folders.filter(f -> Files.isRegularFile(f.resolve(Comparer.MAP))).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void everyPrintedTableIsNamed(Path folder) {
        MapSpec map = MapReader.read(folder.resolve(Comparer.MAP));
        Set<String> named = new LinkedHashSet<>(map.exhibits().keySet());
        named.addAll(map.notCompared().keySet());
        Set<String> printed = PublishedStudy.read(folder).rows().stream()
                .filter(row -> !row.field("value").isEmpty())
                .map(PublishedRow::table)
                .collect(Collectors.toSet());
        assertThat(named).isEqualTo(printed);
    }

    @ParameterizedTest
    @MethodSource("studies")
    void everyPrintedColumnAndPanelHasASpecOrAColumn(Path folder) {
        MapSpec map = MapReader.read(folder.resolve(Comparer.MAP));
        for (PublishedRow row : PublishedStudy.read(folder).rows()) {
            MapSpec.Exhibit exhibit = map.exhibits().get(row.table());
            if (exhibit != null && !row.field("column").isEmpty()) {
                MapSpec.Cells cells = exhibit.of(row.field("panel")).orElseThrow();
                assertThat(cells.columns())
                        .as("%s in %s", row.where(), row.table())
                        .containsKey(row.field("column"));
            }
        }
    }
}
