package org.canbao.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.canbao.audit.rule.Item;
import org.canbao.diag.DisplayWidth;
import org.canbao.spec.Lang;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An audit as text for a terminal, as CSV and as JSON. */
public final class AuditText {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setHeader("study", "id", "topic", "verdict", "arithmetic")
            .get();
    private static final int WIDTH = 100;
    private static final String INDENT = "    ";

    private AuditText() {}

    /** For a terminal: one finding after the other, its arithmetic below it. */
    public static String text(AuditReport report, Lang lang) {
        StringBuilder out = new StringBuilder();
        report.byStudy().forEach((study, its) -> {
            out.append(out.isEmpty() ? "" : "\n")
                    .append(study)
                    .append(": ")
                    .append(its.counts(lang))
                    .append('\n');
            its.findings().forEach(f -> finding(out, f, lang));
        });
        return out.toString();
    }

    private static void finding(StringBuilder out, Finding finding, Lang lang) {
        out.append('\n')
                .append(DisplayWidth.padded(finding.verdict().word(lang), 12))
                .append(finding.id())
                .append("  ")
                .append(finding.title().in(lang))
                .append('\n');
        int used = WIDTH;
        StringBuilder line = new StringBuilder();
        for (String word : finding.arithmetic().in(lang).split(" ")) {
            if (used + 1 + DisplayWidth.of(word) > WIDTH) {
                flush(out, line);
                line.append(INDENT);
                used = INDENT.length();
            } else {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += DisplayWidth.of(word);
        }
        flush(out, line);
    }

    private static void flush(StringBuilder out, StringBuilder line) {
        if (!line.isEmpty()) {
            out.append(line).append('\n');
            line.setLength(0);
        }
    }

    /** One record per finding. */
    public static String csv(AuditReport report, Lang lang) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, CSV)) {
            for (Finding f : report.findings()) {
                printer.printRecord(
                        f.study(),
                        f.id(),
                        f.title().in(lang),
                        f.verdict().word(),
                        f.arithmetic().in(lang));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder takes everything", e);
        }
        return out.toString();
    }

    /** Everything, number by number. */
    public static String json(AuditReport report) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("passed", report.passed());
        ArrayNode findings = root.putArray("findings");
        for (Finding f : report.findings()) {
            ObjectNode node = findings.addObject();
            node.put("study", f.study());
            node.put("id", f.id());
            node.putObject("title")
                    .put("en", f.title().en())
                    .put("zh", f.title().zh());
            node.put("verdict", f.verdict().word());
            node.put("arithmetic", f.arithmetic().en());
            ArrayNode items = node.putArray("items");
            for (Item item : f.items()) {
                items.addObject()
                        .put("where", item.where())
                        .put("verdict", item.verdict().word())
                        .put("arithmetic", item.arithmetic().en());
            }
        }
        return MAPPER.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }
}
