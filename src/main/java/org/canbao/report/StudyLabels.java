package org.canbao.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.Bilingual;
import org.canbao.data.Variable;
import org.canbao.data.VariableSource;
import org.canbao.diag.Printable;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a study: first those that the study gives, for variables and for whole terms; then those of the
 * codebook; then the name. A term without a label of its own is composed of the labels of its variables:
 * {@code age^2} is "Age²", {@code did:married} "Did × Married", {@code log(x)} "Log(x)" and in Chinese "ln(x)",
 * {@code year::1986:repeal} "Year = 1986 × Repeal" with the label of the value 1986 if it has one. Labels
 * of data files may hold control characters, which no document may: they are left out.
 */
public final class StudyLabels implements Labels {
    private final Map<String, Text> study;
    private final Map<String, Variable> codebook = new HashMap<>();

    /**
     * Labels of a study.
     *
     * @param study labels by variable or term, as the study gives them
     * @param variables the variables of the sample, with the labels of the codebook
     */
    public StudyLabels(Map<String, Text> study, List<Variable> variables) {
        this.study = Map.copyOf(study);
        variables.forEach(v -> codebook.putIfAbsent(v.name(), v));
    }

    @Override
    public String of(String term, Lang lang) {
        return Printable.without(own(term, lang).orElseGet(() -> new TermText(this, lang).compose(term)));
    }

    @Override
    public String ofValue(String variable, String value, Lang lang) {
        Text given = study.get(variable + "::" + value);
        if (given != null) {
            return given.in(lang);
        }
        @Nullable Variable known = codebook.get(variable);
        if (known == null) {
            return Printable.without(value);
        }
        return Printable.without(known.source()
                .map(source -> source.valueLabels().get(value))
                .map(label -> in(label, lang))
                .orElseGet(() -> known.valueLabels().getOrDefault(value, value)));
    }

    /** The label that the study or the codebook gives to exactly this name or term. */
    Optional<String> own(String term, Lang lang) {
        Text given = study.get(term);
        if (given != null) {
            return Optional.of(given.in(lang));
        }
        @Nullable Variable known = codebook.get(term);
        return Optional.ofNullable(known)
                .map(v -> v.source()
                        .flatMap(VariableSource::label)
                        .map(label -> in(label, lang))
                        .orElse(v.label()))
                .filter(label -> !label.isBlank());
    }

    private static String in(Bilingual text, Lang lang) {
        return lang == Lang.ZH ? text.zh() : text.en();
    }
}
