package org.canbao.yaml;

import java.util.List;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Term;

/** Reads permutation placebos of a least-squares model. */
final class PlaceboReader implements ModelReader {
    private static final int DEFAULT_DRAWS = 500;
    private static final int MOST_DRAWS = 1_000_000;

    private static final KeySet KEYS = KeySet.of(
                    "spec of model `placebo`",
                    "treatment",
                    "the column of the formula that is made anew in each draw",
                    "cohort",
                    "column with the unit's first treated period; null for never treated",
                    "time",
                    "column with the period",
                    "permute",
                    "column whose units exchange their cohorts",
                    "within",
                    "column within whose levels alone units exchange cohorts",
                    "draws",
                    "how many draws; 500 by default",
                    "seed",
                    "seed of the draws; that of the study, or 1, by default",
                    "assignments",
                    "instead of draws: for each draw a list with the cohort of each unit, null for never",
                    "units",
                    "the units in the order of the assignments; by default in ascending order",
                    "cities",
                    "another name of `units`")
            .and(OlsReader.OWN_KEYS)
            .and(CommonReader.KEYS);

    @Override
    public String model() {
        return "placebo";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        Optional<ModelSpec.Ols> base = OlsReader.ols(id, fields, scope.formulas());
        Optional<ColumnRef> treatment = fields.required("treatment", Values::column);
        Optional<ColumnRef> cohort = fields.required("cohort", Values::column);
        Optional<ColumnRef> time = fields.required("time", Values::column);
        Optional<ColumnRef> unit = fields.required("permute", Values::column);
        Optional<ColumnRef> within = fields.optional("within", Values::column);
        int draws = fields.optional("draws", node -> Values.wholeBetween(node, 1, MOST_DRAWS))
                .orElse(DEFAULT_DRAWS);
        long seed = fields.optional("seed", Values::whole).orElse(1L);
        Optional<ModelSpec.Assignments> assignments = AssignmentsReader.read(fields);
        if (base.isPresent() && treatment.isPresent()) {
            checkTreatment(fields, base.get(), treatment.get());
        }
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new ModelSpec.Placebo(
                        base.orElseThrow(),
                        treatment.orElseThrow(),
                        cohort.orElseThrow(),
                        time.orElseThrow(),
                        unit.orElseThrow(),
                        within,
                        draws,
                        seed,
                        assignments));
    }

    private static void checkTreatment(Fields fields, ModelSpec.Ols base, ColumnRef treatment) {
        List<String> terms = base.formula().terms().stream().map(Term::text).toList();
        if (!terms.contains(treatment.name())) {
            fields.report(
                    "treatment",
                    Diagnostic.error(
                                    YamlCode.CONFLICT,
                                    "treatment `" + treatment.name() + "` is not a term of the formula")
                            .nearest(Nearest.to(treatment.name(), terms)));
        }
    }
}
