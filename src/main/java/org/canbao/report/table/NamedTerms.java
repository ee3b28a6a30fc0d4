package org.canbao.report.table;

import java.util.Map;
import org.canbao.report.Labels;
import org.canbao.report.Words;
import org.canbao.spec.Lang;

/** Labels of a study, and names for terms that it gives none. */
record NamedTerms(Labels labels, Map<String, Words> names) implements Labels {
    @Override
    public String of(String term, Lang lang) {
        String given = labels.of(term, lang);
        Words name = names.get(term);
        return name != null && given.equals(term) ? name.in(lang) : given;
    }

    @Override
    public String ofValue(String variable, String value, Lang lang) {
        return labels.ofValue(variable, value, lang);
    }
}
