package org.canbao.design;

import java.util.Optional;
import org.canbao.data.ValueType;
import org.canbao.diag.Diagnostic;
import org.canbao.engine.SqlText;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;

/** Columns that are missing in every row. Read from text they have no type and pass for text. */
public final class Valueless {
    private Valueless() {}

    /** What is wrong with a column that should hold numbers, if it holds nothing at all. */
    public static Optional<Diagnostic> find(ColumnRef column, Sample sample) {
        return sample.variable(column.name())
                .filter(variable -> variable.type() == ValueType.STRING && sample.rows() > 0)
                .filter(variable -> sample.engine()
                                .count("SELECT count(" + SqlText.identifier(variable.name()) + ") FROM "
                                        + sample.relation())
                        == 0)
                .map(variable -> Diagnostic.error(
                                DesignCode.NO_VALUES,
                                "column `" + column + "` is missing in all " + sample.rows() + " rows of the sample")
                        .at(column.place()));
    }
}
