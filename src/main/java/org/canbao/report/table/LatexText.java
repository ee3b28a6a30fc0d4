package org.canbao.report.table;

import java.util.Map;

/** Text as LaTeX prints it literally, with pdfLaTeX, XeLaTeX and LuaLaTeX. */
final class LatexText {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Map<Character, String> SPECIAL = Map.ofEntries(
            Map.entry('\\', "\\textbackslash{}"),
            Map.entry('{', "\\{"),
            Map.entry('}', "\\}"),
            Map.entry('$', "\\$"),
            Map.entry('&', "\\&"),
            Map.entry('#', "\\#"),
            Map.entry('%', "\\%"),
            Map.entry('_', "\\_"),
            Map.entry('^', "\\textasciicircum{}"),
            Map.entry('~', "\\textasciitilde{}"),
            Map.entry('<', "\\textless{}"),
            Map.entry('>', "\\textgreater{}"),
            Map.entry('|', "\\textbar{}"),
            Map.entry('×', "$\\times$"),
            Map.entry('−', "$-$"),
            Map.entry('∞', "$\\infty$"),
            Map.entry('≤', "$\\leq$"),
            Map.entry('≥', "$\\geq$"),
            Map.entry('–', "--"),
            Map.entry('—', "---"),
            Map.entry('\n', " "),
            Map.entry('\r', " "),
            Map.entry('\t', " "));

    private LatexText() {}

    /** The text with everything escaped that LaTeX would read as a command. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        char before = ' ';
        for (char c : text.toCharArray()) {
            int power = SUPERSCRIPTS.indexOf(c);
            if (power >= 0) {
                out.append("$^{").append(power).append("}$");
            } else if (c == '-' && before == '-') {
                out.append("{}-"); // two hyphens would become a dash
            } else {
                out.append(SPECIAL.getOrDefault(c, String.valueOf(c)));
            }
            before = c;
        }
        return out.toString();
    }

    /** The escaped text where a line break or an item comes before: there, a bracket or a star would be its option. */
    static String opening(String text) {
        String escaped = escaped(text);
        return escaped.startsWith("*") || escaped.startsWith("[") ? "{}" + escaped : escaped;
    }

    /** A printed number with minus signs. */
    static String number(String text) {
        return text.replace("-", "$-$");
    }
}
