package org.canbao.spec;

import java.util.List;
import java.util.Optional;

/**
 * Event study by cohort (Sun and Abraham 2021): indicators of each cohort at each event time, averaged over the cohorts.
 *
 * @param common what all models share
 * @param outcome the outcome
 * @param cohort the column with the first treated period; null for never treated
 * @param time the column with the period
 * @param reference the event times left out
 * @param controls further regressors
 * @param fixedEffects what is absorbed
 */
public record SunAbraham(
        Common common,
        Expr outcome,
        ColumnRef cohort,
        ColumnRef time,
        List<Integer> reference,
        List<Term> controls,
        List<FixedEffect> fixedEffects)
        implements ModelSpec {
    public SunAbraham {
        reference = List.copyOf(reference);
        controls = List.copyOf(controls);
        fixedEffects = List.copyOf(fixedEffects);
    }

    @Override
    public String model() {
        return "sun-abraham";
    }

    @Override
    public Optional<ModelSpec> with(ModelSpec.Common other) {
        return Optional.of(new SunAbraham(other, outcome, cohort, time, reference, controls, fixedEffects));
    }

    @Override
    public UsedColumns columns() {
        return UsedColumns.none()
                .expr(outcome)
                .cells(cohort, time)
                .terms(controls)
                .effects(fixedEffects);
    }
}
