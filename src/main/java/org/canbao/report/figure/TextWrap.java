package org.canbao.report.figure;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Breaks a text into lines: at spaces, between Chinese characters but not before their closing marks. */
final class TextWrap {
    private TextWrap() {}

    /**
     * The lines, each no wider than {@code most} unless a single word is wider, which then breaks anywhere.
     *
     * @param width of a text, in the unit of {@code most}
     */
    static List<String> wrap(String text, ToDoubleFunction<String> width, double most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words(text)) {
            if (!line.isEmpty() && width.applyAsDouble((line + word).stripTrailing()) > most) {
                lines.add(line.stripTrailing());
                line = "";
            }
            line += word;
            while (width.applyAsDouble(line.stripTrailing()) > most && line.codePointCount(0, line.length()) > 1) {
                int fits = fitting(line, width, most);
                lines.add(line.substring(0, fits));
                line = line.substring(fits);
            }
        }
        if (!line.isBlank()) {
            lines.add(line.stripTrailing());
        }
        return lines;
    }

    private static List<String> words(String text) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            words.add(text.substring(from, to));
            from = to;
        }
        return words;
    }

    /** How many characters fit, at least one. */
    private static int fitting(String line, ToDoubleFunction<String> width, double most) {
        int fits = line.offsetByCodePoints(0, 1);
        for (int end = fits; end < line.length() && width.applyAsDouble(line.substring(0, end)) <= most; ) {
            fits = end;
            end = line.offsetByCodePoints(end, 1);
        }
        return fits;
    }
}
