package org.canbao.report;

import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/** Fixed words of the exhibits in both languages, in which {@code {0}}, {@code {1}} … stand for what is put there. */
public interface Words {
    /** The words as they are, places included. */
    Text pattern();

    /** The words in one language, with each {@code {i}} replaced by the i-th argument's text in that language. */
    default String in(Lang lang, Object... arguments) {
        String filled = pattern().in(lang);
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = filled.indexOf('{'); open >= 0; open = filled.indexOf('{', at)) {
            Object argument = arguments[filled.charAt(open + 1) - '0'];
            out.append(filled, at, open);
            out.append(argument instanceof Text both ? both.in(lang) : String.valueOf(argument));
            at = open + "{0}".length();
        }
        return out.append(filled, at, filled.length()).toString();
    }

    /** The words in both languages. */
    default Text text(Object... arguments) {
        return new Text(in(Lang.EN, arguments), in(Lang.ZH, arguments));
    }
}
