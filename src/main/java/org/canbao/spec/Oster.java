package org.canbao.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Sensitivity of a coefficient to unobservables (Oster 2019), by what observables do to it.
 *
 * @param shorter the regression without the controls that unobservables are compared with
 * @param longer the regression with them
 * @param coefficient the coefficient, which both have
 * @param rMax the R² of a regression with the unobservables too; empty for {@code multiple} times that of the longer one
 * @param multiple what the longer regression's R² is multiplied with, at most to one
 * @param beta the coefficient for which delta is wanted
 * @param delta the proportion of selection for which beta is wanted
 */
public record Oster(
        ModelSpec.Ols shorter,
        ModelSpec.Ols longer,
        String coefficient,
        OptionalDouble rMax,
        double multiple,
        double beta,
        double delta)
        implements ModelSpec {
    @Override
    public Common common() {
        return longer.common();
    }

    @Override
    public String model() {
        return "oster";
    }

    @Override
    public UsedColumns columns() {
        return longer.columns().and(shorter.columns());
    }

    /** The terms of both regressions, the longer one's first, each once. */
    public List<Term> terms() {
        List<Term> terms = new ArrayList<>(longer.formula().terms());
        for (Term term : shorter.formula().terms()) {
            if (terms.stream().noneMatch(known -> known.text().equals(term.text()))) {
                terms.add(term);
            }
        }
        return terms;
    }
}
