package org.canbao.report.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheFactory;
import java.io.StringWriter;

/** The templates of the pages. */
final class Templates {
    private static final MustacheFactory FACTORY = new DefaultMustacheFactory("org/canbao/report/page");

    private Templates() {}

    /** A template with its values. */
    static String filled(String template, Object values) {
        StringWriter out = new StringWriter();
        FACTORY.compile(template + ".mustache").execute(out, values);
        return out.toString();
    }

    /**
     * SVG inside HTML: without XML declaration and document type, and with ids that are its own on a page of several.
     *
     * @param figure what tells it from the others
     */
    static String inline(String svg, String figure) {
        return svg.substring(Math.max(0, svg.indexOf("<svg")))
                .replace(" id=\"", " id=\"" + figure + ":")
                .replace("url(#", "url(#" + figure + ":")
                .replace("href=\"#", "href=\"#" + figure + ":");
    }
}
