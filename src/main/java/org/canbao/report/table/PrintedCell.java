package org.canbao.report.table;

import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.spec.Lang;

/**
 * A cell as text.
 *
 * @param text the number or the words, without stars
 * @param stars the stars, mostly none
 * @param decimal whether it is a number to be aligned at its decimal point
 */
record PrintedCell(String text, String stars, boolean decimal) {
    private static final PrintedCell BLANK = new PrintedCell("", "", false);

    /** A cell in a language; of an estimate, its first line. */
    static PrintedCell of(Cell cell, Lang lang) {
        if (cell instanceof Cell.Estimate e) {
            return new PrintedCell(Numbers.shown(e.estimate(), decimals(e)), e.stars(), true);
        } else if (cell instanceof Cell.Interval i) {
            return new PrintedCell(Numbers.shown(i.estimate(), decimals(i)), i.stars(), true);
        } else if (cell instanceof Cell.Number n) {
            return new PrintedCell(number(n), "", true);
        } else if (cell instanceof Cell.Count c) {
            return word(Numbers.grouped(c.value()));
        } else if (cell instanceof Cell.Hidden h) {
            return word(h.sign());
        } else if (cell instanceof Cell.Flag f) {
            return word((f.value() ? Vocabulary.YES : Vocabulary.NO).in(lang));
        } else if (cell instanceof Cell.Words w) {
            return word(w.text().in(lang));
        } else if (cell instanceof Cell.Omitted) {
            return word(Vocabulary.OMITTED.in(lang));
        } else if (cell instanceof Cell.Reference) {
            return word("0");
        }
        return BLANK;
    }

    /** The second line of a cell: the standard error of an estimate in parentheses, or its interval in brackets. */
    static PrintedCell beneath(Cell cell) {
        if (cell instanceof Cell.Estimate e) {
            String error = Double.isFinite(e.stdError()) ? Numbers.shown(e.stdError(), decimals(e)) : ".";
            return new PrintedCell("(" + error + ")", "", true);
        } else if (cell instanceof Cell.Interval i) {
            int digits = decimals(i);
            return word("[" + Numbers.shown(i.low(), digits) + ", " + Numbers.shown(i.high(), digits) + "]");
        }
        return BLANK;
    }

    /** Text and stars together. */
    String whole() {
        return text + stars;
    }

    private static int decimals(Cell.Estimate e) {
        return Numbers.decimals(e.digits(), e.estimate(), e.stdError());
    }

    private static int decimals(Cell.Interval i) {
        return Numbers.decimals(i.digits(), i.estimate());
    }

    private static String number(Cell.Number n) {
        return n.exactDigits()
                ? Numbers.fixed(n.value(), n.digits())
                : Numbers.shown(n.value(), Numbers.decimals(n.digits(), n.value()));
    }

    private static PrintedCell word(String text) {
        return new PrintedCell(text, "", false);
    }
}
