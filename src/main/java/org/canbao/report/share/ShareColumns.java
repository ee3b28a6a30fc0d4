package org.canbao.report.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Problems;
import org.canbao.report.TableCode;
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
        List<Variable> numeric = new ArrayList<>();
        spec.columnsRead().forEach(ref -> numeric(ref, sample, problems).ifPresent(numeric::add));
        weights.flatMap(ref -> numeric(ref, sample, problems)).ifPresent(numeric::add);
        List<Variable> levels = new ArrayList<>();
        rows.flatMap(ref -> known(ref, sample, problems)).ifPresent(levels::add);
        by.flatMap(ref -> known(ref, sample, problems)).ifPresent(levels::add);
        problems.throwIfErrors();
        return new ShareColumns(numeric, levels, rows.isPresent(), by.isPresent(), weights);
    }

    /** The place of the base among the numeric columns. */
    int base() {
        return 1;
    }

    private static Optional<Variable> numeric(ColumnRef ref, Sample sample, Problems problems) {
        Optional<Variable> found = known(ref, sample, problems);
        if (found.isPresent() && !found.get().type().isNumeric()) {
            problems.add(Diagnostic.error(TableCode.NOT_NUMERIC, "column `" + ref + "` holds no numbers")
                    .at(ref.place())
                    .hint("derive an indicator or a number from it under `derive`"));
        }
        return found;
    }

    private static Optional<Variable> known(ColumnRef ref, Sample sample, Problems problems) {
        Optional<Variable> found = sample.variable(ref.name());
        if (found.isEmpty()) {
            problems.add(Diagnostic.error(TableCode.NO_COLUMN, "column `" + ref + "` is not in the sample")
                    .at(ref.place())
                    .nearest(Nearest.to(ref.name(), sample.names())));
        }
        return found;
    }
}
