package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.data.Variable;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.LevelSet;
import org.canbao.diag.Diagnostic;
import org.canbao.engine.SqlText;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.Formula;
import org.canbao.spec.GroupDifference;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Term;
import org.canbao.spec.VcovSpec;

/** The two groups of a comparison: their samples, and the regression in which everything is interacted with the group. */
final class TwoGroups {
    private final GroupDifference spec;
    private final Sample sample;
    private final LevelSet values;

    private TwoGroups(GroupDifference spec, Sample sample, LevelSet values) {
        this.spec = spec;
        this.sample = sample;
        this.values = values;
    }

    /**
     * Finds the groups.
     *
     * @throws org.canbao.diag.CanbaoException unless there are two in the rows of the spec's condition
     */
    static TwoGroups of(GroupDifference spec, Sample sample, EstimationOptions options) {
        DesignRequest plain = DesignRequest.of(spec.base());
        ModelSpec.Common common = spec.common();
        DesignRequest request = new DesignRequest(
                new ModelSpec.Common(
                        common.id(),
                        common.where(),
                        common.weights(),
                        new VcovSpec.Iid(),
                        common.smallSample(),
                        true,
                        common.place()),
                plain.outcome(),
                plain.terms(),
                plain.intercept(),
                plain.effects(),
                List.of(new DesignRequest.ExtraKey(spec.group(), false)),
                Optional.empty());
        LevelSet levels = new DesignBuilder(sample, options.path(), options.threads())
                .build(request)
                .key(spec.group())
                .levels();
        if (levels.size() != 2) {
            throw Diagnostic.error(
                            EstimateCode.NOT_TWO_GROUPS,
                            "`" + spec.group() + "` has " + levels.size() + " values in the rows used, not two")
                    .at(spec.group().place())
                    .hint("leave others out with `where`, or derive a column with two values")
                    .toException();
        }
        return new TwoGroups(spec, sample, levels);
    }

    /** The groups as text, ascending. */
    List<String> names() {
        return values.names();
    }

    /** The rows of one group. */
    Sample only(int group) {
        Variable variable = sample.variable(spec.group().name()).orElseThrow();
        String column = SqlText.identifier(variable.name());
        String value = values.isNumeric()
                ? "CAST('" + values.numbers().get(group) + "' AS DOUBLE)"
                : SqlText.literal(values.names().get(group));
        String own = values.isNumeric() ? "CAST(" + column + " AS DOUBLE)" : "CAST(" + column + " AS VARCHAR)";
        String relation = "(SELECT * FROM " + sample.relation() + " WHERE " + own + " = " + value + ")";
        return new Sample(
                sample.engine(),
                relation,
                sample.engine().count("SELECT count(*) FROM " + relation),
                sample.variables(),
                sample.simulated());
    }

    /** The regression with all terms and effects interacted; each term's interaction is first less second group. */
    ModelSpec.Ols interacted() {
        Formula formula = spec.base().formula();
        Term.Levels first = new Term.Levels(spec.group(), Optional.empty(), List.of(names().get(1)));
        List<Term> terms = new ArrayList<>(formula.terms());
        if (formula.intercept()) {
            terms.add(new Term(List.of(first), spec.group().place()));
        }
        for (Term term : formula.terms()) {
            List<Term.Factor> factors = new ArrayList<>(term.factors());
            factors.add(first);
            terms.add(new Term(factors, term.place()));
        }
        List<FixedEffect> effects = new ArrayList<>();
        for (FixedEffect effect : formula.fixedEffects()) {
            List<ColumnRef> columns = new ArrayList<>(effect.columns());
            columns.add(spec.group());
            effects.add(new FixedEffect(columns, effect.slopes(), effect.intercepts()));
        }
        return new ModelSpec.Ols(
                spec.common(),
                new Formula(formula.outcome(), terms, formula.intercept(), effects, formula.text(), formula.place()));
    }

    /** What the interaction of a coefficient is called. */
    String interaction(String coefficient) {
        return coefficient + ":" + spec.group() + "::" + names().get(0);
    }
}
