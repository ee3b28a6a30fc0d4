package org.canbao.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.canbao.diag.DisplayWidth;
import org.canbao.run.StudySummary;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code canbao replicate} prints at its end.
 *
 * @param studies what became of each study
 * @param out the folder of all outputs
 * @param store the store
 * @param simulated whether simulated extracts stood in for the store
 */
record ReplicationSummary(List<Replicated> studies, Path out, Path store, boolean simulated) {
    private static final String PAGE = "index.html";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    ReplicationSummary {
        studies = List.copyOf(studies);
    }

    /** The exit status; what could not run for want of data counts only if it was asked for. */
    int status(boolean askedFor) {
        int status = ExitStatus.DONE;
        for (Replicated study : studies) {
            if (study instanceof Replicated.Failed failed) {
                status = Math.max(status, failed.status());
            } else if (askedFor && study instanceof Replicated.Skipped) {
                status = Math.max(status, ExitStatus.INPUT_ERROR);
            }
        }
        return status;
    }

    /** For people, in the language of the command line: a line per study, and below what went wrong. */
    String text() {
        List<List<String>> lines = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (Replicated study : studies) {
            if (study instanceof Replicated.Done done) {
                lines.add(line(done));
            } else if (study instanceof Replicated.Failed failed) {
                lines.add(List.of(failed.study(), "-", "FAILED", "-", "-", "-"));
                remarks.add("failed: " + failed.study() + " (" + failed.error() + ")");
            } else if (study instanceof Replicated.Skipped skipped) {
                remarks.add("not run: " + skipped.study() + " (the store has no "
                        + String.join(", ", skipped.missing())
                        + "; `canbao ingest` puts it there, --input gives a file)");
            }
        }
        if (lines.isEmpty()) {
            remarks.add(0, "No study has its inputs in the store `" + store + "`.");
        } else {
            lines.add(0, List.of("study", "exhibits", "compared with print", "audit of print", "seconds", "page"));
        }
        if (studies.stream().anyMatch(Replicated.Done.class::isInstance)) {
            remarks.add("All studies: " + out.resolve(PAGE));
        }
        return aligned(lines) + String.join("\n", remarks) + "\n";
    }

    private List<String> line(Replicated.Done done) {
        StudySummary summary = done.summary();
        return List.of(
                summary.study() + (summary.simulated() ? " (simulated)" : ""),
                String.valueOf(summary.tables() + summary.figures()),
                summary.comparison().map(c -> c.words().en()).orElse("-"),
                summary.audit().map(a -> a.words().en()).orElse("-"),
                done.made() ? String.format(Locale.ROOT, "%.1f", done.seconds()) : "up to date",
                page(summary).toString());
    }

    private Path page(StudySummary summary) {
        return out.resolve(summary.study()).resolve(PAGE);
    }

    /** Numbers to the right, words to the left, nothing after the last column. */
    private static String aligned(List<List<String>> lines) {
        StringBuilder out = new StringBuilder();
        for (List<String> line : lines) {
            for (int j = 0; j < line.size(); j++) {
                int column = j;
                int width = lines.stream()
                        .mapToInt(l -> DisplayWidth.of(l.get(column)))
                        .max()
                        .orElse(0);
                boolean number = lines.get(0).get(j).equals("exhibits")
                        || lines.get(0).get(j).equals("seconds");
                out.append(j == 0 ? "" : "  ");
                out.append(
                        number
                                ? DisplayWidth.right(line.get(j), width)
                                : j == line.size() - 1 ? line.get(j) : DisplayWidth.padded(line.get(j), width));
            }
            out.append('\n');
        }
        return out.toString();
    }

    /** For programs. */
    String json() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("simulated", simulated);
        root.put("page", out.resolve(PAGE).toString());
        ArrayNode nodes = root.putArray("studies");
        studies.forEach(study -> node(nodes.addObject(), study));
        return MAPPER.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    private void node(ObjectNode node, Replicated study) {
        node.put("study", study.study());
        if (study instanceof Replicated.Done done) {
            node.put("status", done.made() ? "done" : "up to date");
            node.put("seconds", Math.round(done.seconds() * 10) / 10.0);
            node.put("page", page(done.summary()).toString());
            node.set("summary", MAPPER.valueToTree(done.summary()));
        } else if (study instanceof Replicated.Failed failed) {
            node.put("status", "failed");
            node.put("error", failed.error());
        } else if (study instanceof Replicated.Skipped skipped) {
            node.put("status", "not run");
            ArrayNode missing = node.putArray("missing");
            skipped.missing().forEach(missing::add);
        }
    }
}
