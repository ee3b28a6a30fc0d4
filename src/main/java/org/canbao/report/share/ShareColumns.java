package org.canbao.report.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.data.Variable;
import org.canbao.diag.Problems;
import org.canbao.report.SampleColumns;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ShareSpec;

/**
 * The columns that a proportion reads.
 *
 * @param numeric the share, the base if there is one, the weights if there are any
 * @param levels the column of rows and the column of blocks, as far as there are any
 * @param hasRows whether the first of them is that of rows
 * @param hasBlocks whether the last of them is that of blocks
 * @param weights the weights, if any
 */
record ShareColumns(
        List<Variable> numeric,
        List<Variable> levels,
        boolean hasRows,
        boolean hasBlocks,
        Optional<ColumnRef> weights) {
    ShareColumns {
        numeric = List.copyOf(numeric);
        levels = List.copyOf(levels);
    }

    /** Finds them; throws every finding at once. */
    static ShareColumns of(
            ShareSpec spec,
            Sample sample,
            Optional<ColumnRef> rows,
            Optional<ColumnRef> by,
            Optional<ColumnRef> weights) {
        Problems problems = new Problems();
        SampleColumns columns = new SampleColumns(sample, problems);
        List<Variable> numeric = new ArrayList<>();
        spec.columnsRead().forEach(ref -> columns.numeric(ref).ifPresent(numeric::add));
        weights.flatMap(columns::numeric).ifPresent(numeric::add);
        List<Variable> levels = new ArrayList<>();
        rows.flatMap(columns::known).ifPresent(levels::add);
        by.flatMap(columns::known).ifPresent(levels::add);
        problems.throwIfErrors();
        return new ShareColumns(numeric, levels, rows.isPresent(), by.isPresent(), weights);
    }

    /** The place of the base among the numeric columns. */
    int base() {
        return 1;
    }
}
