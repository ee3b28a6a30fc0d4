package org.canbao.cli;

import org.canbao.report.table.FitCsv;
import org.canbao.report.table.FitLatex;
import org.canbao.report.table.FitMarkdown;
import org.canbao.report.table.FitText;
import org.canbao.report.table.TableContext;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.spec.Lang;

/** How {@code canbao estimate} prints a fit. */
enum FitFormat {
    /** For a terminal. */
    TEXT,
    /** Everything, for programs. */
    JSON,
    /** One line per number. */
    CSV,
    /** Markdown. */
    MD,
    /** LaTeX. */
    TEX;

    String render(Fit fit, TableContext context, Lang lang) {
        return switch (this) {
            case TEXT -> FitText.render(fit, context, lang);
            case JSON -> FitJson.write(fit);
            case CSV -> FitCsv.render(fit);
            case MD -> FitMarkdown.render(fit, context, lang);
            case TEX -> FitLatex.render(fit, context, lang);
        };
    }
}
