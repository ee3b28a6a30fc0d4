package org.canbao.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Place;
import org.canbao.published.PublishedRow;
import org.canbao.published.PublishedStudy;
import org.canbao.spec.Text;
import org.canbao.spec.compare.MapSpec;
import org.canbao.yaml.MapReader;

/** Joins every printed number of a study to its replication by table, panel, column and row. */
public final class Comparer {
    /** The file beside the printed numbers that says where each is replicated. */
    public static final String MAP = "map.yaml";

    private static final Text NOT_MAPPED = new Text("The map does not name it", "映射文件未列出");

    private final MapSpec map;
    private final Results results;

    private Comparer(MapSpec map, Results results) {
        this.map = map;
        this.results = results;
    }

    /**
     * Compares.
     *
     * @param study the id of the study
     * @param title its title
     * @param published the folder with its printed numbers and their map
     * @param folder its output folder
     * @param simulated whether its data were simulated
     * @throws CanbaoException if there is no map, no result, or if the map names tables that are not printed
     */
    public static Comparison compare(String study, Text title, Path published, Path folder, boolean simulated) {
        Path file = published.resolve(MAP);
        if (!Files.isRegularFile(file)) {
            throw Diagnostic.error(CompareCode.NO_MAP, "`" + published + "` has no " + MAP)
                    .at(Place.of(published.toString()))
                    .hint("it says which spec replicates which printed column; see configs/published/README.md")
                    .toException();
        }
        MapSpec map = MapReader.read(file);
        PublishedStudy printed = PublishedStudy.read(published);
        Map<String, List<PublishedRow>> tables = numbers(printed);
        requireKnown(map, tables.keySet(), file);
        return new Comparer(map, new Results(folder)).compare(study, title, tables, simulated);
    }

    private Comparison compare(String study, Text title, Map<String, List<PublishedRow>> tables, boolean simulated) {
        List<ComparedExhibit> exhibits = new ArrayList<>();
        Map<String, Text> notCompared = new LinkedHashMap<>();
        tables.forEach((table, rows) -> {
            MapSpec.Exhibit exhibit = map.exhibits().get(table);
            if (exhibit == null) {
                notCompared.put(table, map.notCompared().getOrDefault(table, NOT_MAPPED));
            } else {
                exhibits.add(new ComparedExhibit(
                        table,
                        rows.stream()
                                .map(row -> new ComparedCell(row, replicated(exhibit, row)))
                                .toList()));
            }
        });
        return new Comparison(study, title, simulated, exhibits, notCompared);
    }

    /** The printed numbers by table, sorted by table; rows without a number are left out. */
    private static Map<String, List<PublishedRow>> numbers(PublishedStudy printed) {
        Map<String, List<PublishedRow>> tables = new LinkedHashMap<>();
        for (PublishedRow row : printed.rows()) {
            boolean number = row.field("value").matches("[-+]?[0-9.,]+");
            if (number) {
                tables.computeIfAbsent(row.table(), t -> new ArrayList<>()).add(row);
            }
        }
        return tables;
    }

    private Replicated replicated(MapSpec.Exhibit exhibit, PublishedRow row) {
        Optional<MapSpec.Cells> cells = exhibit.of(row.field("panel"));
        if (cells.isEmpty()) {
            return Replicated.missing(
                    "the map has no panel `" + row.field("panel") + "`", "映射文件未列出分组`" + row.field("panel") + "`");
        }
        Replicated found = found(cells.get(), row);
        boolean scaled = !row.statistic().equals("n") && !row.statistic().startsWith("r2");
        return found instanceof Replicated.Value value && scaled
                ? value.times(cells.get().scale())
                : found;
    }

    private Replicated found(MapSpec.Cells cells, PublishedRow row) {
        Optional<MapSpec.Target> target = Optional.ofNullable(cells.rows().get(row.field("row")));
        Optional<Text> none = target.flatMap(MapSpec.Target::none);
        if (none.isPresent()) {
            return new Replicated.Missing(none.get());
        }
        Optional<MapSpec.Pick> pick = Optional.ofNullable(cells.statistics().get(row.statistic()));
        String printed = row.field("column");
        Optional<String> column = target.flatMap(MapSpec.Target::spec)
                .or(() -> pick.map(p -> p.columns().get(printed)))
                .or(() -> Optional.ofNullable(cells.columns().get(printed)));
        if (column.isEmpty()) {
            return Replicated.missing("the map has no column `" + printed + "`", "映射文件未列出列`" + printed + "`");
        }
        String name = target.flatMap(MapSpec.Target::name).orElse(row.field("row"));
        MapSpec.Part part = target.flatMap(MapSpec.Target::part)
                .or(() -> pick.flatMap(MapSpec.Pick::part))
                .orElse(MapSpec.Part.ESTIMATE);
        if (cells.table().isPresent()) {
            return results.cell(cells.table().get(), name, column.get(), part);
        }
        Optional<String> at = target.flatMap(MapSpec.Target::at);
        if (at.isPresent()) {
            return results.at(column.get(), at.get(), part);
        }
        boolean coefficient = row.statistic().equals("coefficient") || target.isPresent() || pick.isPresent();
        return coefficient
                ? results.coefficient(column.get(), name, part)
                : results.at(column.get(), row.statistic(), part);
    }

    private static void requireKnown(MapSpec map, Set<String> printed, Path file) {
        Set<String> named = new LinkedHashSet<>(map.exhibits().keySet());
        named.addAll(map.notCompared().keySet());
        List<Diagnostic> unknown = new ArrayList<>();
        for (String table : named) {
            if (!printed.contains(table)) {
                unknown.add(Diagnostic.error(
                                CompareCode.UNKNOWN_TABLE,
                                "the map names `" + table + "`, of which no number is printed")
                        .at(Place.of(file.toString()))
                        .nearest(Nearest.to(table, printed))
                        .hint("printed: " + String.join(", ", printed)));
            }
        }
        if (!unknown.isEmpty()) {
            throw new CanbaoException(unknown);
        }
    }
}
