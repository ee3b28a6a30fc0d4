package org.canbao.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.canbao.report.table.FitFacts;
import org.canbao.report.table.HtmlTable;
import org.canbao.sample.Ledger;
import org.canbao.sample.LedgerText;
import org.canbao.sample.ShownLedger;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/** What the template of a study's page fills in. */
final class StudyView {
    private final StudyPage page;
    private final Lang lang;

    StudyView(StudyPage page, Lang lang) {
        this.page = page;
        this.lang = lang;
    }

    /** The values, by the names that the template uses. */
    Map<String, Object> values() {
        StudyPage.Head head = page.head();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("lang", lang == Lang.ZH ? "zh-CN" : "en");
        view.put("otherLang", lang == Lang.ZH ? "en" : "zh-CN");
        view.put("otherHref", head.otherLanguage());
        view.put("overview", lang == Lang.ZH ? "../index.zh.html" : "../index.html");
        view.put("title", head.title().in(lang));
        view.put("tableStyle", HtmlTable.style());
        view.put("simulated", head.simulated() ? List.of(PageVocabulary.SIMULATED.in(lang)) : List.of());
        view.put("question", in(head.question()));
        view.put("abstract", in(head.summary()));
        for (PageVocabulary word : PageVocabulary.values()) {
            view.put(
                    "word_" + word.name().toLowerCase(Locale.ROOT),
                    word.pattern().in(lang));
        }
        view.put("glance", glance());
        view.put("ledgers", ledgers());
        view.put("sources", head.sources().stream().map(s -> s.in(lang)).toList());
        view.put("leftOut", page.leftOut());
        view.put("howBuilt", page.howBuilt());
        view.put("shared", some(page.shared()));
        view.put("exhibits", page.exhibits().stream().map(this::exhibit).toList());
        view.put("others", page.others().isEmpty() ? List.of() : List.of(Map.of("specs", specs(page.others()))));
        view.put("comparison", appendix(page.comparison()));
        view.put("audit", appendix(page.audit()));
        view.put("provenance", provenance());
        return view;
    }

    private List<String> in(Optional<Text> text) {
        return text.map(t -> t.in(lang)).stream().toList();
    }

    private static List<String> some(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private List<Map<String, String>> glance() {
        List<Map<String, String>> lines = new ArrayList<>();
        long tables = page.exhibits().stream()
                .filter(StudyPage.Table.class::isInstance)
                .count();
        lines.add(line(PageVocabulary.GLANCE_DATA, page.head().data().words().in(lang), "data"));
        lines.add(line(
                PageVocabulary.GLANCE_SAMPLE,
                PageVocabulary.GLANCE_ROWS.in(
                        lang, count(page.ledgers().values().iterator().next().rows())),
                "data"));
        lines.add(line(
                PageVocabulary.GLANCE_EXHIBITS,
                PageVocabulary.TABLES_AND_FIGURES.in(
                        lang, tables, page.exhibits().size() - tables),
                "exhibits"));
        page.comparison().ifPresent(c -> lines.add(line(PageVocabulary.GRADE, c.inShort(), "comparison")));
        page.audit().ifPresent(a -> lines.add(line(PageVocabulary.FINDINGS, a.inShort(), "audit")));
        return lines;
    }

    private Map<String, String> line(PageVocabulary name, String value, String anchor) {
        return Map.of("name", name.in(lang), "value", value, "anchor", anchor);
    }

    /** Where there are several, each has a heading. */
    private List<Map<String, Object>> ledgers() {
        List<Map<String, Object>> ledgers = new ArrayList<>();
        page.ledgers().forEach((name, ledger) -> {
            PageVocabulary heading = ledgers.isEmpty() ? PageVocabulary.MAIN_SAMPLE : PageVocabulary.OTHER_SAMPLE;
            ledgers.add(ledger(ledger, page.ledgers().size() > 1 ? heading.in(lang, name) : ""));
        });
        return ledgers;
    }

    private Map<String, Object> ledger(Ledger ledger, String heading) {
        ShownLedger shown = ShownLedger.of(ledger);
        return Map.of(
                "heading",
                some(heading),
                "steps",
                shown.steps().stream().map(this::step).toList(),
                "hidden",
                shown.hidden() > 0 ? List.of(LedgerText.legend(ledger.suppressBelow(), lang)) : List.of());
    }

    private Map<String, Object> step(ShownLedger.Step line) {
        Ledger.Step step = line.step();
        String label = step.label().in(lang);
        String words = switch (step.kind()) {
            case JOIN -> PageVocabulary.JOINED.in(lang, label, line.missing().text());
            case CELLS ->
                PageVocabulary.COUNTED.in(
                        lang, label, line.missing().text(), line.unused().text());
            case INPUT, FILTER -> label;
        };
        return Map.of(
                "label", words, "dropped", dropped(line), "rows", line.after().text());
    }

    private String dropped(ShownLedger.Step line) {
        Ledger.Step step = line.step();
        if (step.kind() != Ledger.Kind.FILTER) {
            return "";
        }
        String rows = line.dropped().text();
        return step.missing() > 0
                ? PageVocabulary.MISSING.in(lang, rows, line.missing().text())
                : rows;
    }

    private Map<String, Object> exhibit(StudyPage.Exhibit exhibit) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("anchor", (exhibit instanceof StudyPage.Table ? "table:" : "figure:") + exhibit.id());
        view.put("title", exhibit.title().in(lang));
        view.put(
                "tables",
                exhibit instanceof StudyPage.Table table ? List.of(HtmlTable.figure(table.model(), lang)) : List.of());
        view.put(
                "figures",
                exhibit instanceof StudyPage.Figure figure
                        ? List.of(Templates.inline(figure.svg(), figure.id()))
                        : List.of());
        view.put("links", exhibit.files().stream().map(StudyView::link).toList());
        view.put("yaml", exhibit.yaml());
        view.put("specs", specs(exhibit.specs()));
        return view;
    }

    private static Map<String, String> link(String file) {
        return Map.of("href", file, "name", file.substring(file.lastIndexOf('.') + 1));
    }

    private List<Map<String, Object>> specs(List<SpecText> specs) {
        return specs.stream()
                .map(spec -> Map.<String, Object>of(
                        "yaml",
                        spec.yaml(),
                        "errors",
                        spec.errors().in(lang),
                        "result",
                        "results/" + spec.id() + ".json",
                        "facts",
                        facts(spec.facts())))
                .toList();
    }

    private List<Map<String, String>> facts(List<FitFacts.Fact> facts) {
        return facts.stream()
                .map(f -> Map.of("name", f.label().in(lang), "value", f.value().in(lang)))
                .toList();
    }

    private List<Map<String, Object>> appendix(Optional<Appendix> appendix) {
        return appendix
                .map(a -> Map.<String, Object>of(
                        "warnings", a.warning().stream().toList(),
                        "lead", a.lead(),
                        "shown",
                                a.shown().stream()
                                        .map(s -> GradedView.section(s, lang))
                                        .toList(),
                        "folded",
                                a.folded().stream()
                                        .map(s -> GradedView.section(s, lang))
                                        .toList()))
                .stream()
                .toList();
    }

    private Map<String, Object> provenance() {
        Provenance provenance = page.provenance();
        return Map.of(
                "facts",
                facts(provenance.facts()),
                "commands",
                String.join("\n", provenance.commands()),
                "files",
                provenance.files());
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
