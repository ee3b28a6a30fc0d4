package org.canbao.data;

/**
 * A text in English and in Chinese. If only one is known, both are that one.
 *
 * @param en in English
 * @param zh in Chinese
 */
public record Bilingual(String en, String zh) {
    /** The same in both languages. */
    public static Bilingual of(String text) {
        return new Bilingual(text, text);
    }
}
