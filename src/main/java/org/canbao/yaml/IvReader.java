package org.canbao.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.Iv;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Term;

/** Reads two-stage least squares. */
final class IvReader implements ModelReader {
    private static final KeySet KEYS = KeySet.of(
                    "spec of model `iv`",
                    "formula",
                    "outcome ~ exogenous terms | fixed effects | endogenous terms ~ instruments; without fixed effects their"
                            + " part is left out")
            .and(CommonReader.KEYS);

    @Override
    public String model() {
        return "iv";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        Optional<ModelSpec.Common> common = CommonReader.read(id, fields);
        Optional<FormulaParser.Instrumented> read = fields.required("formula", scope.formulas()::instrumented);
        CovarianceCheck.check(fields, common, model());
        read.ifPresent(formula -> checkRoles(fields, formula));
        return fields.failed()
                ? Optional.empty()
                : read.map(f -> new Iv(common.orElseThrow(), f.formula(), f.endogenous(), f.instruments()));
    }

    /** A term has one role. */
    private static void checkRoles(Fields fields, FormulaParser.Instrumented formula) {
        Map<String, String> roles = new HashMap<>();
        take(fields, roles, formula.formula().terms(), "an exogenous regressor");
        take(fields, roles, formula.endogenous(), "endogenous");
        take(fields, roles, formula.instruments(), "an instrument");
    }

    private static void take(Fields fields, Map<String, String> roles, List<Term> terms, String role) {
        for (Term term : terms) {
            String other = roles.putIfAbsent(term.text(), role);
            if (other != null) {
                fields.report(Diagnostic.error(
                                YamlCode.FORMULA, "`" + term.text() + "` is " + other + " and cannot be " + role)
                        .at(term.place())
                        .hint("exogenous regressors instrument themselves: they are not written again")
                        .toException());
            }
        }
    }
}
