package org.canbao.design;

import java.util.Optional;
import org.canbao.sample.KnownColumns;
import org.canbao.sample.Sample;
import org.canbao.sample.SqlGuard;
import org.canbao.spec.SqlExpression;

/** The condition of a spec as the end of a query. */
public final class Condition {
    private Condition() {}

    /**
     * {@code WHERE} and the checked condition, or nothing.
     *
     * @throws org.canbao.diag.CanbaoException if it is not one harmless expression over columns of the sample
     */
    public static String of(Optional<SqlExpression> where, Sample sample) {
        return where.map(expression -> " WHERE "
                        + new SqlGuard(sample.engine())
                                .check(expression, new KnownColumns(sample.variables()), SqlGuard.Use.CONDITION)
                                .sql())
                .orElse("");
    }
}
