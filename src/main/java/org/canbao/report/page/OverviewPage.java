package org.canbao.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/**
 * All studies of an output folder on one page: one row each.
 *
 * @param rows the studies, in the order in which they are shown
 */
public record OverviewPage(List<Row> rows) {
    public OverviewPage {
        rows = List.copyOf(rows);
    }

    /**
     * A study.
     *
     * @param id the study
     * @param title its title
     * @param href its page in the language of this page
     * @param data what it was made from
     * @param observations rows of its sample
     * @param tables how many tables it has
     * @param figures how many figures
     * @param grade how it compares with print, in words; empty if nothing is compared
     * @param mark how that is marked
     * @param findings what the audit of print found, in words; empty if nothing is printed
     */
    public record Row(
            String id,
            Text title,
            String href,
            DataKind data,
            long observations,
            int tables,
            int figures,
            Optional<Text> grade,
            GradedPage.Mark mark,
            Optional<Text> findings) {}

    /**
     * The page in HTML.
     *
     * @param otherLanguage the file of the same page in the other language
     */
    public String html(Lang lang, String otherLanguage) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("lang", lang == Lang.ZH ? "zh-CN" : "en");
        view.put("otherLang", lang == Lang.ZH ? "en" : "zh-CN");
        view.put("otherHref", otherLanguage);
        for (PageVocabulary word : PageVocabulary.values()) {
            view.put(
                    "word_" + word.name().toLowerCase(Locale.ROOT),
                    word.pattern().in(lang));
        }
        boolean anySimulated = rows.stream().anyMatch(row -> row.data() == DataKind.SIMULATED);
        view.put("simulated", anySimulated ? List.of(PageVocabulary.CALIBRATED.in(lang)) : List.of());
        view.put("rows", rows.stream().map(row -> view(row, lang)).toList());
        return Templates.filled("overview", view);
    }

    private static Map<String, Object> view(Row row, Lang lang) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", row.id());
        view.put("title", row.title().in(lang));
        view.put("href", row.href());
        view.put("data", row.data().words().in(lang));
        view.put("rows", String.format(Locale.ROOT, "%,d", row.observations()));
        view.put("exhibits", PageVocabulary.TABLES_AND_FIGURES.in(lang, row.tables(), row.figures()));
        view.put(
                "grade",
                row.grade().orElseGet(() -> PageVocabulary.NOT_GRADED.text()).in(lang));
        view.put("mark", row.mark().name().toLowerCase(Locale.ROOT));
        view.put("findings", row.findings().map(f -> f.in(lang)).orElse("–"));
        return view;
    }
}
