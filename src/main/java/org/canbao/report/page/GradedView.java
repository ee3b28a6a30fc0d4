package org.canbao.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.canbao.spec.Lang;

/** What the templates fill in for sections of judged rows. */
final class GradedView {
    private GradedView() {}

    /** A section, by the names that the templates use. */
    static Map<String, Object> section(GradedPage.Section section, Lang lang) {
        List<String> headers = section.headers().stream().map(h -> h.in(lang)).toList();
        return Map.of(
                "heading", section.heading(),
                "lead", section.lead(),
                "headers", headers,
                "rows", section.rows().stream().map(r -> row(r, headers)).toList());
    }

    private static Map<String, Object> row(GradedPage.Row row, List<String> headers) {
        List<Map<String, String>> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            cells.add(Map.of("header", headers.get(i), "text", row.cells().get(i)));
        }
        return Map.of("mark", row.mark().name().toLowerCase(Locale.ROOT), "cells", cells);
    }
}
