package org.canbao.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.canbao.diag.DisplayWidth;
import org.canbao.spec.Lang;

/** The ledger as aligned text for a terminal. */
public final class LedgerText {
    private LedgerText() {}

    /** One line per step, with a line of heads, each ending in a line break. */
    public static String print(Ledger ledger, Lang lang) {
        boolean english = lang == Lang.EN;
        List<List<String>> lines = new ArrayList<>();
        lines.add(english ? List.of("step", "rows", "dropped", "") : List.of("步骤", "行数", "剔除", ""));
        for (Ledger.Step step : ledger.steps()) {
            String dropped = step.kind() == Ledger.Kind.FILTER ? number(step.dropped()) : "";
            lines.add(List.of(head(step, lang), number(step.after()), dropped, remark(step, english)));
        }
        return aligned(lines);
    }

    private static String head(Ledger.Step step, Lang lang) {
        String label = step.label().in(lang);
        return switch (step.kind()) {
            case INPUT -> label;
            case JOIN -> (lang == Lang.EN ? "+ " : "+ ") + label;
            case FILTER, CELLS -> label;
        };
    }

    private static String remark(Ledger.Step step, boolean english) {
        List<String> remarks = new ArrayList<>();
        if (step.kind() == Ledger.Kind.JOIN) {
            remarks.add(number(step.missing()) + (english ? " without a match" : " 行未匹配"));
            remarks.add(number(step.unused()) + (english ? " of its rows unused" : " 行未使用"));
        } else if (step.kind() == Ledger.Kind.CELLS) {
            remarks.add(number(step.missing()) + (english ? " rows in no cell" : " 行不属于任何单元"));
            remarks.add(number(step.unused()) + (english ? " cells without a row" : " 个空单元"));
        } else if (step.missing() > 0) {
            remarks.add((english ? "of them missing: " : "其中缺失：") + number(step.missing()));
        }
        return String.join(", ", remarks);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String aligned(List<List<String>> lines) {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], DisplayWidth.of(line.get(c)));
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                String blanks = " ".repeat(widths[c] - DisplayWidth.of(line.get(c)));
                boolean right = c == 1 || c == 2;
                row.append(c == 0 ? "" : "  ").append(right ? blanks + line.get(c) : line.get(c) + blanks);
            }
            out.append(row.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }
}
