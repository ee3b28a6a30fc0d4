package org.canbao.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.canbao.diag.DisplayWidth;
import org.canbao.report.Numbers;
import org.canbao.spec.Lang;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A comparison as text for a terminal, as CSV and as JSON. */
public final class CompareText {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setHeader(
                    "study",
                    "table",
                    "column",
                    "panel",
                    "row",
                    "statistic",
                    "printed",
                    "printed_std_error",
                    "printed_stars",
                    "replicated",
                    "replicated_std_error",
                    "replicated_stars",
                    "difference",
                    "in_printed_se",
                    "same_sign",
                    "same_stars",
                    "inside_rounding",
                    "match",
                    "source",
                    "reason",
                    "exhibit_grade",
                    "simulated")
            .get();
    private static final int GRADE_WIDTH = 18;

    private CompareText() {}

    /** For a terminal: the grade of the study and of each exhibit, with the reason. */
    public static String text(Comparison comparison, Lang lang) {
        StringBuilder out = new StringBuilder();
        out.append(comparison.study())
                .append(": ")
                .append(comparison.grade().word(lang))
                .append(", ")
                .append(comparison.reproduced())
                .append(" / ")
                .append(comparison.numbers())
                .append('\n');
        if (comparison.simulated()) {
            out.append(Comparison.CALIBRATION.in(lang)).append('\n');
        }
        out.append('\n');
        int width = Stream.concat(
                        comparison.exhibits().stream().map(ComparedExhibit::name),
                        comparison.notCompared().keySet().stream())
                .mapToInt(DisplayWidth::of)
                .max()
                .orElse(0);
        for (ComparedExhibit exhibit : comparison.exhibits()) {
            out.append(DisplayWidth.padded(exhibit.name(), width)).append("  ");
            out.append(DisplayWidth.padded(exhibit.grade().word(lang), GRADE_WIDTH));
            out.append(exhibit.reason(lang)).append('\n');
        }
        comparison
                .notCompared()
                .forEach((table, why) -> out.append(DisplayWidth.padded(table, width))
                        .append("  ")
                        .append(DisplayWidth.padded("-", GRADE_WIDTH))
                        .append(why.in(lang))
                        .append('\n'));
        comparison
                .unmatched()
                .forEach((exhibit, cells) -> cells.forEach(cell -> out.append("without a replication: ")
                        .append(exhibit)
                        .append(", ")
                        .append(cell.row().where())
                        .append(" (")
                        .append(cell.reason(lang))
                        .append(")\n")));
        return out.toString();
    }

    /** One record per printed number. */
    public static String csv(Comparison comparison) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, CSV)) {
            for (ComparedExhibit exhibit : comparison.exhibits()) {
                for (ComparedCell cell : exhibit.cells()) {
                    print(printer, comparison, exhibit, cell);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder takes everything", e);
        }
        return out.toString();
    }

    private static void print(CSVPrinter printer, Comparison comparison, ComparedExhibit exhibit, ComparedCell cell)
            throws IOException {
        printer.printRecord(
                comparison.study(),
                exhibit.name(),
                cell.row().field("column"),
                cell.row().field("panel"),
                cell.row().field("row"),
                cell.row().statistic(),
                cell.printed().text(),
                cell.printedError().map(e -> e.text()).orElse(""),
                cell.row().field("stars"),
                cell.value().map(v -> Numbers.exact(v.value())).orElse(""),
                cell.value().map(v -> Numbers.exact(v.stdError())).orElse(""),
                cell.value().map(ComparedCell::stars).orElse(""),
                Numbers.exact(cell.difference()),
                Numbers.exact(cell.inErrors()),
                cell.value().isPresent() ? cell.sameSign() : "",
                cell.value().isPresent() ? cell.sameStars() : "",
                cell.value().isPresent() ? cell.insideRounding() : "",
                cell.match().word(Lang.EN),
                cell.value().map(Replicated.Value::source).orElse(""),
                cell.reason(Lang.EN),
                exhibit.grade().word(Lang.EN),
                comparison.simulated());
    }

    /** Everything. */
    public static String json(Comparison comparison) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("study", comparison.study());
        root.put("grade", comparison.grade().word(Lang.EN));
        root.put("passed", comparison.passed());
        root.put("simulated", comparison.simulated());
        root.put("numbers", comparison.numbers());
        root.put("reproduced", comparison.reproduced());
        ArrayNode exhibits = root.putArray("exhibits");
        for (ComparedExhibit exhibit : comparison.exhibits()) {
            ObjectNode node = exhibits.addObject();
            node.put("table", exhibit.name());
            node.put("grade", exhibit.grade().word(Lang.EN));
            node.put("reason", exhibit.reason(Lang.EN));
            ArrayNode cells = node.putArray("cells");
            exhibit.cells().forEach(cell -> cell(cells.addObject(), cell));
        }
        ObjectNode notCompared = root.putObject("not_compared");
        comparison.notCompared().forEach((table, why) -> notCompared.put(table, why.en()));
        return MAPPER.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    private static void cell(ObjectNode node, ComparedCell cell) {
        node.put("column", cell.row().field("column"));
        node.put("panel", cell.row().field("panel"));
        node.put("row", cell.row().field("row"));
        node.put("statistic", cell.row().statistic());
        node.put("printed", cell.printed().text());
        cell.printedError().ifPresent(e -> node.put("printed_std_error", e.text()));
        node.put("printed_stars", cell.row().field("stars"));
        cell.value().ifPresent(v -> {
            number(node, "replicated", v.value());
            number(node, "replicated_std_error", v.stdError());
            node.put("replicated_stars", ComparedCell.stars(v));
            number(node, "difference", cell.difference());
            number(node, "in_printed_se", cell.inErrors());
            node.put("same_sign", cell.sameSign());
            node.put("same_stars", cell.sameStars());
            node.put("inside_rounding", cell.insideRounding());
            node.put("source", v.source());
        });
        node.put("match", cell.match().word(Lang.EN));
        if (cell.value().isEmpty()) {
            node.put("reason", cell.reason(Lang.EN));
        }
    }

    private static void number(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }
}
