package org.canbao.report;

import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/** What the reader of an exhibit calls a variable, a term or a value. */
@FunctionalInterface
public interface Labels {
    /** Everything by its name, for where there is no study. */
    Labels NAMES = (term, lang) -> term;

    /** The label of a variable or of a term ({@code age^2}, {@code did:married}) in a language; the name if it has none. */
    String of(String term, Lang lang);

    /** The label in both languages. */
    default Text text(String term) {
        return new Text(of(term, Lang.EN), of(term, Lang.ZH));
    }

    /**
     * The label of one value of a variable, for example of the level of a column; the value if it has none.
     *
     * @param value the value as text, {@code 1} or {@code 2.5}
     */
    default String ofValue(String variable, String value, Lang lang) {
        return value;
    }

    /** The label of one value of a variable in both languages. */
    default Text valueText(String variable, String value) {
        return new Text(ofValue(variable, value, Lang.EN), ofValue(variable, value, Lang.ZH));
    }
}
