package org.canbao.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/**
 * A printed exhibit beside its replication.
 *
 * @param name the printed table
 * @param cells its numbers, in the order of the table
 */
public record ComparedExhibit(String name, List<ComparedCell> cells) {
    private static final int MOST_REASONS = 3;

    public ComparedExhibit {
        cells = List.copyOf(cells);
    }

    /** The grade: full if all numbers are inside rounding, minor if all are near, not if none is, else partial. */
    public Grade grade() {
        return Grade.of(cells.stream().map(ComparedExhibit::gradeOf).toList());
    }

    private static Grade gradeOf(ComparedCell cell) {
        return switch (cell.match()) {
            case EXACT -> Grade.FULL;
            case NEAR -> Grade.MINOR;
            case ROUGH, DIFFERENT, MISSING -> Grade.NOT;
        };
    }

    /** How many cells match in each way; those of no cell are left out. */
    public Map<Match, Integer> counts() {
        Map<Match, Integer> counts = new EnumMap<>(Match.class);
        cells.forEach(cell -> counts.merge(cell.match(), 1, Integer::sum));
        return counts;
    }

    /** Why it has its grade. */
    public String reason(Lang lang) {
        List<String> parts = new ArrayList<>();
        boolean chinese = lang == Lang.ZH;
        counts().forEach((match, count) -> parts.add(count + (chinese ? "个" : " ") + match.word(lang)));
        Map<String, Integer> reasons = new LinkedHashMap<>();
        cells.stream()
                .map(cell -> cell.reason(lang))
                .filter(reason -> !reason.isEmpty())
                .forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        List<String> said = new ArrayList<>();
        reasons.entrySet().stream().limit(MOST_REASONS).forEach(e -> said.add(e.getKey()));
        if (reasons.size() > MOST_REASONS) {
            said.add(new Text("and " + (reasons.size() - MOST_REASONS) + " more reasons", "等").in(lang));
        }
        String of = new Text(
                        " of " + cells.size() + (cells.size() == 1 ? " number" : " numbers"),
                        "，共" + cells.size() + "个数字")
                .in(lang);
        String counted = String.join(chinese ? "、" : ", ", parts) + of;
        return said.isEmpty() ? counted : counted + (chinese ? "：" : ": ") + String.join(chinese ? "；" : "; ", said);
    }
}
