package org.canbao.report.figure;

import org.canbao.privacy.Protection;
import org.canbao.report.Labels;
import org.canbao.report.table.Prose;
import org.canbao.spec.Lang;

/**
 * What all figures of a run share.
 *
 * @param labels what variables are called
 * @param lang the language of the texts
 * @param simulated whether the data are simulated, which every figure then says inside the plot and in its caption
 * @param protection which counts of persons may be shown
 */
public record FigureContext(Labels labels, Lang lang, boolean simulated, Protection protection) {
    /** What figures share of which everything may be shown. */
    public FigureContext(Labels labels, Lang lang, boolean simulated) {
        this(labels, lang, simulated, Protection.NONE);
    }

    /** What a variable or term is called. */
    String label(String term) {
        return labels.of(term, lang);
    }

    /** The same inside a sentence: an English label loses its capital. */
    String inline(String term) {
        return Prose.inline(labels.text(term)).in(lang);
    }

    /** The label given to a key, or the usual words where there is none. */
    String label(String key, String usual) {
        String label = labels.of(key, lang);
        return label.equals(key) ? usual : label;
    }
}
