package org.canbao.report.table;

import java.util.Locale;
import org.canbao.spec.Text;

/** Labels inside sentences. */
public final class Prose {
    private Prose() {}

    /**
     * The text as it stands inside an English sentence: a capital at its beginning becomes small unless the word goes on
     * with a capital ({@code GDP}). Chinese stays.
     */
    public static Text inline(Text text) {
        String en = text.en();
        boolean word = en.length() > 1 && Character.isUpperCase(en.charAt(0)) && Character.isLowerCase(en.charAt(1));
        return word ? new Text(en.substring(0, 1).toLowerCase(Locale.ROOT) + en.substring(1), text.zh()) : text;
    }
}
