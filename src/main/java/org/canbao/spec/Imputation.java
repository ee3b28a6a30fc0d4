package org.canbao.spec;

import java.util.List;
import java.util.Optional;

/**
 * Imputation of the outcomes without treatment (Borusyak, Jaravel and Spiess 2024).
 *
 * @param common what all models share
 * @param outcome the outcome
 * @param cohort the column with the first treated period; null for never treated
 * @param time the column with the period
 * @param unit the column of the units of a panel; empty for repeated cross-sections
 * @param controls covariates of the outcome without treatment
 * @param fixedEffects its effects, at least one
 * @param horizons the event times whose effects are averaged apart: empty for none, an empty list for all
 * @param pretrends how many event times before the treatment are tested
 * @param averages the effects that are taken for alike in the standard errors
 * @param leaveOut whether their averages are over all clusters but a row's own
 */
public record Imputation(
        Common common,
        Expr outcome,
        ColumnRef cohort,
        ColumnRef time,
        Optional<ColumnRef> unit,
        List<Term> controls,
        List<FixedEffect> fixedEffects,
        Optional<List<Integer>> horizons,
        int pretrends,
        Averages averages,
        boolean leaveOut)
        implements ModelSpec {
    public Imputation {
        controls = List.copyOf(controls);
        fixedEffects = List.copyOf(fixedEffects);
        horizons = horizons.map(List::copyOf);
    }

    /** Effects that share an average. */
    public enum Averages {
        /** Those of one cohort in one period. */
        COHORT_TIME,
        /** Those of one event time. */
        HORIZON
    }

    @Override
    public String model() {
        return "imputation";
    }

    @Override
    public UsedColumns columns() {
        return UsedColumns.none()
                .expr(outcome)
                .cells(cohort, time)
                .cells(unit.stream().toList())
                .terms(controls)
                .effects(fixedEffects);
    }
}
