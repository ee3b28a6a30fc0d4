package org.canbao.spec;

import java.util.Optional;

/**
 * A test of whether the density of a running variable jumps at a cutoff, which tells that units chose their side.
 *
 * @param running the column of the running variable
 * @param cutoff on its scale; rows at the cutoff are right of it
 * @param frequencies a column with the number of units that each row stands for, if rows are counts
 * @param options how it is tested
 */
public record RdDensity(
        Common common, ColumnRef running, double cutoff, Optional<ColumnRef> frequencies, RdDensityOptions options)
        implements ModelSpec {
    @Override
    public String model() {
        return "rd-density";
    }

    @Override
    public UsedColumns columns() {
        return UsedColumns.none().cells(running).rows(frequencies.stream().toList());
    }
}
