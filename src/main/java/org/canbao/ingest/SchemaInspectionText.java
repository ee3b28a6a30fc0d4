package org.canbao.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.canbao.data.Variable;
import org.canbao.diag.DisplayWidth;
import org.canbao.ingest.binding.BoundVariable;
import org.canbao.ingest.binding.CodeMap;
import org.canbao.ingest.binding.Means;
import org.canbao.ingest.binding.Sought;

/** How a schema fits a file, as text for a terminal: one line per harmonised variable, its codes below it. */
public final class SchemaInspectionText {
    private static final String GAP = "  ";
    private static final String INDENT = "    ";
    private static final int MISFITS_SHOWN = 10;
    private static final int LINES_SHOWN = 40;
    private static final List<String> HEADER = List.of("variable", "raw", "bound by", "confidence", "type");

    private final SchemaInspection inspection;
    private final StringBuilder out = new StringBuilder();

    private SchemaInspectionText(SchemaInspection inspection) {
        this.inspection = inspection;
    }

    /** The text, with a line break at the end. */
    public static String text(SchemaInspection inspection) {
        return new SchemaInspectionText(inspection).all();
    }

    private String all() {
        List<Sought> sought = inspection.binding().sought();
        Inspection file = inspection.harmonised();
        line(String.format(
                Locale.ROOT,
                "%s: %s, %,d rows; schema %s: %d of %d variables bound",
                file.file(),
                file.format(),
                file.rows(),
                inspection.binding().schema().id(),
                inspection.binding().bound().size()
                        + inspection.binding().given().size(),
                sought.size()));
        line("encoding: " + file.encoding() + " (" + file.encodingReason() + ")");
        out.append('\n');
        table(sought);
        inspection
                .binding()
                .roster()
                .ifPresent(roster ->
                        new RosterInspectionText(roster).lines(inspection).forEach(this::line));
        kept();
        if (!inspection.rules().isEmpty()) {
            out.append('\n').append(RuleText.of(inspection.rules()));
        }
        return out.toString();
    }

    private void table(List<Sought> sought) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        sought.forEach(s -> rows.add(cells(s)));
        int[] widths = new int[HEADER.size()];
        for (List<String> row : rows) {
            for (int j = 0; j < widths.length; j++) {
                widths[j] = Math.max(widths[j], DisplayWidth.of(row.get(j)));
            }
        }
        line(joined(rows.get(0), widths) + "label in the file");
        for (int i = 0; i < sought.size(); i++) {
            List<Variable> found = sought.get(i).found();
            line(joined(rows.get(i + 1), widths)
                    + (found.size() == 1 ? printable(found.get(0).label()) : ""));
            sought.get(i).bound().ifPresent(this::details);
            if (sought.get(i).means() == Means.AMBIGUOUS) {
                found.forEach(v -> line(INDENT + "candidate: " + v.name() + " " + printable(v.label())));
            }
        }
    }

    private static List<String> cells(Sought sought) {
        String raw = switch (sought.means()) {
            case NONE -> sought.wanted().optional() ? "– (optional)" : "–";
            case AMBIGUOUS -> sought.found().size() + " candidates";
            case VALUE -> "= " + sought.wanted().value().orElse("");
            default -> sought.found().get(0).name();
        };
        return List.of(
                sought.wanted().name(),
                raw,
                sought.bound().isEmpty() && !sought.found().isEmpty() && sought.means() != Means.AMBIGUOUS
                        ? "refused (" + sought.means().text() + ")"
                        : sought.means().text(),
                sought.wanted().confidence().text(),
                sought.bound()
                        .map(b -> b.variable().type().name().toLowerCase(Locale.ROOT))
                        .orElse(""));
    }

    private void details(BoundVariable bound) {
        CodeMap codes = bound.codes();
        if (codes.lines().size() > LINES_SHOWN) {
            line(INDENT + codes.lines().size() + " values with a code (--format json lists them)");
        }
        codes.lines().entrySet().stream()
                .limit(codes.lines().size() > LINES_SHOWN ? 0 : LINES_SHOWN)
                .forEach(entry -> {
                    String value = entry.getKey();
                    CodeMap.Line line = entry.getValue();
                    String raw = value + (line.label().isBlank() ? "" : " " + printable(line.label()));
                    String becomes = line.target()
                            .orElseGet(() -> "missing" + (line.meaning().isBlank() ? "" : " (" + line.meaning() + ")"));
                    line(INDENT + raw + " → " + becomes
                            + (line.byLabel() || line.label().isBlank() ? "" : ", by number"));
                });
        summary(bound).ifPresent(this::missing);
        if (!codes.unused().isEmpty()) {
            line(INDENT + "codes that the file does not have: " + String.join(", ", codes.unused()));
        }
        List<SchemaInspection.Misfit> misfits =
                inspection.misfits().getOrDefault(bound.variable().name(), List.of());
        misfits.stream().limit(MISFITS_SHOWN).forEach(this::misfit);
        if (misfits.size() > MISFITS_SHOWN) {
            line(INDENT + "… and " + (misfits.size() - MISFITS_SHOWN) + " values more that do not fit");
        }
    }

    private Optional<VariableSummary> summary(BoundVariable bound) {
        return inspection.harmonised().variables().stream()
                .filter(s -> s.variable().name().equals(bound.variable().name()))
                .findFirst();
    }

    private void missing(VariableSummary summary) {
        Map<String, String> meanings = summary.variable().missingCodes();
        List<String> counts = new ArrayList<>();
        if (inspection.empty(summary) > 0) {
            counts.add("empty in " + cells(inspection.empty(summary)));
        }
        summary.missingByCode().forEach((code, cells) -> {
            String meaning = printable(meanings.getOrDefault(code, ""));
            counts.add(printable(code) + (meaning.isBlank() ? "" : " (" + meaning + ")") + " in " + cells(cells));
        });
        if (!counts.isEmpty()) {
            line(INDENT + "missing: " + String.join(", ", counts));
        }
    }

    private void misfit(SchemaInspection.Misfit misfit) {
        String value = misfit.value().map(v -> "`" + printable(v) + "`").orElse("other values");
        line(INDENT + "does not fit: " + value + " in " + cells(misfit.cells()) + ": " + misfit.reason());
    }

    private static String cells(long count) {
        return String.format(Locale.ROOT, count == 1 ? "%,d cell" : "%,d cells", count);
    }

    private void kept() {
        String kept = inspection.harmonised().variables().stream()
                .skip(inspection.binding().size())
                .map(v -> v.variable().name())
                .collect(Collectors.joining(", "));
        if (!kept.isEmpty()) {
            line("");
            line("kept under their own names: " + kept);
        }
    }

    private static String joined(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int j = 0; j < widths.length; j++) {
            line.append(DisplayWidth.padded(row.get(j), widths[j])).append(GAP);
        }
        return line.toString();
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
