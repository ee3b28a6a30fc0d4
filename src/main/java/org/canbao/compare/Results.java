package org.canbao.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Place;
import org.canbao.files.Unreadable;
import org.canbao.published.PublishedRow;
import org.canbao.published.PublishedTable;
import org.canbao.result.FitJson;
import org.canbao.spec.compare.MapSpec.Part;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** The results in the folder of a study: estimates as JSON, tables as CSV. */
final class Results {
    private static final String JSON = ".json";

    private final Path folder;
    private final Map<String, Optional<JsonNode>> fits = new HashMap<>();
    private final Map<String, Optional<PublishedTable>> tables = new HashMap<>();

    /**
     * The results of a folder.
     *
     * @throws org.canbao.diag.CanbaoException if it is not the folder of a study that has been run
     */
    Results(Path folder) {
        this.folder = folder;
        if (!Files.isDirectory(folder.resolve("results")) && !Files.isDirectory(folder.resolve("tables"))) {
            throw Diagnostic.error(CompareCode.NO_RESULTS, "`" + folder + "` has no results")
                    .at(Place.of(folder.toString()))
                    .hint("run the study first: canbao run " + folder.getFileName())
                    .toException();
        }
    }

    /** A coefficient of a fit. */
    Replicated coefficient(String spec, String name, Part part) {
        Optional<JsonNode> fit = fit(spec);
        if (fit.isEmpty()) {
            return noFit(spec);
        }
        for (JsonNode coefficient : fit.get().path("coefficients")) {
            if (coefficient.path("name").asString("").equals(name)) {
                return estimate(coefficient, spec + " " + name, part);
            }
        }
        for (JsonNode dropped : fit.get().path("dropped_detail")) {
            if (dropped.path("name").asString("").equals(name)) {
                String why = dropped.path("reason").asString("");
                return Replicated.missing(
                        "`" + name + "` was left out of " + spec + ": " + why, spec + "中`" + name + "`被剔除：" + why);
            }
        }
        return Replicated.missing(
                "`" + spec + "` has no coefficient `" + name + "`" + near(name, fit.get()),
                "`" + spec + "`没有系数`" + name + "`");
    }

    /**
     * What stands at a path of a fit's JSON: a number, a list of numbers that is summed, or an estimate. A list has items
     * 0, 1, …, their {@code count}, and the {@code mean} of their estimates.
     */
    Replicated at(String spec, String path, Part part) {
        Optional<JsonNode> fit = fit(spec);
        if (fit.isEmpty()) {
            return noFit(spec);
        }
        JsonNode node = fit.get();
        for (String step : path.split("\\.", -1)) {
            node = node.isArray() ? ofArray(node, step) : node.path(step);
        }
        String source = spec + " " + path;
        if (node.isNumber()) {
            return new Replicated.Value(node.asDouble(), Double.NaN, Double.NaN, source);
        }
        if (node.isArray() && !node.isEmpty() && node.valueStream().allMatch(JsonNode::isNumber)) {
            double sum = node.valueStream().mapToDouble(JsonNode::asDouble).sum();
            return new Replicated.Value(sum, Double.NaN, Double.NaN, source);
        }
        return node.has("estimate")
                ? estimate(node, source, part)
                : Replicated.missing(
                        "the result of `" + spec + "` has nothing at `" + path + "`",
                        "`" + spec + "`的结果中没有`" + path + "`");
    }

    private static JsonNode ofArray(JsonNode array, String part) {
        return switch (part) {
            case "count" -> JsonNodeFactory.instance.numberNode(array.size());
            case "mean" ->
                JsonNodeFactory.instance.numberNode(array.valueStream()
                        .mapToDouble(e -> e.path("estimate").asDouble(Double.NaN))
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN));
            default -> part.matches("\\d{1,6}") ? array.path(Integer.parseInt(part)) : MissingNode.getInstance();
        };
    }

    /** A cell of a table. */
    Replicated cell(String table, String row, String column, Part part) {
        Optional<PublishedTable> found = tables.computeIfAbsent(table, this::readTable);
        if (found.isEmpty()) {
            return Replicated.missing("there is no table `" + table + "`", "没有表`" + table + "`");
        }
        List<PublishedRow> cells = found.get().rows();
        for (PublishedRow cell : cells) {
            boolean here = cell.field("row").equals(row)
                    && (cell.field("column").equals(column)
                            || cell.field("column_label").equals(column));
            if (here && !cell.field("value").isEmpty()) {
                return part == Part.ESTIMATE
                        ? new Replicated.Value(
                                number(cell, "value"),
                                number(cell, "std_error"),
                                number(cell, "p_value"),
                                table + " " + row)
                        : alone(number(cell, key(part)), table + " " + row, part);
            }
        }
        return Replicated.missing(
                "table `" + table + "` has no number in row `" + row + "`, column `" + column + "`",
                "表`" + table + "`第`" + row + "`行、第`" + column + "`列没有数值");
    }

    /** A number of an estimate by itself. */
    private static Replicated alone(double value, String source, Part part) {
        return new Replicated.Value(value, Double.NaN, Double.NaN, source + " " + key(part));
    }

    private static String key(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    private static double number(PublishedRow cell, String column) {
        return cell.field(column).isEmpty() ? Double.NaN : Double.parseDouble(cell.field(column));
    }

    private Replicated noFit(String spec) {
        return Replicated.missing("spec `" + spec + "` has no result" + near(spec, specs()), "`" + spec + "`没有结果");
    }

    private static String near(String name, JsonNode fit) {
        TreeSet<String> names = new TreeSet<>();
        fit.path("coefficients").forEach(c -> names.add(c.path("name").asString("")));
        return near(name, names);
    }

    private static String near(String name, TreeSet<String> names) {
        List<String> near = Nearest.to(name, names);
        return near.isEmpty() ? "" : " (nearest: " + String.join(", ", near) + ")";
    }

    private TreeSet<String> specs() {
        TreeSet<String> names = new TreeSet<>();
        Path results = folder.resolve("results");
        if (Files.isDirectory(results)) {
            try (Stream<Path> files = Files.list(results)) {
                files.map(f -> f.getFileName().toString())
                        .filter(f -> f.endsWith(JSON))
                        .forEach(f -> names.add(f.substring(0, f.length() - JSON.length())));
            } catch (IOException e) {
                throw Unreadable.finding(results, e);
            }
        }
        return names;
    }

    private static Replicated estimate(JsonNode node, String source, Part part) {
        if (part != Part.ESTIMATE) {
            return alone(node.path(key(part)).asDouble(Double.NaN), source, part);
        }
        return new Replicated.Value(
                node.path("estimate").asDouble(Double.NaN),
                node.path("std_error").asDouble(Double.NaN),
                node.path("p_value").asDouble(Double.NaN),
                source);
    }

    private Optional<JsonNode> fit(String spec) {
        return fits.computeIfAbsent(spec, this::readFit);
    }

    private Optional<JsonNode> readFit(String spec) {
        Path file = folder.resolve("results").resolve(spec + JSON);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(FitJson.node(FitJson.read(Files.readString(file))));
        } catch (IOException e) {
            throw Unreadable.finding(file, e);
        } catch (IllegalArgumentException e) {
            throw Diagnostic.error(CompareCode.BROKEN_RESULT, "`" + file + "` is no result: " + e.getMessage())
                    .at(Place.of(file.toString()))
                    .hint("run the study again")
                    .toException();
        }
    }

    private Optional<PublishedTable> readTable(String table) {
        Path file = folder.resolve("tables").resolve(table + ".csv");
        return Files.isRegularFile(file) ? Optional.of(PublishedTable.read(file)) : Optional.empty();
    }
}
