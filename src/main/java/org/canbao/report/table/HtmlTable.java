package org.canbao.report.table;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheFactory;
import java.io.StringWriter;
import java.util.Map;
import org.canbao.spec.Lang;

/**
 * A table in HTML: three rules, decimal points under each other, headers marked for screen readers. Each part between
 * rules is a {@code tbody}.
 */
public final class HtmlTable {
    private static final MustacheFactory TEMPLATES = new DefaultMustacheFactory("org/canbao/report/table");
    private static final Mustache STYLE = TEMPLATES.compile("style.mustache");
    private static final Mustache TABLE = TEMPLATES.compile("table.mustache");
    private static final Mustache PAGE = TEMPLATES.compile("page.mustache");

    private HtmlTable() {}

    /** The table with its style: a fragment that can stand in any page. */
    public static String render(TableModel model, Lang lang) {
        return style() + figure(model, lang);
    }

    /** The table as a page of its own. */
    public static String page(TableModel model, Lang lang) {
        return filled(PAGE, HtmlView.of(model, lang));
    }

    /** The table without its style, for pages with several: they contain {@link #style()} once. */
    public static String figure(TableModel model, Lang lang) {
        return filled(TABLE, HtmlView.of(model, lang));
    }

    /** The style of all tables. */
    public static String style() {
        return filled(STYLE, Map.of());
    }

    private static String filled(Mustache template, Object view) {
        StringWriter out = new StringWriter();
        template.execute(out, view);
        return out.toString();
    }
}
