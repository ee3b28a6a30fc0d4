package org.canbao.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.canbao.diag.DisplayWidth;
import org.canbao.spec.Lang;

/** The attrition ledger as an aligned table for a terminal. */
public final class LedgerText {
    private static final String GAP = "  ";

    private LedgerText() {}

    /** The table, with a line break at its end. */
    public static String print(Ledger ledger, Lang lang) {
        List<String[]> rows = new ArrayList<>();
        boolean zh = lang == Lang.ZH;
        rows.add(
                zh
                        ? new String[] {"样本筛选", "剔除", "其中缺失", "剩余"}
                        : new String[] {"Sample", "dropped", "of these missing", "rows"});
        for (Ledger.Step step : ledger.steps()) {
            rows.add(row(step, lang));
        }
        int[] widths = new int[4];
        for (String[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                widths[j] = Math.max(widths[j], DisplayWidth.of(row[j]));
            }
        }
        StringBuilder out = new StringBuilder();
        for (String[] row : rows) {
            out.append(DisplayWidth.padded(row[0], widths[0]));
            for (int j = 1; j < row.length; j++) {
                out.append(GAP).append(DisplayWidth.right(row[j], widths[j]));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String[] row(Ledger.Step step, Lang lang) {
        String label = step.label().in(lang);
        return switch (step.kind()) {
            case INPUT -> new String[] {label, "", "", count(step.after())};
            case JOIN -> new String[] {join(step, lang), "", "", count(step.after())};
            case FILTER -> new String[] {
                "- " + label, count(step.dropped()), step.missing() == 0 ? "" : count(step.missing()), count(step.after())
            };
        };
    }

    private static String join(Ledger.Step step, Lang lang) {
        String matched = count(step.before() - step.missing());
        return lang == Lang.ZH
                ? String.format(
                        "+ %s：匹配%s行，未匹配%s行，未用%s行", step.label().zh(), matched, count(step.missing()), count(step.unused()))
                : String.format(
                        "+ %s: %s rows matched, %s not, %s of it unused",
                        step.label().en(), matched, count(step.missing()), count(step.unused()));
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
