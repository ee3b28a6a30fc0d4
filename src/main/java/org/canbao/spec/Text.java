package org.canbao.spec;

/** A text in both languages of the exhibits. If the user gave one language only, both are that one. */
public record Text(String en, String zh) {
    /** The same in both languages. */
    public static Text of(String text) {
        return new Text(text, text);
    }

    /** The text in one language. */
    public String in(Lang lang) {
        return lang == Lang.ZH ? zh : en;
    }
}
