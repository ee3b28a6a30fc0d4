package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.canbao.diag.DisplayWidth;

/** Text set where all letters are equally wide, or twice that for East Asian ones. */
final class TextWidth {
    /** Where a line may end: after a space, and between two East Asian letters, not before closing punctuation. */
    private static final Pattern PIECES =
            Pattern.compile("(?<= )|(?<=\\p{IsHan}|[，。；：、）])(?![，。；：、）])(?=\\p{IsHan}|（)");

    private TextWidth() {}

    /** The text in the middle of {@code width} places. */
    static String centred(String text, int width) {
        int free = Math.max(0, width - DisplayWidth.of(text));
        return " ".repeat(free / 2) + text + " ".repeat(free - free / 2);
    }

    /** The text in lines of at most {@code width} places, broken at spaces and between East Asian letters. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : PIECES.split(text)) {
            if (DisplayWidth.of(line.toString()) + DisplayWidth.of(piece.stripTrailing()) > width && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
