package org.canbao.sample;

import java.util.ArrayList;
import java.util.List;
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
        ShownLedger shown = ShownLedger.of(ledger);
        for (ShownLedger.Step line : shown.steps()) {
            String dropped =
                    line.step().kind() == Ledger.Kind.FILTER ? line.dropped().text() : "";
            lines.add(List.of(head(line.step(), lang), line.after().text(), dropped, remark(line, english)));
        }
        return aligned(lines) + (shown.hidden() > 0 ? legend(ledger.suppressBelow(), lang) + "\n" : "");
    }

    /** What the signs in the place of hidden counts mean. */
    public static String legend(int below, Lang lang) {
        return lang == Lang.EN
                ? "<" + below + ": from 1 to " + (below - 1) + "; c: suppressed so that these cannot be computed"
                : "<" + below + "：1至" + (below - 1) + "；c：为防止推算而隐去";
    }

    private static String head(Ledger.Step step, Lang lang) {
        String label = step.label().in(lang);
        return switch (step.kind()) {
            case INPUT -> label;
            case JOIN -> (lang == Lang.EN ? "+ " : "+ ") + label;
            case FILTER, CELLS -> label;
        };
    }

    private static String remark(ShownLedger.Step line, boolean english) {
        Ledger.Step step = line.step();
        List<String> remarks = new ArrayList<>();
        if (step.kind() == Ledger.Kind.JOIN) {
            remarks.add(line.missing().text() + (english ? " without a match" : " 行未匹配"));
            remarks.add(line.unused().text() + (english ? " of its rows unused" : " 行未使用"));
        } else if (step.kind() == Ledger.Kind.CELLS) {
            remarks.add(line.missing().text() + (english ? " rows in no cell" : " 行不属于任何单元"));
            remarks.add(line.unused().text() + (english ? " cells without a row" : " 个空单元"));
        } else if (step.missing() > 0) {
            remarks.add(
                    (english ? "of them missing: " : "其中缺失：") + line.missing().text());
        }
        return String.join(", ", remarks);
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
