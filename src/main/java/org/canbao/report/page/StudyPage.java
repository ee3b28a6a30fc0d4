package org.canbao.report.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.report.table.HtmlTable;
import org.canbao.report.table.TableModel;
import org.canbao.privacy.ShownCount;
import org.canbao.sample.Ledger;
import org.canbao.sample.LedgerText;
import org.canbao.sample.ShownLedger;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/**
 * A study as one self-contained page that can be read on a telephone and printed: sample, exhibits, provenance.
 *
 * @param title the title of the study
 * @param simulated whether any input was simulated
 * @param ledger how the sample came about
 * @param exhibits tables and figures, in the order of the study
 * @param provenance what the page was made from: name and value, in order
 */
public record StudyPage(
        Text title, boolean simulated, Ledger ledger, List<Exhibit> exhibits, Map<String, String> provenance) {
    private static final Mustache PAGE = new DefaultMustacheFactory("org/canbao/report/page").compile("study.mustache");

    public StudyPage {
        exhibits = List.copyOf(exhibits);
        provenance = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    /** Something to show, and its files by path relative to the page. */
    public sealed interface Exhibit {
        /** Its files. */
        List<String> files();
    }

    /** A table. */
    public record Table(TableModel model, List<String> files) implements Exhibit {
        public Table {
            files = List.copyOf(files);
        }
    }

    /** A figure: its SVG and, for those who cannot see it, its title. */
    public record Figure(Text title, String svg, List<String> files) implements Exhibit {
        public Figure {
            files = List.copyOf(files);
        }
    }

    /** The page in HTML. */
    public String html(Lang lang) {
        Words words = new Words(lang);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("lang", lang == Lang.ZH ? "zh-CN" : "en");
        view.put("title", title.in(lang));
        view.put("simulated", simulated ? List.of(words.simulated()) : List.of());
        view.put("tableStyle", HtmlTable.style());
        view.put("sampleHeading", words.sample());
        view.put("provenanceHeading", words.provenance());
        view.put("columns", words.ledgerColumns());
        ShownLedger shownLedger = ShownLedger.of(ledger);
        view.put(
                "steps",
                shownLedger.steps().stream().map(s -> step(s, lang, words)).toList());
        view.put(
                "hidden",
                shownLedger.hidden() > 0 ? List.of(LedgerText.legend(ledger.suppressBelow(), lang)) : List.of());
        List<Map<String, Object>> shown = new ArrayList<>();
        exhibits.forEach(e -> shown.add(exhibit(e, lang)));
        view.put("exhibits", shown);
        view.put(
                "provenance",
                provenance.entrySet().stream()
                        .map(e -> Map.of("name", e.getKey(), "value", e.getValue()))
                        .toList());
        StringWriter out = new StringWriter();
        PAGE.execute(out, view);
        return out.toString();
    }

    private static Map<String, Object> step(ShownLedger.Step line, Lang lang, Words words) {
        Ledger.Step step = line.step();
        String dropped = step.kind() != Ledger.Kind.FILTER
                ? ""
                : line.dropped().text() + (step.missing() > 0 ? words.missing(line.missing()) : "");
        String label = step.label().in(lang);
        return Map.of(
                "label",
                switch (step.kind()) {
                    case JOIN -> words.joined(label, line);
                    case CELLS -> words.counted(label, line);
                    case INPUT, FILTER -> label;
                },
                "dropped",
                dropped,
                "rows",
                line.after().text());
    }

    private static Map<String, Object> exhibit(Exhibit exhibit, Lang lang) {
        String body;
        if (exhibit instanceof Table table) {
            body = HtmlTable.figure(table.model(), lang);
        } else {
            body = inline(((Figure) exhibit).svg());
        }
        List<Map<String, String>> links = exhibit.files().stream()
                .map(f -> Map.of("href", f, "name", f.substring(f.lastIndexOf('.') + 1)))
                .toList();
        return Map.of("body", body, "figure", exhibit instanceof Figure, "links", links);
    }

    /** SVG inside HTML has no XML declaration and no document type. */
    private static String inline(String svg) {
        return svg.substring(Math.max(0, svg.indexOf("<svg")));
    }

    /** The fixed words of the page. */
    private record Words(Lang lang) {
        String simulated() {
            return choose("Simulated data: these numbers are not findings.", "模拟数据：页面中的数字不是研究发现。");
        }

        String sample() {
            return choose("Sample", "样本");
        }

        String provenance() {
            return choose("Provenance", "数据与程序来源");
        }

        List<String> ledgerColumns() {
            return lang == Lang.ZH ? List.of("步骤", "剔除", "剩余") : List.of("Step", "Dropped", "Rows");
        }

        String joined(String input, ShownLedger.Step step) {
            return choose(
                    "Joined with " + input + " (" + step.missing().text() + " rows without a match)",
                    "合并" + input + "（" + step.missing().text() + "行未匹配）");
        }

        String counted(String cells, ShownLedger.Step step) {
            return choose(
                    "Counted in " + cells + " (" + step.missing().text() + " rows in no cell, " + step.unused().text()
                            + " cells empty)",
                    "汇总为" + cells + "（" + step.missing().text() + "行不属于任何单元，" + step.unused().text() + "个空单元）");
        }

        String missing(ShownCount rows) {
            return choose(" (" + rows.text() + " missing)", "（其中缺失" + rows.text() + "行）");
        }

        private String choose(String en, String zh) {
            return lang == Lang.ZH ? zh : en;
        }
    }
}
