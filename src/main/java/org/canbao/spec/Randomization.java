package org.canbao.spec;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Randomization inference (Fisher 1935; Young 2019): a model estimated again with the treatment assigned anew, draw by
 * draw, as it could have been; the p-value is the share of draws whose estimate is as extreme as the actual one.
 *
 * @param base the model, with the real treatment
 * @param treatment the column of a least-squares formula that is made anew; empty for other models, whose cohorts are
 * @param coefficient the estimate that is compared
 * @param permute what is assigned anew
 * @param unit the units of assignment; empty if rows are
 * @param cohort the column with the unit's first treated period; null for never treated; empty if the treatment itself is
 *     exchanged
 * @param time the column with the period
 * @param within assignments are exchanged only within levels of this column, if given
 * @param statistic what is compared
 * @param draws how many
 * @param seed of the counter-based generator
 */
public record Randomization(
        ModelSpec base,
        Optional<ColumnRef> treatment,
        String coefficient,
        Permute permute,
        Optional<ColumnRef> unit,
        Optional<ColumnRef> cohort,
        Optional<ColumnRef> time,
        Optional<ColumnRef> within,
        Statistic statistic,
        int draws,
        long seed)
        implements ModelSpec {
    /** What is assigned anew. */
    public enum Permute {
        /** Units exchange their cohorts or their treatment. */
        UNITS,
        /** Each date of adoption becomes another, the same for all units that share it. */
        DATES,
        /** Units exchange their cohorts, and dates become others. */
        BOTH,
        /** Rows exchange their treatment. */
        ROWS
    }

    /** What is compared. */
    public enum Statistic {
        /** The estimate. */
        ESTIMATE,
        /** The estimate over its standard error. */
        T
    }

    @Override
    public Common common() {
        return base.common();
    }

    @Override
    public String model() {
        return "randomization";
    }

    @Override
    public UsedColumns columns() {
        return base.columns()
                .cells(unit.stream().toList())
                .cells(cohort.stream().toList())
                .cells(time.stream().toList())
                .rows(treatment.stream().toList())
                .rows(within.stream().toList());
    }

    @Override
    public OptionalLong randomSeed() {
        return OptionalLong.of(seed);
    }
}
