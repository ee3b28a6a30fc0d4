package org.canbao.design;

import java.util.List;
import java.util.Optional;
import org.canbao.data.ValueType;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.sample.KnownColumns;
import org.canbao.sample.Sample;
import org.canbao.sample.SampleCode;
import org.canbao.sample.SqlGuard;
import org.canbao.spec.SqlExpression;

/** The condition of a spec as the end of a query. */
public final class Condition {
    private Condition() {}

    /**
     * {@code WHERE} and the checked condition, or nothing.
     *
     * @throws CanbaoException if it is not one harmless expression over columns of the sample, or is not true or false:
     *     a database takes every number but zero as true, and {@code age - 16} would quietly keep almost all rows
     */
    public static String of(Optional<SqlExpression> where, Sample sample) {
        return where.map(expression -> " WHERE " + checked(expression, sample)).orElse("");
    }

    private static String checked(SqlExpression where, Sample sample) {
        String sql = new SqlGuard(sample.engine())
                .check(where, new KnownColumns(sample.variables()), SqlGuard.Use.CONDITION)
                .sql();
        ValueType type = sample.engine()
                .columns("(SELECT " + sql + " AS x FROM " + sample.relation() + ")")
                .get(0)
                .type();
        if (type != ValueType.BOOLEAN) {
            throw new CanbaoException(
                    List.of(Diagnostic.error(SampleCode.NOT_A_CONDITION, "`where` is not a condition but a value")
                            .at(where.place())
                            .hint("expected something true or false, for example age >= 16")));
        }
        return sql;
    }
}
