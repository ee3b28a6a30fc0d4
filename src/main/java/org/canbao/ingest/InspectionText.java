package org.canbao.ingest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.canbao.diag.DisplayWidth;

/** An inspection as text for a terminal: aligned columns; under a variable what does not fit. */
public final class InspectionText {
    private static final int NARROWEST = 80;
    private static final int WIDEST = 120;
    private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");
    private static final MathContext SEVEN_DIGITS = new MathContext(7);
    private static final int NAME = 20;
    private static final int RANGE = 22;
    private static final int CODES_SHOWN = 6;
    private static final String GAP = "  ";
    private static final String INDENT = "    ";
    private static final String LABEL = "label";
    private static final List<String> HEADER = List.of("variable", "type", "missing", "range", "distinct");

    private final int width;

    /** For a terminal of so many columns; 80 to 120 are used. */
    public InspectionText(int columns) {
        this.width = Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    /** The text, with a line break at the end. */
    public String text(Inspection inspection) {
        StringBuilder out = new StringBuilder();
        line(
                out,
                inspection.file() + ": " + inspection.format() + ", " + grouped(inspection.rows()) + " rows, "
                        + inspection.variables().size() + " variables");
        line(out, "encoding: " + inspection.encoding() + " (" + inspection.encodingReason() + ")");
        if (!inspection.label().isEmpty()) {
            line(out, "label: " + inspection.label());
        }
        if (inspection.rejected() > 0) {
            line(out, grouped(inspection.rejected()) + " cells do not fit their column and count as missing");
        }
        out.append('\n');
        table(out, inspection.variables());
        return out.toString();
    }

    private void table(StringBuilder out, List<VariableSummary> summaries) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        summaries.forEach(summary -> rows.add(cells(summary)));
        int[] widths = new int[HEADER.size()];
        for (List<String> row : rows) {
            for (int j = 0; j < widths.length; j++) {
                widths[j] = Math.max(widths[j], DisplayWidth.of(row.get(j)));
            }
        }
        int labelled = width;
        for (int columns : widths) {
            labelled -= columns + GAP.length();
        }
        line(out, joined(rows.get(0), widths) + (labelled < LABEL.length() ? "" : LABEL));
        for (int i = 0; i < summaries.size(); i++) {
            String label = printable(summaries.get(i).variable().label());
            boolean fits = DisplayWidth.of(label) <= labelled;
            line(out, joined(rows.get(i + 1), widths) + (fits ? label : ""));
            if (!fits) {
                line(out, INDENT + label);
            }
            details(out, summaries.get(i));
        }
    }

    private static List<String> cells(VariableSummary summary) {
        return List.of(
                DisplayWidth.cut(printable(summary.variable().name()), NAME),
                summary.variable().type().name().toLowerCase(Locale.ROOT),
                percent(summary.missingShare(), summary.absent()),
                DisplayWidth.cut(range(summary), RANGE),
                summary.distinct().map(InspectionText::grouped).orElse("> " + grouped(Inspection.DISTINCT_CAP)));
    }

    private static String range(VariableSummary summary) {
        return summary.range()
                .map(r -> r.least().equals(r.greatest())
                        ? shortened(r.least())
                        : shortened(r.least()) + " … " + shortened(r.greatest()))
                .or(() -> summary.lengths()
                        .map(l -> l.shortest() == l.longest()
                                ? l.longest() + " characters"
                                : l.shortest() + "–" + l.longest() + " characters"))
                .orElse("no values");
    }

    /** Seven digits are enough to recognise a number with a fraction. */
    private static String shortened(String value) {
        return FRACTION.matcher(value).matches()
                ? new BigDecimal(value).round(SEVEN_DIGITS).toString()
                : value;
    }

    private void details(StringBuilder out, VariableSummary summary) {
        if (!summary.missingByCode().isEmpty()) {
            List<String> items = new ArrayList<>();
            summary.missingByCode().entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(code -> {
                        String meaning = summary.variable().missingCodes().getOrDefault(code.getKey(), "");
                        items.add(code.getKey() + (meaning.isEmpty() ? "" : " " + meaning) + ": "
                                + grouped(code.getValue()));
                    });
            items(out, "missing", items);
        }
        List<String> labels = new ArrayList<>();
        for (Map.Entry<String, String> label : summary.variable().valueLabels().entrySet()) {
            labels.add(label.getKey() + " = " + label.getValue());
        }
        items(out, "labels", labels);
    }

    private void items(StringBuilder out, String what, List<String> items) {
        if (!items.isEmpty()) {
            String shown = String.join(", ", items.subList(0, Math.min(CODES_SHOWN, items.size())));
            String more = items.size() > CODES_SHOWN ? ", … (" + items.size() + " in all)" : "";
            String head = INDENT + what + ": ";
            String body = DisplayWidth.cut(printable(shown), width - head.length() - DisplayWidth.of(more));
            line(out, head + body + more);
        }
    }

    private static String joined(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int j = 0; j < widths.length; j++) {
            line.append(DisplayWidth.padded(row.get(j), widths[j])).append(GAP);
        }
        return line.toString();
    }

    private void line(StringBuilder out, String text) {
        out.append(DisplayWidth.cut(text, width).stripTrailing()).append('\n');
    }

    private static String percent(double share, long cells) {
        return cells == 0 ? "0" : share < 0.0005 ? "<0.1%" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Labels may hold line breaks and worse; a terminal gets blanks instead. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
