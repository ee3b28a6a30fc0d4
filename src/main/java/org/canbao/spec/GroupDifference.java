package org.canbao.spec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether coefficients differ between two groups: a regression estimated in each, and tests of the differences.
 *
 * @param base the regression
 * @param group the column with the two groups
 * @param coefficients whose differences; all that both groups have if empty
 * @param unit the units that exchange groups in the draws; rows if empty
 * @param resample how draws are made
 * @param draws how many
 * @param seed of the counter-based generator
 */
public record GroupDifference(
        Ols base,
        ColumnRef group,
        List<String> coefficients,
        Optional<ColumnRef> unit,
        Resample resample,
        int draws,
        long seed)
        implements ModelSpec {
    public GroupDifference {
        coefficients = List.copyOf(coefficients);
    }

    /** How draws are made. */
    public enum Resample {
        /** Groups are exchanged, so that each keeps its size. */
        PERMUTE,
        /** Each group is drawn with replacement from both together, in its size. */
        BOOTSTRAP
    }

    @Override
    public Common common() {
        return base.common();
    }

    @Override
    public String model() {
        return "group-difference";
    }

    @Override
    public UsedColumns columns() {
        return base.columns().cells(group).cells(unit.stream().toList());
    }

    @Override
    public OptionalLong randomSeed() {
        return OptionalLong.of(seed);
    }
}
