package org.canbao.report;

import java.util.Locale;
import java.util.function.IntPredicate;
import org.canbao.spec.Lang;

/**
 * Composes the label of a term from the labels of the variables in it, in one pass over its text: names become labels,
 * {@code :} becomes ×, {@code ::} becomes =, powers become superscripts, functions get their usual names.
 */
final class TermText {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final StudyLabels labels;
    private final Lang lang;

    TermText(StudyLabels labels, Lang lang) {
        this.labels = labels;
        this.lang = lang;
    }

    String compose(String term) {
        if (term.equals("intercept")) {
            return Vocabulary.INTERCEPT.in(lang);
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < term.length()) {
            at = step(term, at, out);
        }
        return out.toString();
    }

    /** Writes what stands at {@code at} and returns where the next piece begins. */
    private int step(String term, int at, StringBuilder out) {
        char c = term.charAt(at);
        if (Character.isUnicodeIdentifierStart(c) || c == '_') {
            return name(term, at, out);
        } else if (Character.isDigit(c)) {
            int end = end(term, at, Character::isLetterOrDigit);
            out.append(term, at, end);
            return end;
        } else if (c == '^') {
            return power(term, at, out);
        } else if (c == ':') {
            out.append(" × ");
        } else if (c == '*') {
            out.append('×');
        } else {
            out.append(c);
        }
        return at + 1;
    }

    private int name(String term, int at, StringBuilder out) {
        int end = end(term, at, Character::isUnicodeIdentifierPart);
        String name = term.substring(at, end);
        if (term.startsWith("::", end)) {
            int levelEnd = term.indexOf(':', end + 2);
            String level = term.substring(end + 2, levelEnd < 0 ? term.length() : levelEnd);
            out.append(labelOf(name)).append(" = ").append(labels.ofValue(name, level, lang));
            return levelEnd < 0 ? term.length() : levelEnd;
        }
        boolean call = end < term.length() && term.charAt(end) == '(';
        out.append(call ? function(name) : labelOf(name));
        return end;
    }

    private int power(String term, int at, StringBuilder out) {
        int end = end(term, at + 1, Character::isDigit);
        boolean whole = end > at + 1 && (end == term.length() || term.charAt(end) != '.');
        if (!whole) {
            out.append('^');
            return at + 1;
        }
        term.substring(at + 1, end).chars().forEach(digit -> out.append(SUPERSCRIPTS.charAt(digit - '0')));
        return end;
    }

    private String labelOf(String name) {
        return labels.own(name, lang).orElse(name);
    }

    private String function(String name) {
        if (lang == Lang.ZH) {
            return name.equals("log") ? "ln" : name;
        }
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static int end(String text, int from, IntPredicate belongs) {
        int end = from;
        while (end < text.length() && belongs.test(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
