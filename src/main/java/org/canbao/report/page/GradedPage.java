package org.canbao.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.report.table.MarkdownTable;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/**
 * A page of judged rows, for audits and comparisons: self-contained, readable on a telephone, printable.
 *
 * @param title its title
 * @param warning what a reader must know first, if anything
 * @param leads what stands above everything else
 * @param sections its sections
 */
public record GradedPage(Text title, Optional<Text> warning, List<Text> leads, List<Section> sections) {
    public GradedPage {
        leads = List.copyOf(leads);
        sections = List.copyOf(sections);
    }

    /** How a row is marked. */
    public enum Mark {
        /** As it should be. */
        GOOD,
        /** Nearly. */
        FAIR,
        /** Not as it should be. */
        BAD,
        /** Undecided. */
        OPEN
    }

    /**
     * Rows under a heading.
     *
     * @param heading the heading
     * @param lead a line under it
     * @param headers the headers of the columns
     * @param rows the rows
     */
    public record Section(String heading, String lead, List<Text> headers, List<Row> rows) {
        public Section {
            headers = List.copyOf(headers);
            rows = List.copyOf(rows);
        }
    }

    /** A row: its mark and its cells. */
    public record Row(Mark mark, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** The page in HTML. */
    public String html(Lang lang) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("lang", lang == Lang.ZH ? "zh-CN" : "en");
        view.put("title", title.in(lang));
        view.put("warnings", warning.stream().map(w -> w.in(lang)).toList());
        view.put("leads", leads.stream().map(l -> l.in(lang)).toList());
        view.put(
                "sections",
                sections.stream().map(s -> GradedView.section(s, lang)).toList());
        return Templates.filled("graded", view);
    }

    /** The page in Markdown. */
    public String markdown(Lang lang) {
        StringBuilder out =
                new StringBuilder("# ").append(escaped(title.in(lang))).append('\n');
        warning.ifPresent(w -> out.append("\n**").append(escaped(w.in(lang))).append("**\n"));
        leads.forEach(l -> out.append('\n').append(escaped(l.in(lang))).append('\n'));
        for (Section section : sections) {
            out.append("\n## ").append(escaped(section.heading())).append('\n');
            if (!section.lead().isEmpty()) {
                out.append('\n').append(escaped(section.lead())).append('\n');
            }
            out.append('\n')
                    .append(line(section.headers().stream().map(h -> h.in(lang)).toList()));
            out.append("|").append(" --- |".repeat(section.headers().size())).append('\n');
            section.rows().forEach(row -> out.append(line(row.cells())));
        }
        return out.toString();
    }

    private static String line(List<String> cells) {
        StringBuilder line = new StringBuilder("|");
        cells.forEach(cell -> line.append(' ').append(escaped(cell)).append(" |"));
        return line.append('\n').toString();
    }

    private static String escaped(String text) {
        return MarkdownTable.escaped(text);
    }
}
