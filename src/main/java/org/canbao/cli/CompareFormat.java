package org.canbao.cli;

import org.canbao.compare.ComparePage;
import org.canbao.compare.CompareText;
import org.canbao.compare.Comparison;
import org.canbao.spec.Lang;

/** How {@code canbao compare} prints a comparison. */
enum CompareFormat {
    /** Grades and reasons, for a terminal. */
    TEXT,
    /** Everything, for programs. */
    JSON,
    /** One record per printed number. */
    CSV,
    /** Markdown. */
    MD,
    /** A page of its own. */
    HTML;

    String render(Comparison comparison, Lang lang) {
        return switch (this) {
            case TEXT -> CompareText.text(comparison, lang);
            case JSON -> CompareText.json(comparison);
            case CSV -> CompareText.csv(comparison);
            case MD -> ComparePage.markdown(comparison, lang);
            case HTML -> ComparePage.html(comparison, lang);
        };
    }
}
