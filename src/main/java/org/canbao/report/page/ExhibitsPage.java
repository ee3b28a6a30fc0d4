package org.canbao.report.page;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.canbao.report.table.HtmlTable;
import org.canbao.report.table.TableModel;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/**
 * A page of figures and tables: self-contained, readable on a telephone, printable.
 *
 * @param title its title
 * @param tables its tables
 * @param figures its figures as SVG, above the tables
 */
public record ExhibitsPage(Text title, List<TableModel> tables, List<String> figures) {
    public ExhibitsPage {
        tables = List.copyOf(tables);
        figures = List.copyOf(figures);
    }

    /** The page in HTML. */
    public String html(Lang lang) {
        return Templates.filled(
                "exhibits",
                Map.of(
                        "lang", lang == Lang.ZH ? "zh-CN" : "en",
                        "title", title.in(lang),
                        "tableStyle", HtmlTable.style(),
                        "figures", inline(),
                        "tables",
                                tables.stream()
                                        .map(t -> HtmlTable.figure(t, lang))
                                        .toList()));
    }

    private List<String> inline() {
        return IntStream.range(0, figures.size())
                .mapToObj(i -> Templates.inline(figures.get(i), "figure-" + i))
                .toList();
    }
}
