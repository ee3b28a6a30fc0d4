package org.canbao.report.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
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
    private static final Mustache PAGE =
            new DefaultMustacheFactory("org/canbao/report/page").compile("exhibits.mustache");

    public ExhibitsPage {
        tables = List.copyOf(tables);
        figures = List.copyOf(figures);
    }

    /** The page in HTML. */
    public String html(Lang lang) {
        StringWriter out = new StringWriter();
        PAGE.execute(
                out,
                Map.of(
                        "lang", lang == Lang.ZH ? "zh-CN" : "en",
                        "title", title.in(lang),
                        "tableStyle", HtmlTable.style(),
                        "figures", figures.stream().map(ExhibitsPage::inline).toList(),
                        "tables",
                                tables.stream()
                                        .map(t -> HtmlTable.figure(t, lang))
                                        .toList()));
        return out.toString();
    }

    /** SVG inside HTML has no XML declaration and no document type. */
    private static String inline(String svg) {
        return svg.substring(Math.max(0, svg.indexOf("<svg")));
    }
}
