package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ModelSpec;

/**
 * What a study declares, for what refers to it.
 *
 * @param specIds all ids of specs, also of those that could not be read
 * @param specs the specs that could be read
 * @param formulas the formula language with the study's lists
 */
record Declared(Set<String> specIds, Map<String, ModelSpec> specs, FormulaParser formulas) {
    Declared {
        specIds = new LinkedHashSet<>(specIds);
        specs = new LinkedHashMap<>(specs);
    }

    /** A reference to a spec. */
    ColumnRef spec(Located node) {
        Located.Scalar scalar = Values.scalar(node, "the id of a spec");
        return named(scalar, "spec", specIds);
    }

    /** A reference to a spec of some models; the models of specs that could not be read are not checked. */
    ColumnRef spec(Located node, Set<String> models, String where) {
        ColumnRef ref = spec(node);
        Optional<ModelSpec> found = Optional.ofNullable(specs.get(ref.name()));
        if (found.isPresent() && !models.contains(found.get().model())) {
            throw Diagnostic.error(
                            YamlCode.CONFLICT,
                            "spec `" + ref.name() + "` is of model `"
                                    + found.get().model() + "`, but " + where + " needs "
                                    + String.join(" or ", new TreeSet<>(models)))
                    .at(ref.place())
                    .toException();
        }
        return ref;
    }

    /** A name that must be one of those declared. */
    static ColumnRef named(Located.Scalar scalar, String what, Set<String> known) {
        if (!known.contains(scalar.value())) {
            Diagnostic finding = Diagnostic.error(
                            YamlCode.UNKNOWN_NAME, "there is no " + what + " `" + scalar.value() + "`")
                    .at(scalar.place())
                    .nearest(Nearest.to(scalar.value(), known));
            throw (known.isEmpty() ? finding : finding.hint("declared: " + String.join(", ", known))).toException();
        }
        return new ColumnRef(scalar.value(), scalar.place());
    }
}
