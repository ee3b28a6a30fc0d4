package org.canbao.spec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.canbao.spec.StudySpec.Derived;

/**
 * What an alternative changes in the sample of a study; what it does not name stays.
 *
 * @param derive derived columns that are computed otherwise
 * @param keep filters with another condition
 * @param drop filters that are left out
 * @param where a further condition to stay, after all filters
 * @param inputs joined inputs that are read otherwise
 * @param by the dimensions of the cells, in the place of those of the study; empty if they stay
 */
public record SampleEdit(
        List<Derived> derive,
        List<Condition> keep,
        List<ColumnRef> drop,
        Optional<SqlExpression> where,
        List<InputEdit> inputs,
        List<CellsSpec.Dimension> by) {
    /** Nothing. */
    public static final SampleEdit NONE =
            new SampleEdit(List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of());

    public SampleEdit {
        derive = List.copyOf(derive);
        keep = List.copyOf(keep);
        drop = List.copyOf(drop);
        inputs = List.copyOf(inputs);
        by = List.copyOf(by);
    }

    /** A filter, by its id, and its condition. */
    public record Condition(ColumnRef filter, SqlExpression keep) {}

    /**
     * A joined input.
     *
     * @param input its name
     * @param lag its lag, if that changes
     * @param indices its indices that change, each in the place of the one of the same name
     */
    public record InputEdit(ColumnRef input, OptionalInt lag, List<IndexSpec> indices) {
        public InputEdit {
            indices = List.copyOf(indices);
        }
    }
}
