package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Problems;
import org.canbao.report.SampleColumns;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.TableSpec;

/**
 * The variables that a table of statistics needs, found in the sample and of the right type.
 *
 * @param described those it describes
 * @param by the one whose levels split it
 * @param weights its weights
 */
record SummaryVariables(List<Variable> described, Optional<Variable> by, Optional<Variable> weights) {
    SummaryVariables {
        described = List.copyOf(described);
    }

    /**
     * Finds them.
     *
     * @throws CanbaoException with everything that is wrong: CB0603 unknown, CB0604 not numeric
     */
    static SummaryVariables of(TableSpec.Summary spec, Sample sample) {
        Problems problems = new Problems();
        SampleColumns columns = new SampleColumns(sample, problems);
        List<Variable> described = new ArrayList<>();
        for (ColumnRef variable : spec.variables()) {
            columns.numeric(variable).ifPresent(described::add);
        }
        Optional<Variable> by = spec.by().flatMap(columns::known);
        Optional<Variable> weights = spec.weights().flatMap(columns::numeric);
        problems.throwIfErrors();
        return new SummaryVariables(described, by, weights);
    }
}
