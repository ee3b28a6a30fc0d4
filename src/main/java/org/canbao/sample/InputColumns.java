package org.canbao.sample;

import java.util.List;
import java.util.Optional;
import org.canbao.data.Variable;
import org.canbao.diag.Problems;
import org.canbao.engine.SqlEngine;
import org.canbao.spec.StudySpec;

/** Which input each column of the joined rows of a study comes from. */
public final class InputColumns {
    private final JoinedRows rows;

    private InputColumns(JoinedRows rows) {
        this.rows = rows;
    }

    /**
     * The columns of a study's inputs.
     *
     * @param engine is used for nothing else
     * @throws org.canbao.diag.CanbaoException if an input has no data, or keys do not fit
     */
    public static InputColumns of(SqlEngine engine, StudySpec study, List<ResolvedInput> inputs) {
        Problems problems = new Problems();
        SampleSources sources = SampleSources.open(engine, study, inputs, problems);
        problems.throwIfErrors();
        return new InputColumns(new JoinedRows(sources.base(), sources.joins()));
    }

    /** All columns. */
    public List<Variable> variables() {
        return rows.variables();
    }

    /** The name of the input that has a column; empty if none has. */
    public Optional<String> inputOf(String column) {
        return rows.inputOf(column);
    }
}
