package org.canbao.cli;

import org.canbao.audit.AuditPage;
import org.canbao.audit.AuditReport;
import org.canbao.audit.AuditText;
import org.canbao.spec.Lang;

/** How {@code canbao audit} prints its findings. */
enum AuditFormat {
    /** For a terminal. */
    TEXT,
    /** Everything, for programs. */
    JSON,
    /** One record per finding. */
    CSV,
    /** Markdown. */
    MD,
    /** A page of its own. */
    HTML;

    String render(AuditReport report, Lang lang) {
        return switch (this) {
            case TEXT -> AuditText.text(report, lang);
            case JSON -> AuditText.json(report);
            case CSV -> AuditText.csv(report, lang);
            case MD -> AuditPage.markdown(report, lang);
            case HTML -> AuditPage.html(report, lang);
        };
    }
}
